import { bare } from '../webhooks/numbers';
import { foRef } from '../webhooks/payloads';
import { Refusal } from '../world/refusal';
import type { Actor, FulfillmentOrder, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';
import { findFulfillmentOrder, numberOf } from './fulfillment-orders';

/** The units of all move into the first; the others are closed. Only open ones of one order and place. */
export function merge(
  world: World,
  shop: Shop,
  ids: readonly string[],
  by: Actor,
): FulfillmentOrder {
  const found = ids.map((id) => findFulfillmentOrder(shop, id));
  const [first, ...others] = found;
  if (!first || others.length === 0)
    throw new Refusal('Two fulfillment orders are needed', null, null, 400);
  for (const { order, fo } of found) {
    const mergeable =
      order === first.order && fo.locationId === first.fo.locationId && fo.status === 'OPEN';
    if (!mergeable)
      throw new Refusal(
        `Fulfillment order: ${numberOf(fo)} is currently not in a mergeable state.`,
      );
  }
  const absorbed = others.map(({ fo }) => fo);
  joinInto(world, shop, first.order, first.fo, absorbed, by);
  orderChanged(world, shop, first.order);
  return first.fo;
}

/** Recorded: the one that stays keeps its id and its lines' ids; the others are closed and their lines count no units. */
export function joinInto(
  world: World,
  shop: Shop,
  order: Order,
  survivor: FulfillmentOrder,
  others: readonly FulfillmentOrder[],
  by: Actor,
): void {
  const now = world.clock.iso();
  const intents = [survivor, ...others].map((fo) => ({
    fulfillment_order_id: bare(fo.id),
    fulfillment_order_line_items: fo.lines.map((line) => ({
      id: bare(line.id),
      quantity: line.remaining,
    })),
  }));
  for (const fo of others) {
    for (const line of fo.lines) {
      add(world, survivor, line.lineId, line.remaining);
      line.total = 0;
      line.remaining = 0;
    }
    fo.status = 'CLOSED';
    fo.updatedAt = now;
  }
  survivor.updatedAt = now;
  world.ledger.append({
    shop: shop.domain,
    kind: 'merge',
    by,
    orderId: order.id,
    target: survivor.id,
    detail: { merged: others.map(({ id }) => id) },
  });
  world.emit(shop, 'fulfillment_orders/merged', {
    merge_intents: intents,
    fulfillment_order_merges: { fulfillment_order: foRef(survivor) },
  });
}

function add(world: World, fo: FulfillmentOrder, lineId: string, quantity: number): void {
  if (quantity === 0) return;
  const same = fo.lines.find((line) => line.lineId === lineId);
  if (same) {
    same.total += quantity;
    same.remaining += quantity;
  } else
    fo.lines.push({
      id: world.id('FulfillmentOrderLineItem'),
      lineId,
      total: quantity,
      remaining: quantity,
    });
}
