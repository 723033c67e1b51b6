import { bare } from '../webhooks/numbers';
import { foRef } from '../webhooks/payloads';
import { Refusal, notFound } from '../world/refusal';
import type { Actor, FulfillmentOrder, FulfillmentOrderLine, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';
import { changeStock, connectStock, findLevel } from './stock';

export interface Wanted {
  id: string;
  quantity: number;
}

export function findFulfillmentOrder(
  shop: Shop,
  id: string,
): { order: Order; fo: FulfillmentOrder } {
  const gid = id.startsWith('gid://') ? id : `gid://shopify/FulfillmentOrder/${id}`;
  for (const order of shop.orders) {
    const fo = order.fulfillmentOrders.find((candidate) => candidate.id === gid);
    if (fo) return { order, fo };
  }
  throw notFound('The fulfillment order', 'FULFILLMENT_ORDER_NOT_FOUND', ['id']);
}

export const remaining = (fo: FulfillmentOrder): number =>
  fo.lines.reduce((total, line) => total + line.remaining, 0);

export function newFulfillmentOrder(
  world: World,
  order: Order,
  locationId: string,
  lines: { lineId: string; quantity: number }[],
): FulfillmentOrder {
  const now = world.clock.iso();
  const fo: FulfillmentOrder = {
    id: world.id('FulfillmentOrder'),
    orderId: order.id,
    locationId,
    status: 'OPEN',
    requestStatus: 'UNSUBMITTED',
    holds: [],
    createdAt: now,
    updatedAt: now,
    lines: lines.map(({ lineId, quantity }) => ({
      id: world.id('FulfillmentOrderLineItem'),
      lineId,
      total: quantity,
      remaining: quantity,
    })),
  };
  order.fulfillmentOrders.push(fo);
  return fo;
}

/** Which lines of the fulfillment order are meant, or a refusal in Shopify's codes. */
export function pick(
  fo: FulfillmentOrder,
  wanted: readonly Wanted[],
  field: string,
): { line: FulfillmentOrderLine; quantity: number }[] {
  if (new Set(wanted.map(({ id }) => id)).size < wanted.length) {
    throw new Refusal(
      'Fulfillment order line items must be unique',
      'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS',
      [field],
    );
  }
  return wanted.map(({ id, quantity }) => {
    const line = fo.lines.find((candidate) => candidate.id === id);
    if (!line)
      throw new Refusal(
        'Fulfillment order line item does not exist',
        'INVALID_LINE_ITEM_QUANTITY',
        [field],
        404,
      );
    if (quantity <= 0)
      throw new Refusal('Quantity must be greater than zero', 'GREATER_THAN_ZERO', [field]);
    if (quantity > line.remaining)
      throw new Refusal('Quantity exceeds what remains', 'INVALID_LINE_ITEM_QUANTITY', [field]);
    return { line, quantity };
  });
}

/** Leaves the wanted units in `fo` and puts the rest into a new one; nothing to put aside gives undefined. */
export function carve(
  world: World,
  order: Order,
  fo: FulfillmentOrder,
  wanted: readonly Wanted[],
  field: string,
): FulfillmentOrder | undefined {
  const chosen = pick(fo, wanted, field);
  const kept = new Map(chosen.map(({ line, quantity }) => [line.id, quantity]));
  const rest = fo.lines
    .map((line) => ({ line, quantity: line.remaining - (kept.get(line.id) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
  if (rest.length === 0) return undefined;
  const other = newFulfillmentOrder(
    world,
    order,
    fo.locationId,
    rest.map(({ line, quantity }) => ({ lineId: line.lineId, quantity })),
  );
  for (const { line, quantity } of rest) {
    line.remaining -= quantity;
    line.total -= quantity;
  }
  fo.lines = fo.lines.filter((line) => line.total > 0);
  fo.updatedAt = world.clock.iso();
  return other;
}

export interface Split {
  fo: FulfillmentOrder;
  rest: FulfillmentOrder;
}

/** The named units go to a new fulfillment order; what is not named stays. */
export function split(
  world: World,
  shop: Shop,
  fo: FulfillmentOrder,
  order: Order,
  wanted: readonly Wanted[],
  by: Actor,
): Split {
  if (wanted.length === 0)
    throw new Refusal('No line items to split off', 'NO_LINE_ITEMS_PROVIDED_TO_SPLIT', [
      'fulfillmentOrderSplits',
    ]);
  if (fo.status === 'ON_HOLD' || fo.requestStatus === 'ACCEPTED')
    throw new Refusal('The fulfillment order cannot be split', 'GREATER_THAN', [
      'fulfillmentOrderSplits',
    ]);
  const rest = carve(world, order, fo, wanted, 'fulfillmentOrderLineItems');
  if (!rest)
    throw new Refusal('All units were named, nothing would be split off', 'GREATER_THAN', [
      'fulfillmentOrderSplits',
    ]);
  announceSplit(world, shop, order, fo, rest, by);
  return { fo, rest };
}

export function announceSplit(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  rest: FulfillmentOrder,
  by: Actor,
): void {
  world.ledger.append({
    shop: shop.domain,
    kind: 'split',
    by,
    orderId: order.id,
    target: fo.id,
    detail: { rest: rest.id },
  });
  world.emit(shop, 'fulfillment_orders/split', {
    split_line_items: rest.lines.map((line) => ({ id: line.id, quantity: line.total })),
    fulfillment_order: foRef(fo),
    remaining_fulfillment_order: foRef(rest),
    replacement_fulfillment_order: null,
  });
}

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
  if (['SUBMITTED', 'ACCEPTED'].includes(fo.requestStatus))
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
