import { foRef } from '../webhooks/payloads';
import type { DeliveryMethodType, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { unfulfilledQuantity } from './accounting';
import { planAutoFulfil } from './plan-auto-fulfil';
import { newFulfillmentOrder } from './fulfillment-orders';
import { findLocation } from './stock';
import { isAtService } from './supported-actions';

/** Gives an order its fulfillment orders, one for each location that is to send something. */
export function route(world: World, shop: Shop, order: Order): void {
  if (order.routed || order.cancelledAt !== null) return;
  order.routed = true;
  order.updatedAt = world.clock.iso();
  const parts = new Map<string, Part>();
  for (const line of order.lines) {
    const quantity = unfulfilledQuantity(line);
    if (quantity <= 0 || line.giftCard) continue;
    const place = line.locationId ?? findLocation(shop).id;
    const key = `${place} ${line.delivery ?? ''}`;
    const part = parts.get(key) ?? { locationId: place, delivery: line.delivery, lines: [] };
    part.lines.push({ lineId: line.id, quantity });
    parts.set(key, part);
  }
  for (const { locationId, delivery, lines } of parts.values()) {
    const way = delivery ?? usualDelivery(order, lines);
    const fo = newFulfillmentOrder(world, order, locationId, lines, way);
    world.ledger.append({
      shop: shop.domain,
      kind: 'routed',
      by: 'shopify',
      orderId: order.id,
      target: fo.id,
      detail: { locationId, lines },
    });
    // The schema speaks of a fulfillment service's location only; for the merchant's own it is a switch.
    if (shop.switches.routingToldForOwn || isAtService(fo, shop))
      world.emit(shop, 'fulfillment_orders/order_routing_complete', {
        fulfillment_order: foRef(fo),
      });
  }
  planAutoFulfil(world, shop, order);
}

interface Part {
  locationId: string;
  delivery: DeliveryMethodType | null;
  lines: { lineId: string; quantity: number }[];
}

const usualDelivery = (order: Order, lines: Part['lines']): DeliveryMethodType => {
  if (order.sourceName === 'pos') return 'RETAIL';
  const ships = order.lines.some(
    (line) => line.requiresShipping && lines.some(({ lineId }) => lineId === line.id),
  );
  return ships ? 'SHIPPING' : 'NONE';
};
