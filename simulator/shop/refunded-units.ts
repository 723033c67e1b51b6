import type { Actor, Line, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { shippedQuantity } from './accounting';
import { removeUnits } from './removal';
import { changeStock, findLevel } from './stock';

export interface UnitsToRefund {
  readonly lineItemId: string;
  readonly quantity: number;
  readonly restockType: string;
  readonly locationId: string | null;
}

/**
 * Takes refunded units off an order. Only CANCEL lowers what is still to be fulfilled; NO_RESTOCK and RETURN leave "the
 * number of fulfillable units unchanged" (Shopify's REST reference of refunds), also in the fulfillment order.
 */
export function takeUnits(
  world: World,
  shop: Shop,
  order: Order,
  line: Line,
  wish: UnitsToRefund,
  by: Actor,
): void {
  if (wish.restockType === 'CANCEL')
    return removeUnits(world, shop, order, line, wish.quantity, true, by, 'refund');
  const back = Math.min(wish.quantity, shippedQuantity(line));
  line.removed += wish.quantity;
  line.returned += back;
  line.stillToSend += wish.quantity - back;
  const place = wish.locationId ?? line.locationId;
  if (wish.restockType !== 'RETURN' || !line.itemId || !place || !line.tracked) return;
  if (!findLevel(shop, line.itemId, place)) return;
  changeStock(world, shop, {
    itemId: line.itemId,
    locationId: place,
    by,
    reason: 'return',
    orderId: order.id,
    changes: { available: back },
  });
}
