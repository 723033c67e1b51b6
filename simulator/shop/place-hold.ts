import { foRef, holdPayload } from '../webhooks/payloads';
import type { Actor, FulfillmentOrder, Hold, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';
import { carve, remaining, type Wanted } from './fulfillment-orders';
import { refuseHold } from './refuse-hold';
import { announceSplit } from './split';

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
  refuseHold(shop, order, fo, request);
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
    quantity: remaining(fo),
    detail: {
      holdId: hold.id,
      handle: hold.handle,
      reason: hold.reason,
      lines: fo.lines.map(({ lineId, remaining: quantity }) => ({ lineId, quantity })),
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
