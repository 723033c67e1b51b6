import { foRef } from '../webhooks/payloads';
import { Refusal } from '../world/refusal';
import type { Actor, FulfillmentOrder, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { takeOut, type Wanted } from './fulfillment-orders';
import { isWithThirdParty } from './statuses';

export interface Split {
  fo: FulfillmentOrder;
  rest: FulfillmentOrder;
}

/** Recorded: the named units go to a new fulfillment order; what is not named stays. */
export function split(
  world: World,
  shop: Shop,
  fo: FulfillmentOrder,
  order: Order,
  wanted: readonly Wanted[],
  by: Actor,
  place = 0,
): Split {
  refuseSplit(fo, wanted, ['fulfillmentOrderSplits', String(place)]);
  const rest = takeOut(world, order, fo, wanted, 'fulfillmentOrderLineItems');
  if (!rest)
    throw new Refusal('All units were named, nothing would be left', 'GREATER_THAN', [
      'fulfillmentOrderSplits',
    ]);
  announceSplit(world, shop, order, fo, rest, by);
  return { fo, rest };
}

function refuseSplit(
  fo: FulfillmentOrder,
  wanted: readonly Wanted[],
  field: readonly string[],
): void {
  const lines = [...field, 'fulfillmentOrderLineItems'];
  if (wanted.length === 0)
    throw new Refusal(
      'There must be at least one item selected in this fulfillment to split it.',
      'NO_LINE_ITEMS_PROVIDED_TO_SPLIT',
      lines,
    );
  const empty = wanted.findIndex(({ quantity }) => quantity <= 0);
  if (empty >= 0)
    throw new Refusal(
      'You must select at least one item to split into a new fulfillment order.',
      'GREATER_THAN',
      [...lines, String(empty), 'quantity'],
    );
  if (fo.status === 'ON_HOLD' || fo.requestStatus === 'SUBMITTED' || isWithThirdParty(fo))
    throw new Refusal('The fulfillment order is not in a splittable state.', null, field);
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
