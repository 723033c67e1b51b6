import { addMs, DAY, endOfDayAfter } from '../../../app/domain/calendar';
import { customerZone } from '../../../app/domain/customer-zone';
import { ItemId, LineId, LocationId, OrderId } from '../../../app/domain/ids';
import { type Money, money, plus, sum } from '../../../app/domain/money';
import type { OrderCustomer, Transaction } from '../../../app/domain/order';
import { commit, levelOf } from './stock';
import {
  type FakeLine,
  type FakeOrder,
  fulfillmentOrderId,
  lineOf,
  lookHint,
  transactionId,
  type World,
} from './state';

/** How the fake's store was set up. */
export interface FakeStore {
  readonly timezone: string;
  readonly currency: string;
  readonly captureMode: 'manual' | 'checkout';
  /** On Plus, Shopify tells when an authorization ends and lets it be captured in parts. */
  readonly plus: boolean;
  readonly statedShippingDays: number;
  /** Without the scope an order is gone from sight after 60 days. */
  readonly readAllOrders: boolean;
}

export interface Checkout {
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly price?: string;
    readonly location?: string;
    readonly tracked?: boolean;
  }[];
  readonly customer: OrderCustomer;
  readonly test?: boolean;
  readonly source?: string;
  readonly shipping?: string;
  readonly giftCard?: string;
  readonly risk?: FakeOrder['risk'];
  readonly authorizationDays?: number;
  /** Until Shopify has made the fulfillment orders. Null: never. */
  readonly routedAfterMs?: number | null;
  readonly captureMode?: FakeStore['captureMode'];
}

export const itemId = (sku: string): ItemId => ItemId.parse(`gid://shopify/InventoryItem/${sku}`);
export const locationId = (name: string): LocationId =>
  LocationId.parse(`gid://shopify/Location/${name}`);
export const HOUSE = 'house';

export function totalOf(order: FakeOrder): Money {
  const goods = order.lines.map((line) =>
    money(Number(line.unitPrice.amount) * line.current, line.unitPrice.currencyCode),
  );
  return order.cancelledAt === null
    ? sum([order.shipping, ...goods], order.shipping.currencyCode)
    : money(0, order.shipping.currencyCode);
}

export function place(world: World, store: FakeStore, checkout: Checkout): FakeOrder {
  const now = world.now();
  const number = world.nextId();
  const { currency } = store;
  const lines: FakeLine[] = checkout.lines.map((wanted) => ({
    id: LineId.parse(`gid://shopify/LineItem/${world.nextId()}`),
    itemId: itemId(wanted.sku),
    locationId: locationId(wanted.location ?? HOUSE),
    title: wanted.sku,
    sku: wanted.sku,
    unitPrice: money(wanted.price ?? '20.00', currency),
    tracked: wanted.tracked ?? true,
    ordered: wanted.quantity,
    current: wanted.quantity,
  }));
  const order: FakeOrder = {
    id: OrderId.parse(`gid://shopify/Order/${number}`),
    name: `#${number}`,
    placedAt: now,
    customer: checkout.customer,
    test: checkout.test ?? false,
    source: checkout.source ?? 'web',
    shipping: money(checkout.shipping ?? '0', currency),
    lines,
    fulfillmentOrders: [],
    fulfillments: [],
    transactions: [],
    cancelledAt: null,
    disputed: false,
    risk: checkout.risk ?? 'none',
  };
  world.orders.set(order.id, order);
  for (const line of lines)
    commit(world, levelOf(world, line.itemId, line.locationId), line.ordered);
  world.log({
    kind: 'order-placed',
    at: now,
    order: order.id,
    customer: order.customer.email,
    zone: customerZone(order.customer, store.timezone),
    test: order.test,
    latest: endOfDayAfter(now, store.statedShippingDays, store.timezone),
    visibleUntil: store.readAllOrders ? null : addMs(now, 60 * DAY),
    total: totalOf(order),
    lines: lines.map((l) => ({
      line: l.id,
      item: l.itemId,
      location: l.locationId,
      units: l.ordered,
    })),
  });
  pay(world, store, order, checkout);
  lookHint(world, order);
  const delay = checkout.routedAfterMs === undefined ? 30_000 : checkout.routedAfterMs;
  if (delay === 0) route(world, order);
  else if (delay !== null)
    world.agenda.push({ at: addMs(now, delay), act: () => route(world, order) });
  return order;
}

