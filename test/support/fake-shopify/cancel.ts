import type { Doer } from '../../../app/domain/history';
import { NO_PLACE_TO_RESTOCK } from '../../../app/domain/effects/restock';
import { isPositive } from '../../../app/domain/money';
import type { EffectResult } from '../../../app/ports';
import { liveAuthorizations } from './authorizations';
import { release } from './capture';
import { giveBack, spread } from './refund';
import { commit, levelOf } from './stock';
import { type FakeOrder, lookHint, refused, type World } from './state';
import { hasPending, takenOf } from './transactions';

/** Why Shopify doesn't cancel an order; null when it does. */
function whyNot(order: FakeOrder): string | null {
  if (order.cancelledAt !== null) return 'The order is cancelled already';
  if (hasPending(order)) return 'A payment of the order is pending';
  if (order.returning) return 'The order has an open return';
  if (order.fulfillments.some((f) => !f.cancelled)) return 'Units of the order are fulfilled';
  if (order.fulfillmentOrders.some((fo) => fo.accepted)) return 'A third party is at work on it';
  return null;
}

/** A paid order is not cancelled with units to put back at a deactivated location (schema 2026-10). */
function whyNoRestock(world: World, order: FakeOrder): string | null {
  const hasNoPlace = order.lines.some(
    ({ current, locationId }) => current > 0 && world.deactivated.has(locationId),
  );
  return hasNoPlace && isPositive(takenOf(order)) ? NO_PLACE_TO_RESTOCK : null;
}

/** Voids what is open, gives back what was taken, restocks what hasn't left. Not possible once a unit is fulfilled. */
export function cancelOrder(
  world: World,
  order: FakeOrder,
  by: Doer,
  restock = true,
): EffectResult {
  const why = whyNot(order) ?? (restock ? whyNoRestock(world, order) : null);
  if (why !== null) return refused(why);
  for (const authorization of liveAuthorizations(order, world.now()))
    release(world, order, authorization, by);
  giveBack(world, order, spread(order, takenOf(order)), by);
  order.cancelledAt = world.now();
  for (const line of order.lines) {
    commit(world, levelOf(world, line.itemId, line.locationId), -line.current);
    line.current = 0;
  }
  for (const fo of order.fulfillmentOrders) {
    fo.cancelled = true;
    fo.remaining.clear();
  }
  world.log({ kind: 'order-cancelled', at: world.now(), order: order.id, by });
  lookHint(world, order);
  return { outcome: 'done', reference: order.id };
}
