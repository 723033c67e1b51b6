import { foRef, holdPayload } from '../webhooks/payloads';
import { Refusal } from '../world/refusal';
import type { Actor, FulfillmentOrder, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';
import { joinInto } from './merge';
import { mergePartners } from './supported-actions';

/**
 * Without ids every hold goes, also other apps' and the merchant's: Shopify's trap, kept as it is. When the last hold has
 * gone the units join those of the open fulfillment orders of the same place (recorded: hold 1 of 2 and release it, and
 * the first is open with 2 units, the other closed with none).
 */
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
  fo.updatedAt = world.clock.iso();
  if (going.length > 0 && fo.holds.length === 0 && fo.status === 'ON_HOLD') {
    fo.status = 'OPEN';
    world.emit(shop, 'fulfillment_orders/hold_released', { fulfillment_order: foRef(fo) });
    if (shop.switches.releaseMerges) mergeWhatIsOpen(world, shop, order, fo, by);
  }
  if (going.length > 0) orderChanged(world, shop, order);
  return fo;
}

/** Which one survives is inferred, not recorded: the oldest, or by the shop's switch the one that was released. */
function mergeWhatIsOpen(
  world: World,
  shop: Shop,
  order: Order,
  released: FulfillmentOrder,
  by: Actor,
): void {
  const partners = mergePartners(order, released);
  if (partners.length === 0) return;
  // Fulfillment orders stand in the order of their age.
  const all = order.fulfillmentOrders.filter((fo) => fo === released || partners.includes(fo));
  const survivor = shop.switches.oldestSurvivesMerge ? (all[0] ?? released) : released;
  joinInto(
    world,
    shop,
    order,
    survivor,
    all.filter((fo) => fo !== survivor),
    by,
  );
}
