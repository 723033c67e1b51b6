import { foRef, holdPayload } from '../webhooks/payloads';
import { Refusal } from '../world/refusal';
import type { Actor, FulfillmentOrder, Hold, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';
import { announceSplit, carve, type Wanted } from './fulfillment-orders';
import { supportedActions } from './statuses';

const MOST_HOLDS_PER_APP = 10;

export interface HoldRequest {
  reason: string;
  reasonNotes: string | null;
  handle: string | null;
  externalId: string | null;
  lines: readonly Wanted[];
  by: Actor;
}

export interface Held {
  hold: Hold;
  fo: FulfillmentOrder;
  rest: FulfillmentOrder | undefined;
}

/** With lines the fulfillment order is split: what is named stays here and waits, the rest goes on in a new one. */
export function placeHold(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  request: HoldRequest,
): Held {
  if (!supportedActions(fo, shop).includes('HOLD')) {
    throw new Refusal('The fulfillment order is not in a holdable state', 'TAKEN', ['id']);
  }
  const mine = fo.holds.filter((hold) => hold.by === request.by);
  if (request.handle !== null && request.handle.length > 64)
    throw new Refusal('Handle is too long (maximum is 64 characters)', 'TAKEN', [
      'fulfillmentHold',
      'handle',
    ]);
  if (mine.some((hold) => (hold.handle ?? '') === (request.handle ?? ''))) {
    throw new Refusal(
      'The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.',
      'DUPLICATE_FULFILLMENT_HOLD_HANDLE',
      ['fulfillmentHold', 'handle'],
    );
  }
  if (mine.length >= MOST_HOLDS_PER_APP)
    throw new Refusal(
      'The maximum number of fulfillment holds for this fulfillment order has been reached for this app.',
      'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED',
      ['id'],
    );
  if (request.lines.length > 0 && fo.holds.length > 0)
    throw new Refusal(
      'The fulfillment order is not splittable',
      'FULFILLMENT_ORDER_NOT_SPLITTABLE',
      ['id'],
    );
  const rest =
    request.lines.length > 0
      ? carve(world, order, fo, request.lines, 'fulfillmentHold')
      : undefined;
  const hold: Hold = {
    id: world.id('FulfillmentHold'),
    handle: request.handle,
    externalId: request.externalId,
    reason: request.reason,
    reasonNotes: request.reasonNotes,
    by: request.by,
    createdAt: world.clock.iso(),
  };
  const first = fo.holds.length === 0;
  fo.holds.push(hold);
  fo.status = 'ON_HOLD';
  fo.updatedAt = world.clock.iso();
  world.ledger.append({
    shop: shop.domain,
    kind: 'hold',
    by: request.by,
    orderId: order.id,
    target: fo.id,
    quantity: fo.lines.reduce((total, line) => total + line.remaining, 0),
    detail: {
      holdId: hold.id,
      handle: hold.handle,
      reason: hold.reason,
      lines: fo.lines.map(({ lineId, remaining }) => ({ lineId, quantity: remaining })),
    },
  });
  if (rest) announceSplit(world, shop, order, fo, rest, request.by);
  world.emit(shop, 'fulfillment_holds/added', {
    fulfillment_order: { id: fo.id },
    fulfillment_hold: holdPayload(hold),
  });
  if (first) {
    world.emit(shop, 'fulfillment_orders/placed_on_hold', {
      fulfillment_order: { ...foRef(fo), fulfillment_holds: fo.holds.map(holdPayload) },
      remaining_fulfillment_order: rest ? foRef(rest) : null,
      held_fulfillment_order_line_items: fo.lines.map((line) => ({
        id: line.id,
        quantity: line.remaining,
      })),
      created_fulfillment_hold: holdPayload(hold),
    });
  }
  orderChanged(world, shop, order);
  return { hold, fo, rest };
}

/** Without ids every hold goes, also other apps' and the merchant's: Shopify's trap, kept as it is. */
export function releaseHolds(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  ids: readonly string[] | undefined,
  by: Actor,
): FulfillmentOrder {
  const going =
    ids === undefined ? [...fo.holds] : fo.holds.filter((hold) => ids.includes(hold.id));
  if (ids !== undefined && going.length < ids.length)
    throw new Refusal('The fulfillment hold does not exist', 'INVALID_ACCESS', ['holdIds'], 404);
  fo.holds = fo.holds.filter((hold) => !going.includes(hold));
  for (const hold of going) {
    world.ledger.append({
      shop: shop.domain,
      kind: 'release',
      by,
      orderId: order.id,
      target: fo.id,
      detail: { holdId: hold.id, handle: hold.handle, heldBy: hold.by, all: ids === undefined },
    });
    world.emit(shop, 'fulfillment_holds/released', {
      fulfillment_order: { id: fo.id },
      fulfillment_hold: holdPayload(hold),
    });
  }
  if (going.length > 0 && fo.holds.length === 0 && fo.status === 'ON_HOLD') {
    fo.status = 'OPEN';
    world.emit(shop, 'fulfillment_orders/hold_released', { fulfillment_order: foRef(fo) });
  }
  fo.updatedAt = world.clock.iso();
  if (going.length > 0) orderChanged(world, shop, order);
  return fo;
}
