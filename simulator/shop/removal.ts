import type { Actor, Line, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { remaining } from './fulfillment-orders';
import { isDeactivated } from './deactivated';
import { openFulfillmentOrders } from './statuses';
import { changeStock, findLevel } from './stock';

/** Takes units that never shipped off an order. */
export function removeUnits(
  world: World,
  shop: Shop,
  order: Order,
  line: Line,
  quantity: number,
  restock: boolean,
  by: Actor,
  reason: string,
): void {
  line.removed += quantity;
  takeOut(world, shop, order, line, quantity, restock, by, reason);
}

/** Takes units that never shipped out of their fulfillment orders, and back to the shelf if so wished. */
export function takeOut(
  world: World,
  shop: Shop,
  order: Order,
  line: Line,
  quantity: number,
  restock: boolean,
  by: Actor,
  reason: string,
): void {
  let left = quantity;
  const holders = openFulfillmentOrders(order).sort(
    (a, b) => Number(b.status === 'ON_HOLD') - Number(a.status === 'ON_HOLD'),
  );
  for (const fo of holders) {
    for (const entry of fo.lines.filter((candidate) => candidate.lineId === line.id)) {
      const taken = Math.min(left, entry.remaining);
      entry.remaining -= taken;
      entry.total -= taken;
      left -= taken;
      if (taken > 0) fo.updatedAt = world.clock.iso();
    }
    if (remaining(fo) > 0) continue;
    // Recorded: closed with no units. That fulfillment_orders/cancelled is not sent is inferred from the status.
    fo.holds = [];
    fo.status = 'CLOSED';
  }
  if (
    !line.itemId ||
    !line.locationId ||
    !line.tracked ||
    !findLevel(shop, line.itemId, line.locationId)
  )
    return;
  const gone = isDeactivated(shop, line.locationId);
  const stays = !gone && (restock || !shop.switches.unstockedLeave);
  changeStock(world, shop, {
    itemId: line.itemId,
    locationId: line.locationId,
    by,
    reason: restock ? `${reason}-restocked` : reason,
    orderId: order.id,
    changes: stays ? { available: quantity, committed: -quantity } : { committed: -quantity },
  });
}
