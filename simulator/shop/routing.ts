import { foRef } from '../webhooks/payloads';
import type { Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { unfulfilledQuantity } from './accounting';
import { newFulfillmentOrder } from './fulfillment-orders';
import { findLocation } from './stock';

/** Gives an order its fulfillment orders, one for each location that is to send something. */
export function route(world: World, shop: Shop, order: Order): void {
  if (order.routed || order.cancelledAt !== null) return;
  order.routed = true;
  order.updatedAt = world.clock.iso();
  const byLocation = new Map<string, { lineId: string; quantity: number }[]>();
  for (const line of order.lines) {
    const quantity = unfulfilledQuantity(line);
    if (quantity <= 0 || line.giftCard) continue;
    const place = line.locationId ?? findLocation(shop).id;
    byLocation.set(place, [...(byLocation.get(place) ?? []), { lineId: line.id, quantity }]);
  }
  for (const [locationId, lines] of byLocation) {
    const fo = newFulfillmentOrder(world, order, locationId, lines);
    world.ledger.append({
      shop: shop.domain,
      kind: 'routed',
      by: 'shopify',
      orderId: order.id,
      target: fo.id,
      detail: { locationId, lines },
    });
    world.emit(shop, 'fulfillment_orders/order_routing_complete', { fulfillment_order: foRef(fo) });
  }
}