function pay(world: World, store: FakeStore, order: FakeOrder, checkout: Checkout): void {
  const at = world.now();
  const add = (kind: Transaction['kind'], gateway: string, amount: Money): Transaction => {
    const days = checkout.authorizationDays ?? 7;
    const transaction: Transaction = {
      id: transactionId(world),
      kind,
      status: 'success',
      amount,
      gateway,
      parentId: null,
      processedAt: at,
      authorizationExpiresAt: store.plus && kind === 'authorization' ? addMs(at, days * DAY) : null,
      multiCapturable: store.plus && kind === 'authorization',
      errorCode: null,
    };
    order.transactions.push(transaction);
    return transaction;
  };
  const card = checkout.giftCard === undefined ? null : money(checkout.giftCard, store.currency);
  if (card !== null) {
    add('sale', 'gift_card', card);
    world.log({ kind: 'paid-by-gift-card', at, order: order.id, amount: card });
  }
  const rest =
    card === null
      ? totalOf(order)
      : plus(totalOf(order), money(-Number(card.amount), store.currency));
  if ((checkout.captureMode ?? store.captureMode) === 'checkout') {
    add('sale', 'shopify_payments', rest);
    world.log({ kind: 'charged-at-checkout', at, order: order.id, amount: rest });
    return;
  }
  const { id } = add('authorization', 'shopify_payments', rest);
  world.log({
    kind: 'authorized',
    at,
    order: order.id,
    authorization: id,
    amount: rest,
    expiresAt: addMs(at, (checkout.authorizationDays ?? 7) * DAY),
    multiCapturable: store.plus,
  });
}

/** Shopify makes a fulfillment order per location, seconds to minutes after the order. */
export function route(world: World, order: FakeOrder): void {
  if (order.cancelledAt !== null || order.fulfillmentOrders.length > 0) return;
  for (const location of new Set(order.lines.map((line) => line.locationId))) {
    const lines = order.lines.filter((line) => line.locationId === location && line.current > 0);
    if (lines.length === 0) continue;
    order.fulfillmentOrders.push({
      id: fulfillmentOrderId(world),
      locationId: location,
      canHold: true,
      cancelled: false,
      holds: [],
      remaining: new Map(lines.map((line) => [line.id, line.current])),
    });
  }
  world.log({ kind: 'order-routed', at: world.now(), order: order.id });
  for (const fo of order.fulfillmentOrders)
    world.hint({ kind: 'find-order', fulfillmentOrderId: fo.id });
}

/** A person adds units to a line: they join its fulfillment order, or a new one where that is held or done. */
export function addUnits(world: World, order: FakeOrder, lineId: LineId, units: number): boolean {
  const line = lineOf(order, lineId);
  if (order.cancelledAt !== null || order.fulfillmentOrders.length === 0) return false;
  line.ordered += units;
  line.current += units;
  commit(world, levelOf(world, line.itemId, line.locationId), units);
  const open = order.fulfillmentOrders.find(
    (fo) =>
      fo.locationId === line.locationId &&
      !fo.cancelled &&
      fo.holds.length === 0 &&
      [...fo.remaining.values()].some((n) => n > 0),
  );
  if (open !== undefined) open.remaining.set(lineId, (open.remaining.get(lineId) ?? 0) + units);
  else
    order.fulfillmentOrders.push({
      id: fulfillmentOrderId(world),
      locationId: line.locationId,
      canHold: true,
      cancelled: false,
      holds: [],
      remaining: new Map([[lineId, units]]),
    });
  lineChanged(world, order, line, 'merchant');
  return true;
}

/** Takes units off a line that are not in a fulfillment; false when there aren't so many. */
export function takeOff(
  world: World,
  order: FakeOrder,
  lineId: LineId,
  units: number,
  by: 'holdfast' | 'merchant',
): boolean {
  const line = lineOf(order, lineId);
  const open = order.fulfillmentOrders.filter(
    (fo) => !fo.cancelled && (fo.remaining.get(lineId) ?? 0) > 0,
  );
  const there = open.reduce((total, fo) => total + (fo.remaining.get(lineId) ?? 0), 0);
  if (order.cancelledAt !== null || there < units) return false;
  let left = units;
  for (const fo of open) {
    const has = fo.remaining.get(lineId) ?? 0;
    const gone = Math.min(has, left);
    fo.remaining.set(lineId, has - gone);
    left -= gone;
  }
  line.current -= units;
  commit(world, levelOf(world, line.itemId, line.locationId), -units);
  lineChanged(world, order, line, by);
  return true;
}

function lineChanged(
  world: World,
  order: FakeOrder,
  line: FakeLine,
  by: 'holdfast' | 'merchant',
): void {
  const total = totalOf(order);
  world.log({
    kind: 'line-changed',
    at: world.now(),
    order: order.id,
    line: line.id,
    units: line.current,
    total,
    by,
  });
  lookHint(world, order);
}
