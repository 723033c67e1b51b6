import { bare } from '../webhooks/numbers';
import { foRef } from '../webhooks/payloads';
import { Refusal } from '../world/refusal';
import type { Actor, FulfillmentOrder, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';
import { carve, findFulfillmentOrder, type Wanted } from './fulfillment-orders';
import { isWithThirdParty } from './statuses';
import { changeStock, connectStock, findLevel } from './stock';

/** Sends units to another location: their stock is given back there and committed here. */
export function move(
  world: World,
  shop: Shop,
  fo: FulfillmentOrder,
  order: Order,
  locationId: string,
  wanted: readonly Wanted[],
  by: Actor,
): { moved: FulfillmentOrder; original: FulfillmentOrder; rest: FulfillmentOrder | undefined } {
  const from = fo.locationId;
  if (fo.requestStatus === 'SUBMITTED' || isWithThirdParty(fo))
    throw new Refusal('The fulfillment order cannot be moved', null, ['id']);
  if (!['OPEN', 'ON_HOLD'].includes(fo.status))
    throw new Refusal('The fulfillment order cannot be moved', null, ['id']);
  const rest =
    wanted.length > 0 ? carve(world, order, fo, wanted, 'fulfillmentOrderLineItems') : undefined;
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
      locationId: from,
      changes: { available: n, committed: -n },
    });
    changeStock(world, shop, { ...common, locationId, changes: { available: -n, committed: n } });
    ordered.locationId = locationId;
  }
  fo.locationId = locationId;
  fo.updatedAt = world.clock.iso();
  world.ledger.append({
    shop: shop.domain,
    kind: 'move',
    by,
    orderId: order.id,
    target: fo.id,
    detail: { from, to: locationId },
  });
  world.emit(shop, 'fulfillment_orders/moved', {
    original_fulfillment_order: { ...foRef(rest ?? fo), assigned_location_id: from },
    moved_fulfillment_order: { ...foRef(fo), assigned_location_id: locationId },
    destination_location_id: locationId,
    fulfillment_order_line_items_requested: wanted,
    source_location: { id: from },
  });
  orderChanged(world, shop, order);
  return { moved: fo, original: rest ?? fo, rest };
}

/** The units of all move into the first; the others are closed. Only of one place and none on hold. */
export function merge(
  world: World,
  shop: Shop,
  ids: readonly string[],
  by: Actor,
): FulfillmentOrder {
  const found = ids.map((id) => findFulfillmentOrder(shop, id));
  const [first, ...others] = found;
  if (!first || others.length === 0)
    throw new Refusal('Two fulfillment orders are needed', 'GREATER_THAN', null, 400);
  if (
    found.some(
      ({ order, fo }) =>
        order !== first.order || fo.locationId !== first.fo.locationId || fo.status !== 'OPEN',
    )
  ) {
    throw new Refusal(
      'Only open fulfillment orders of one order and location can be merged',
      'GREATER_THAN',
    );
  }
  const intents = found.map(({ fo }) => ({
    fulfillment_order_id: bare(fo.id),
    fulfillment_order_line_items: fo.lines.map((line) => ({
      id: bare(line.id),
      quantity: line.remaining,
    })),
  }));
  for (const { fo } of others) {
    for (const line of fo.lines) {
      const same = first.fo.lines.find((candidate) => candidate.lineId === line.lineId);
      if (same) {
        same.total += line.remaining;
        same.remaining += line.remaining;
      } else
        first.fo.lines.push({
          id: world.id('FulfillmentOrderLineItem'),
          lineId: line.lineId,
          total: line.remaining,
          remaining: line.remaining,
        });
      line.remaining = 0;
    }
    fo.status = 'CLOSED';
    fo.updatedAt = world.clock.iso();
  }
  world.ledger.append({
    shop: shop.domain,
    kind: 'merge',
    by,
    orderId: first.order.id,
    target: first.fo.id,
    detail: { merged: others.map(({ fo }) => fo.id) },
  });
  world.emit(shop, 'fulfillment_orders/merged', {
    merge_intents: intents,
    fulfillment_order_merges: { fulfillment_order: foRef(first.fo) },
  });
  orderChanged(world, shop, first.order);
  return first.fo;
}
