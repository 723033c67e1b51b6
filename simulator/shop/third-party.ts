import { foRef } from '../webhooks/payloads';
import { Refusal } from '../world/refusal';
import type { Actor, FulfillmentOrder, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';
import { newFulfillmentOrder, remaining } from './fulfillment-orders';
import { supportedActions } from './statuses';

/** A third party takes the goods on: from here on it must be asked to give them back. */
export function accept(world: World, shop: Shop, order: Order, fo: FulfillmentOrder): void {
  if (fo.status !== 'OPEN') throw new Refusal('Only an open fulfillment order can be accepted');
  fo.requestStatus = 'ACCEPTED';
  fo.status = 'IN_PROGRESS';
  fo.updatedAt = world.clock.iso();
  record(world, shop, order, fo, 'accept', 'other-app', {});
}

export function requestCancellation(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  message: string | null,
  by: Actor,
): void {
  if (!supportedActions(fo, shop).includes('REQUEST_CANCELLATION'))
    throw new Refusal('The fulfillment order is not in a state that can be asked back', null, [
      'id',
    ]);
  fo.requestStatus = 'CANCELLATION_REQUESTED';
  fo.updatedAt = world.clock.iso();
  record(world, shop, order, fo, 'cancellation-request', by, { message });
  world.emit(shop, 'fulfillment_orders/cancellation_request_submitted', {
    fulfillment_order: { ...foRef(fo), request_status: 'cancellation_requested' },
    fulfillment_order_merchant_request: {
      id: world.id('FulfillmentOrderMerchantRequest'),
      message,
    },
  });
  orderChanged(world, shop, order);
}

/** Given back, the units are the merchant's to hold, move or send; refused, they go on as before. */
export function answerCancellation(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  accepted: boolean,
  message: string | null,
): void {
  if (fo.requestStatus !== 'CANCELLATION_REQUESTED')
    throw new Refusal('Nobody has asked for this fulfillment order back');
  fo.requestStatus = accepted ? 'CANCELLATION_ACCEPTED' : 'CANCELLATION_REJECTED';
  fo.updatedAt = world.clock.iso();
  if (accepted) giveBack(world, shop, order, fo);
  record(world, shop, order, fo, 'cancellation-answer', 'other-app', { accepted, message });
  world.emit(
    shop,
    `fulfillment_orders/cancellation_request_${accepted ? 'accepted' : 'rejected'}`,
    {
      fulfillment_order: accepted
        ? foRef(fo)
        : { ...foRef(fo), request_status: 'cancellation_rejected' },
      message,
    },
  );
  orderChanged(world, shop, order);
}

function giveBack(world: World, shop: Shop, order: Order, fo: FulfillmentOrder): void {
  if (!shop.switches.givenBackIsReplaced) {
    fo.status = 'OPEN';
    return;
  }
  const lines = fo.lines
    .filter((line) => line.remaining > 0)
    .map(({ lineId, remaining: quantity }) => ({ lineId, quantity }));
  if (remaining(fo) > 0) newFulfillmentOrder(world, order, fo.locationId, lines);
  for (const line of fo.lines) line.remaining = 0;
  fo.status = 'CLOSED';
}

function record(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  kind: string,
  by: Actor,
  detail: Record<string, unknown>,
): void {
  world.ledger.append({ shop: shop.domain, kind, by, orderId: order.id, target: fo.id, detail });
}
