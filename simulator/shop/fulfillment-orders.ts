import { foRef } from '../webhooks/payloads';
import { Refusal, notFound } from '../world/refusal';
import type { Actor, FulfillmentOrder, FulfillmentOrderLine, Order, Shop } from '../world/types';
import { isWithThirdParty } from './statuses';
import type { World } from '../world/world';

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
  if (fo.status === 'ON_HOLD' || isWithThirdParty(fo))
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
