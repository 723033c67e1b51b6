import { Refusal } from '../world/refusal';
import type {
  DeliveryMethodType,
  FulfillmentOrder,
  FulfillmentOrderLine,
  Order,
  Shop,
} from '../world/types';
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
  throw new Refusal('Fulfillment order does not exist.', 'FULFILLMENT_ORDER_NOT_FOUND', null, 404);
}

/** The number of its id, as Shopify's sentences name it. */
export const numberOf = ({ id }: FulfillmentOrder): string => id.slice(id.lastIndexOf('/') + 1);

export const remaining = (fo: FulfillmentOrder): number =>
  fo.lines.reduce((total, line) => total + line.remaining, 0);

export function newFulfillmentOrder(
  world: World,
  order: Order,
  locationId: string,
  lines: { lineId: string; quantity: number }[],
  delivery: DeliveryMethodType = 'SHIPPING',
): FulfillmentOrder {
  const now = world.clock.iso();
  const fo: FulfillmentOrder = {
    id: world.id('FulfillmentOrder'),
    orderId: order.id,
    locationId,
    status: 'OPEN',
    requestStatus: 'UNSUBMITTED',
    holds: [],
    requests: [],
    delivery,
    progressReported: false,
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
        'Fulfillment order line item does not exist.',
        'INVALID_LINE_ITEM_QUANTITY',
        [field],
        404,
      );
    if (quantity <= 0)
      throw new Refusal('Quantity must be greater than zero', 'GREATER_THAN_ZERO', [field]);
    if (quantity > line.remaining)
      throw new Refusal(
        'Invalid fulfillment order line item quantity requested.',
        'INVALID_LINE_ITEM_QUANTITY',
        [field],
      );
    return { line, quantity };
  });
}

interface Portion {
  line: FulfillmentOrderLine;
  quantity: number;
}

/** Puts units into a new fulfillment order of the same place and way of delivery. */
function peel(
  world: World,
  order: Order,
  fo: FulfillmentOrder,
  portions: readonly Portion[],
): FulfillmentOrder {
  const other = newFulfillmentOrder(
    world,
    order,
    fo.locationId,
    portions.map(({ line, quantity }) => ({ lineId: line.lineId, quantity })),
    fo.delivery,
  );
  for (const { line, quantity } of portions) {
    line.remaining -= quantity;
    line.total -= quantity;
  }
  fo.lines = fo.lines.filter((line) => line.total > 0);
  fo.updatedAt = world.clock.iso();
  return other;
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
  return rest.length === 0 ? undefined : peel(world, order, fo, rest);
}

/** Puts the wanted units into a new one and leaves the rest in `fo`; all that is there gives undefined. */
export function takeOut(
  world: World,
  order: Order,
  fo: FulfillmentOrder,
  wanted: readonly Wanted[],
  field: string,
): FulfillmentOrder | undefined {
  const chosen = pick(fo, wanted, field);
  const all = chosen.reduce((total, { quantity }) => total + quantity, 0) === remaining(fo);
  return all ? undefined : peel(world, order, fo, chosen);
}
