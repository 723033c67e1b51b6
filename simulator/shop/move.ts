import { foRef } from '../webhooks/payloads';
import { Refusal } from '../world/refusal';
import type { Actor, FulfillmentOrder, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';
import { takeOut, type Wanted } from './fulfillment-orders';
import { isWithThirdParty } from './statuses';
import { changeStock, connectStock, findLevel } from './stock';

export interface Moved {
  moved: FulfillmentOrder;
  original: FulfillmentOrder;
  /** What stayed behind; nothing if all of it was moved. */
  rest: FulfillmentOrder | undefined;
}

/**
 * Sends units to another location. Recorded: all of them keep their fulfillment order; named units get a new one there,
 * and the first stays where it is with the rest.
 */
export function move(
  world: World,
  shop: Shop,
  fo: FulfillmentOrder,
  order: Order,
  locationId: string,
  wanted: readonly Wanted[],
  by: Actor,
): Moved {
  const from = fo.locationId;
  if (fo.requestStatus === 'SUBMITTED' || isWithThirdParty(fo))
    throw new Refusal('The fulfillment order cannot be moved', null, ['id']);
  if (!['OPEN', 'ON_HOLD', 'INCOMPLETE'].includes(fo.status))
    throw new Refusal('The fulfillment order cannot be moved', null, ['id']);
  if (fo.status === 'ON_HOLD' && wanted.length > 0)
    throw new Refusal('The fulfillment order is not in a splittable state.', null, ['id']);
  const part =
    wanted.length > 0 ? takeOut(world, order, fo, wanted, 'fulfillmentOrderLineItems') : undefined;
  const moved = part ?? fo;
  moveStock(world, shop, order, moved, locationId, by);
  moved.locationId = locationId;
  moved.updatedAt = world.clock.iso();
  world.ledger.append({
    shop: shop.domain,
    kind: 'move',
    by,
    orderId: order.id,
    target: moved.id,
    detail: { from, to: locationId },
  });
  world.emit(shop, 'fulfillment_orders/moved', {
    original_fulfillment_order: { ...foRef(fo), assigned_location_id: from },
    moved_fulfillment_order: { ...foRef(moved), assigned_location_id: locationId },
    destination_location_id: locationId,
    fulfillment_order_line_items_requested: wanted,
    source_location: { id: from },
  });
  orderChanged(world, shop, order);
  return { moved, original: fo, rest: part ? fo : undefined };
}

/** The units' stock is given back where they were, and committed where they go. */
function moveStock(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  locationId: string,
  by: Actor,
): void {
  for (const line of fo.lines) {
    const ordered = order.lines.find((candidate) => candidate.id === line.lineId);
    if (!ordered?.itemId || !ordered.tracked) continue;
    if (!findLevel(shop, ordered.itemId, locationId)) {
      if (by === 'app')
        throw new Refusal('The destination does not stock the item', null, ['newLocationId']);
      connectStock(world, shop, ordered.itemId, locationId, 0, by);
    }
    const n = line.remaining;
    const common = { itemId: ordered.itemId, by, reason: 'move', orderId: order.id };
    changeStock(world, shop, {
      ...common,
      locationId: fo.locationId,
      changes: { available: n, committed: -n },
    });
    changeStock(world, shop, { ...common, locationId, changes: { available: -n, committed: n } });
    ordered.locationId = locationId;
  }
}
