import { Refusal } from '../world/refusal';
import type { FulfillmentOrder, Order, Shop } from '../world/types';
import type { HoldRequest } from './place-hold';
import { supportedActions } from './supported-actions';

const MOST_HOLDS_PER_APP = 10;
const LONGEST_HANDLE = 64;

/** What Shopify refuses, in its codes and words. Recorded in this order: quantities, handle, split, number of holds. */
export function refuseHold(
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  request: HoldRequest,
): void {
  const lines = ['fulfillmentHold', 'fulfillmentOrderLineItems'];
  const handle = ['fulfillmentHold', 'handle'];
  const empty = request.lines.findIndex(({ quantity }) => quantity <= 0);
  if (empty >= 0)
    throw new Refusal(
      'You must select at least one item to place on partial hold.',
      'GREATER_THAN_ZERO',
      [...lines, String(empty), 'quantity'],
    );
  if (new Set(request.lines.map(({ id }) => id)).size < request.lines.length)
    throw new Refusal(
      'must contain unique line item ids',
      'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS',
      lines,
    );
  if (!supportedActions(order, fo, shop).includes('HOLD'))
    throw new Refusal('The fulfillment order is not in a holdable state', 'TAKEN', ['id']);
  if (request.handle !== null && request.handle.length > LONGEST_HANDLE)
    throw new Refusal('Handle is too long (maximum is 64 characters)', 'TAKEN', handle);
  const mine = fo.holds.filter((hold) => hold.by === request.by);
  if (mine.some((hold) => (hold.handle ?? '') === (request.handle ?? '')))
    throw new Refusal(
      'The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.',
      'DUPLICATE_FULFILLMENT_HOLD_HANDLE',
      handle,
    );
  if (request.lines.length > 0 && fo.holds.length > 0)
    throw new Refusal(
      'The fulfillment order is not in a splittable state.',
      'FULFILLMENT_ORDER_NOT_SPLITTABLE',
      lines,
    );
  if (mine.length >= MOST_HOLDS_PER_APP)
    throw new Refusal(
      'The maximum number of fulfillment holds for this fulfillment order has been reached for this app. An app can only have up to 10 holds on a single fulfillment order at any one time.',
      'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED',
      ['id'],
    );
}
