import { addMs } from '../calendar';
import { isSettled } from '../decide/settled';
import { dueNow } from '../due-now';
import type { Effect } from '../intent';
import { most } from '../money';
import type { FulfillmentOrder } from '../order';
import { isAllByHand, mustHold, mustStay } from './holds';
import { isHeldByOthers, isHeldByUs, isLive } from './live-parts';
import { goesInParts } from './part-first';
import { kept, splitOf, worthBeside } from './parts-of-order';
import { isAllRefunded } from './refunded-units';
import { freeBefore, restWaitsUntil } from './rest-waits';
import { ALWAYS, lastOf, type Situation, type Wanted } from './situation';

/** What waits of it, and was not let go, is on our hold or will be: no third party has accepted it. */
const canStay = (fo: FulfillmentOrder): boolean => isHeldByUs(fo) || fo.canHold;

/** A person let units of it go here that are still on our hold. Where others hold it, too, it goes as a whole or not at all. */
function isLetGoByHand(situation: Situation, fo: FulfillmentOrder): boolean {
  const split = splitOf(fo, situation);
  return isHeldByOthers(fo) ? isAllByHand(situation, fo) : split.some(({ byHand }) => byHand > 0);
}

/**
 * What holds units that go with what waits is taken off, too, so that only what waits is held anew. Where somebody else
 * holds them nothing would go, and what waits couldn't be held by itself. What waits and can't be held may leave any day:
 * it has to be paid for, too, or else the part would be held again as soon as it is free.
 */
function partIsFree(situation: Situation, fo: FulfillmentOrder): boolean {
  const { order, case: value } = situation;
  if (!mustStay(situation)) return !isHeldByOthers(fo) && !isAllRefunded(fo, order);
  if (!goesInParts(situation)) return false;
  const mayLeave = most(dueNow(order, value), worthBeside(situation, canStay));
  if (!isSettled(situation, mayLeave)) return false;
  const split = splitOf(fo, situation);
  if (isHeldByOthers(fo)) return split.every((part) => part.waiting === 0);
  return split.some((part) => part.waiting < part.line.remaining);
}

/** A person's word stands behind the release of it. */
export function isByHand(situation: Situation, id: string): boolean {
  return situation.order.fulfillmentOrders.some(
    (fo) => fo.id === id && isLive(fo) && isLetGoByHand(situation, fo),
  );
}

/** What is on our hold and may go: the goods are here and paid, or a person let it go. */
export function releasable(situation: Situation): FulfillmentOrder[] {
  const { order, case: value } = situation;
  if (value === null) return [];
  const stays = mustHold(situation);
  return order.fulfillmentOrders
    .filter((fo) => isLive(fo) && isHeldByUs(fo))
    .filter((fo) => !stays || isLetGoByHand(situation, fo) || partIsFree(situation, fo));
}

/** The units that come to what Shopify merges it with. What still waits of it is held anew at once. */
function joinsOf(situation: Situation, fo: FulfillmentOrder): Release['joins'] {
  const others = freeBefore(fo, situation).map(({ id }) => id);
  const adds = splitOf(fo, situation)
    .map((part) => ({ lineId: part.line.lineId, units: part.line.remaining - kept(part) }))
    .filter(({ units }) => units > 0);
  return others.length > 0 && adds.length > 0 ? { with: others, adds } : undefined;
}

type Release = Extract<Effect, { kind: 'release' }>;

/** A free part is left to whoever packs it, so the rest may have to wait for it; what a person lets go doesn't. */
export function releases(situation: Situation): Wanted[] {
  const { intents } = situation;
  return releasable(situation)
    .filter((fo) => isLetGoByHand(situation, fo) || restWaitsUntil(fo, situation) === null)
    .map((fo) => {
      const holdIds = fo.holds.filter((hold) => hold.ours).map((hold) => hold.id);
      const joins = joinsOf(situation, fo);
      // A hold is planned anew only after an earlier release has ended, be it in the same instant: that one is older.
      const held = lastOf(intents, 'hold', fo.id)?.plannedAt;
      const since = held === undefined ? ALWAYS : addMs(held, 1);
      const effect: Release = { kind: 'release', target: fo.id, holdIds, ...(joins && { joins }) };
      return { effect, since };
    });
}
