import { paidBeyondPrice } from '../../../app/adapters/shopify/beyond-price';
import type { Fact } from '../../../app/domain/history';
import { ItemId, LocationId, OrderId, TransactionId } from '../../../app/domain/ids';
import { isPositive } from '../../../app/domain/money';
import { NoAccess, Unreachable } from '../../../app/errors';
import type { Shopify } from '../../../app/ports';
import { fulfillmentStatus } from '../../../simulator/shop/statuses';
import { isStocked, onHand } from '../../../simulator/shop/stock';
import { suggestRefund, type Suggestion } from '../../../simulator/shop/suggest-refund';
import { Refusal } from '../../../simulator/world/refusal';
import type { Order } from '../../../simulator/world/types';
import type { Faults } from './faults';
import { cash, instant } from './figures';
import type { Opened } from './open';
import { snapshotOf } from './snapshot';

const PAGE = 100;

type Reads = Pick<
  Shopify,
  | 'readOrder'
  | 'readUpdatedAt'
  | 'readStock'
  | 'findOrderOf'
  | 'listOpenOrders'
  | 'listChangedOrders'
  | 'suggestRefund'
  | 'readAccess'
  | 'readShop'
>;

/** What the app may read, as its adapter reads it. `letIn` throws for an app that isn't installed. */
export function createReads(
  opened: Opened,
  faults: Faults,
  io: { readonly letIn: () => void; readonly log: (fact: Fact) => void },
): Reads {
  const { world, shop } = opened;
  const visible = (): Order[] => shop.orders.filter((order) => world.visible(shop, order));
  const find = (id: string): Order | null => {
    const order = world.order(shop, id);
    return order !== undefined && world.visible(shop, order) ? order : null;
  };
  const showOrders = (): void => {
    io.letIn();
    if (!shop.protectedData)
      throw new NoAccess('This app is not approved to access the Order object', 'customer-data');
  };
  return {
    async readOrder(_shop, id) {
      showOrders();
      faults.beforeRead('readOrder');
      const order = find(id);
      if (order === null) return null;
      io.log({ kind: 'order-read', at: world.clock.now(), order: id });
      return snapshotOf(opened, order);
    },
    async readUpdatedAt(_shop, id) {
      showOrders();
      faults.beforeRead('readOrder');
      const order = find(id);
      return order === null ? null : instant(order.updatedAt);
    },
    async readStock(_shop, item) {
      io.letIn();
      faults.beforeRead('readStock');
      return shop.levels
        .filter((level) => level.itemId === item && isStocked(shop, level))
        .map((level) => ({
          itemId: ItemId.parse(level.itemId),
          locationId: LocationId.parse(level.locationId),
          available: level.available,
          onHand: onHand(level),
          committed: level.committed,
          setAside: level.damaged + level.safety_stock + level.quality_control + level.reserved,
        }));
    },
    async findOrderOf(_shop, id) {
      showOrders();
      faults.beforeRead('findOrderOf');
      const order = visible().find((each) => each.fulfillmentOrders.some((part) => part.id === id));
      return order === undefined ? null : OrderId.parse(order.id);
    },
    async listOpenOrders(_shop, cursor) {
      showOrders();
      faults.beforeRead('listOpenOrders');
      const open = visible().filter(
        (order) => order.closedAt === null && fulfillmentStatus(order) !== 'FULFILLED',
      );
      const { page, next } = pageOf(byTime(open, 'createdAt'), cursor);
      return { ids: page.map((order) => OrderId.parse(order.id)), next };
    },
    async listChangedOrders(_shop, since, cursor) {
      showOrders();
      faults.beforeRead('listChangedOrders');
      const changed = visible().filter((order) => instant(order.updatedAt) >= since);
      const { page, next } = pageOf(byTime(changed, 'updatedAt'), cursor);
      const orders = page.map(({ id, updatedAt }) => ({
        id: OrderId.parse(id),
        updatedAt: instant(updatedAt),
      }));
      return { orders, next };
    },
    async suggestRefund(_shop, { orderId, lines }) {
      io.letIn();
      faults.beforeRead('suggestRefund');
      const order = find(orderId);
      if (order === null) return [];
      if (lines.length === 0) return paidBeyondPrice(snapshotOf(opened, order));
      const wanted = lines.map(({ lineId, quantity }) => ({ lineItemId: lineId, quantity }));
      return suggestion(() =>
        suggestRefund(shop, order, { lines: wanted, everything: false, shipping: null }),
      ).flatMap(({ payment, amount }) => {
        const part = { parentId: TransactionId.parse(payment.id), amount: cash(amount, order) };
        return isPositive(part.amount) ? [part] : [];
      });
    },
    async readAccess() {
      io.letIn();
      return { scopes: [...shop.scopes] };
    },
    async readShop() {
      io.letIn();
      const { name, timezone, currency, email } = shop;
      return { name, timezone, currencyCode: currency, email };
    },
  };
}

/** A question that Shopify can't answer is asked again, as with any read that comes back with errors. */
function suggestion(ask: () => Suggestion): Suggestion['parts'] {
  try {
    return ask().parts;
  } catch (error) {
    if (error instanceof Refusal) throw new Unreachable(error.message);
    throw error;
  }
}

const byTime = (orders: readonly Order[], what: 'createdAt' | 'updatedAt'): Order[] =>
  orders.toSorted((a, b) => instant(a[what]).getTime() - instant(b[what]).getTime());

/** Pages by position. */
function pageOf(all: readonly Order[], cursor: string | null) {
  const from = Number(cursor ?? 0);
  const to = from + PAGE;
  return { page: all.slice(from, to), next: to < all.length ? String(to) : null };
}
