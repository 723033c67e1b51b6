import { foRef } from '../webhooks/payloads';
import { Refusal } from '../world/refusal';
import type { Actor, FulfillmentOrder, MerchantRequest, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';
import { carve, type Wanted } from './fulfillment-orders';
import { announceSplit } from './split';

/* A fulfillment service is asked to ship, and says yes or no. Each state as it was recorded. */

export interface Submission {
  lines: readonly Wanted[];
  message: string | null;
  notify: boolean;
  by: Actor;
}

/** Asks the service to ship. Named units stay in this fulfillment order; the rest goes to a new one, not submitted. */
export function submit(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  { lines, message, notify, by }: Submission,
): FulfillmentOrder | undefined {
  const askable =
    (fo.status === 'OPEN' || fo.status === 'INCOMPLETE') && fo.requestStatus !== 'SUBMITTED';
  if (!askable) throw new Refusal('The fulfillment order is not in a submittable state.', null);
  const rest =
    lines.length > 0 ? carve(world, order, fo, lines, 'fulfillmentOrderLineItems') : undefined;
  if (rest) announceSplit(world, shop, order, fo, rest, by);
  fo.status = 'OPEN';
  fo.requestStatus = 'SUBMITTED';
  fo.updatedAt = world.clock.iso();
  const asked = addRequest(world, fo, 'FULFILLMENT_REQUEST', message, { notify_customer: notify });
  note(world, shop, order, fo, 'fulfillment-request', by, { message });
  const submitted = { ...foRef(fo), request_status: 'submitted' };
  world.emit(shop, 'fulfillment_orders/fulfillment_request_submitted', {
    original_fulfillment_order: submitted,
    submitted_fulfillment_order: submitted,
    fulfillment_order_merchant_request: { id: asked.id, message },
  });
  orderChanged(world, shop, order);
  return rest;
}

/** The service takes the goods on: from here on it must be asked to give them back. */
export function accept(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  message: string | null = null,
): void {
  answer(world, shop, order, fo, 'ACCEPTED', message);
}

/** The service will not ship: the fulfillment order stays open, and is the merchant's again. */
export function reject(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  message: string | null = null,
): void {
  answer(world, shop, order, fo, 'REJECTED', message);
}

function answer(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  said: 'ACCEPTED' | 'REJECTED',
  message: string | null,
): void {
  if (fo.status !== 'OPEN' || fo.requestStatus !== 'SUBMITTED')
    throw new Refusal('Nobody has asked for this fulfillment order to be shipped');
  closeRequests(fo, 'FULFILLMENT_REQUEST');
  fo.requestStatus = said;
  if (said === 'ACCEPTED') fo.status = 'IN_PROGRESS';
  fo.updatedAt = world.clock.iso();
  note(world, shop, order, fo, said === 'ACCEPTED' ? 'accept' : 'reject', 'other-app', { message });
  world.emit(shop, `fulfillment_orders/fulfillment_request_${said.toLowerCase()}`, {
    fulfillment_order: { ...foRef(fo), request_status: said.toLowerCase() },
    message,
  });
  orderChanged(world, shop, order);
}

export function addRequest(
  world: World,
  fo: FulfillmentOrder,
  kind: MerchantRequest['kind'],
  message: string | null,
  requestOptions: Record<string, unknown> = {},
): MerchantRequest {
  const request = {
    id: world.id('FulfillmentOrderMerchantRequest'),
    kind,
    message,
    requestOptions,
    sentAt: world.clock.iso(),
    open: true,
  };
  fo.requests.push(request);
  return request;
}

export function closeRequests(fo: FulfillmentOrder, kind?: MerchantRequest['kind']): void {
  for (const request of fo.requests)
    if (kind === undefined || request.kind === kind) request.open = false;
}

export function note(
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
