import { DAY } from '../../../app/domain/calendar';
import { NoAccess } from '../../../app/errors';
import type { ChangedOrder, Shopify } from '../../../app/ports';
import type { Faults } from './faults';
import { suggestRefund } from './refund';
import { snapshotOf } from './snapshot';
import { stockLevels } from './stock';
import type { FakeStore } from './store';
import { type FakeFulfillmentOrder, type FakeOrder, orderOf, type World } from './state';

const SIGHT = 60 * DAY;
const PAGE = 50;

export function withFulfillmentOrder(
  world: World,
  id: string,
): { readonly order: FakeOrder; readonly fo: FakeFulfillmentOrder } | null {
  for (const order of world.orders.values())
    for (const fo of order.fulfillmentOrders) if (fo.id === id) return { order, fo };
  return null;
}

const seesAll = ({ store, access }: World): boolean =>
  store.readAllOrders || access.allOrdersGranted;

const isVisible = (world: World, order: FakeOrder): boolean =>
  seesAll(world) || world.now().getTime() - order.placedAt.getTime() < SIGHT;

/** Pages by position. */
function pageOf(all: readonly ChangedOrder[], cursor: string | null) {
  const from = Number(cursor ?? 0);
  const to = from + PAGE;
  return { orders: all.slice(from, to), next: to < all.length ? String(to) : null };
}

type Reads = Pick<
  Shopify,
  | 'readOrder'
  | 'readStock'
  | 'findOrderOf'
  | 'listOpenOrders'
  | 'listChangedOrders'
  | 'suggestRefund'
  | 'readAccess'
  | 'readShop'
>;

const scopesOf = (readAllOrders: boolean, { allowsTerms }: FakeStore): string[] => [
  'write_orders',
  ...(readAllOrders ? ['read_all_orders'] : []),
  ...(allowsTerms === false ? [] : ['write_payment_terms']),
];

/** What the app may read. `letIn` throws for an app that isn't installed. */
export function createReads(world: World, faults: Faults, letIn: () => void): Reads {
  const showOrders = (): void => {
    letIn();
    if (world.access.ordersWithheld)
      throw new NoAccess('This app is not approved to access the Order object', 'customer-data');
  };
  const visible = (): FakeOrder[] =>
    [...world.orders.values()].filter((order) => isVisible(world, order));
  return {
    async readOrder(_shop, orderId) {
      showOrders();
      faults.beforeRead('readOrder');
      const order = world.orders.get(orderId);
      if (order === undefined || !isVisible(world, order)) return null;
      world.log({ kind: 'order-read', at: world.now(), order: orderId });
      return snapshotOf(world, order);
    },
    async readStock(_shop, item) {
      letIn();
      faults.beforeRead('readStock');
      return stockLevels(world, item);
    },
    async findOrderOf(_shop, fulfillmentOrderId) {
      showOrders();
      faults.beforeRead('findOrderOf');
      const found = withFulfillmentOrder(world, fulfillmentOrderId);
      return found === null || !isVisible(world, found.order) ? null : found.order.id;
    },
    async listOpenOrders() {
      showOrders();
      const open = visible().filter((order) => order.cancelledAt === null);
      return { ids: open.map((order) => order.id), next: null };
    },
    async listChangedOrders(_shop, since, cursor) {
      showOrders();
      faults.beforeRead('listChangedOrders');
      const changed = visible()
        .filter((order) => order.updatedAt >= since)
        .toSorted((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime());
      return pageOf(
        changed.map(({ id, updatedAt }) => ({ id, updatedAt })),
        cursor,
      );
    },
    async suggestRefund(_shop, { orderId, lines }) {
      letIn();
      faults.beforeRead('suggestRefund');
      return suggestRefund(orderOf(world, orderId), lines, world.store);
    },
    async readAccess() {
      letIn();
      return { scopes: scopesOf(seesAll(world), world.store) };
    },
    async readShop() {
      letIn();
      return {
        name: 'Maple & Tin',
        timezone: world.store.timezone,
        currencyCode: world.store.currency,
        email: 'owner@maple.example',
      };
    },
  };
}
