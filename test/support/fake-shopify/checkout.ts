import { addMs, DAY, endOfDayAfter } from '../../../app/domain/calendar';
import { customerZone } from '../../../app/domain/customer-zone';
import { LineId, OrderId } from '../../../app/domain/ids';
import { money } from '../../../app/domain/money';
import { payAtCheckout } from './checkout-payment';
import { grossOf, priceLines, totalOf } from './price';
import { route } from './routing';
import { commit, levelOf } from './stock';
import { type FakeLine, type FakeOrder, lookHint, type World } from './state';
import { type Checkout, HOUSE, itemId, locationId } from './store';

export { totalOf } from './price';

const ROUTED_AFTER_MS = 30_000;

export function place(world: World, checkout: Checkout): FakeOrder {
  const order = newOrder(world, checkout);
  world.orders.set(order.id, order);
  for (const line of order.lines)
    commit(world, levelOf(world, line.itemId, line.locationId), line.ordered);
  tell(world, order);
  payAtCheckout(world, order, checkout);
  lookHint(world, order);
  const delay = checkout.routedAfterMs === undefined ? ROUTED_AFTER_MS : checkout.routedAfterMs;
  if (delay === 0) route(world, order);
  else if (delay !== null)
    world.agenda.push({ at: addMs(world.now(), delay), act: () => route(world, order) });
  return order;
}

function newOrder(world: World, checkout: Checkout): FakeOrder {
  const number = world.nextId();
  const { currency, captureMode } = world.store;
  return {
    id: OrderId.parse(`gid://shopify/Order/${number}`),
    name: `#${number}`,
    placedAt: world.now(),
    customer: checkout.customer,
    test: checkout.test ?? false,
    source: checkout.source ?? 'web',
    shipping: money(checkout.shipping ?? '0', currency),
    captureMode: checkout.captureMode ?? captureMode,
    lines: newLines(world, checkout),
    fulfillmentOrders: [],
    fulfillments: [],
    transactions: [],
    released: new Set(),
    cancelledAt: null,
    updatedAt: world.now(),
    disputed: false,
    returning: false,
    editable: checkout.editable ?? true,
    showsExpired: false,
    hasTerms: false,
    declines: 0,
    risk: checkout.risk ?? 'none',
  };
}

function newLines(world: World, checkout: Checkout): FakeLine[] {
  const priced = priceLines(checkout, world.store.currency);
  return checkout.lines.flatMap((wanted, i): FakeLine[] => {
    const price = priced[i];
    if (price === undefined) return [];
    return [
      {
        id: LineId.parse(`gid://shopify/LineItem/${world.nextId()}`),
        itemId: itemId(wanted.sku),
        locationId: locationId(wanted.location ?? HOUSE),
        title: wanted.sku,
        sku: wanted.sku,
        unitPrice: price.unitPrice,
        priced: { units: wanted.quantity, gross: price.gross },
        tracked: wanted.tracked ?? true,
        ships: wanted.ships ?? true,
        ordered: wanted.quantity,
        current: wanted.quantity,
      },
    ];
  });
}

function tell(world: World, order: FakeOrder): void {
  const { store } = world;
  const at = order.placedAt;
  world.log({
    kind: 'order-placed',
    at,
    order: order.id,
    customer: order.customer.email,
    zone: customerZone(order.customer, store.timezone),
    test: order.test,
    latest: endOfDayAfter(at, store.statedShippingDays, store.timezone),
    visibleUntil: store.readAllOrders ? null : addMs(at, 60 * DAY),
    total: totalOf(order),
    lines: order.lines.map((line) => ({
      line: line.id,
      item: line.itemId,
      location: line.locationId,
      units: line.ordered,
      gross: grossOf(line, line.ordered),
    })),
  });
}
