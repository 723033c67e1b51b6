import { addFulfillmentOrder, type FakeOrder, findHint, type World } from './state';

/** Shopify makes a fulfillment order per location, seconds to minutes after the order. */
export function route(world: World, order: FakeOrder): void {
  if (order.cancelledAt !== null || order.fulfillmentOrders.length > 0) return;
  for (const location of new Set(order.lines.map((line) => line.locationId))) {
    const lines = order.lines.filter((line) => line.locationId === location && line.current > 0);
    if (lines.length === 0) continue;
    const remaining = new Map(lines.map((line) => [line.id, line.current]));
    addFulfillmentOrder(world, order, location, remaining);
  }
  world.log({ kind: 'order-routed', at: world.now(), order: order.id });
  for (const fo of order.fulfillmentOrders) findHint(world, fo);
}
