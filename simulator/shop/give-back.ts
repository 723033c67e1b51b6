import { foRef } from '../webhooks/payloads';
import { Refusal } from '../world/refusal';
import type { Actor, FulfillmentOrder, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';
import { newFulfillmentOrder, remaining } from './fulfillment-orders';
import { addRequest, closeRequests, note } from './service-requests';
import { isAskedBack } from './statuses';
import { supportedActions } from './supported-actions';

/* A fulfillment service is asked to give goods back, or its unanswered request is taken back. */

/** Recorded: the request stands in merchantRequests, and the request status still reads ACCEPTED. */
export function requestCancellation(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  message: string | null,
  by: Actor,
): void {
  if (!supportedActions(order, fo, shop).includes('REQUEST_CANCELLATION'))
    throw new Refusal('The fulfillment order is not in a state that can be asked back', null, [
      'id',
    ]);
  const asked = addRequest(world, fo, 'CANCELLATION_REQUEST', message);
  if (shop.switches.cancellationRequestShows) fo.requestStatus = 'CANCELLATION_REQUESTED';
  fo.updatedAt = world.clock.iso();
  note(world, shop, order, fo, 'cancellation-request', by, { message });
  world.emit(shop, 'fulfillment_orders/cancellation_request_submitted', {
    fulfillment_order: { ...foRef(fo), request_status: 'cancellation_requested' },
    fulfillment_order_merchant_request: { id: asked.id, message },
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
  if (!isAskedBack(fo)) throw new Refusal('Nobody has asked for this fulfillment order back');
  closeRequests(fo);
  fo.requestStatus = accepted ? 'CANCELLATION_ACCEPTED' : 'CANCELLATION_REJECTED';
  fo.updatedAt = world.clock.iso();
  if (accepted) giveBack(world, shop, order, fo);
  note(world, shop, order, fo, 'cancellation-answer', 'other-app', { accepted, message });
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

/** Recorded: the old one is closed and counts no units. That a new one has them is inferred. */
function giveBack(world: World, shop: Shop, order: Order, fo: FulfillmentOrder): void {
  if (!shop.switches.givenBackIsReplaced) {
    fo.status = 'OPEN';
    return;
  }
  const lines = fo.lines
    .filter((line) => line.remaining > 0)
    .map(({ lineId, remaining: quantity }) => ({ lineId, quantity }));
  if (remaining(fo) > 0) newFulfillmentOrder(world, order, fo.locationId, lines, fo.delivery);
  for (const line of fo.lines) {
    line.total -= line.remaining;
    line.remaining = 0;
  }
  fo.status = 'CLOSED';
}

/**
 * fulfillmentOrderCancel: at once for an order that no service has accepted, also for one that was never submitted, and
 * for one that was asked back (schema). Recorded: the old one is closed and has no lines; the replacement is open, at the
 * same location, and has them with their ids.
 */
export function takeBack(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  by: Actor,
): FulfillmentOrder {
  if (fo.progressReported && fo.status === 'IN_PROGRESS')
    throw new Refusal(
      'Cannot cancel fulfillment order that has had progress reported. Mark as unfulfilled first.',
      null,
      ['id'],
    );
  if (fo.status !== 'OPEN' && !(fo.status === 'IN_PROGRESS' && isAskedBack(fo)))
    throw new Refusal(
      "Fulfillment order is not in cancelable request state and can't be canceled.",
    );
  const replacement = newFulfillmentOrder(world, order, fo.locationId, [], fo.delivery);
  replacement.lines = fo.lines.filter((line) => line.remaining > 0);
  fo.lines = fo.lines.filter((line) => line.remaining === 0);
  for (const line of replacement.lines) line.total = line.remaining;
  fo.status = 'CLOSED';
  closeRequests(fo);
  fo.updatedAt = world.clock.iso();
  note(world, shop, order, fo, 'taken-back', by, { replacement: replacement.id });
  world.emit(shop, 'fulfillment_orders/cancelled', {
    fulfillment_order: foRef(fo),
    replacement_fulfillment_order: foRef(replacement),
  });
  orderChanged(world, shop, order);
  return replacement;
}
