import { addMs } from '../calendar';
import { dueNow } from '../due-now';
import { isSettled } from '../decide/settled';
import type { Effect } from '../intent';
import { compare } from '../money';
import type { FulfillmentOrder } from '../order';
import { allowsParts, goesInParts } from './part-first';
import { requestPolicyAt } from '../settings';
import { isHeldByOthers, isHeldByUs, isLive } from './live-parts';
import { freeIsSettled, splitOf, worthBeside } from './parts-of-order';
import { hasRefunded, isAllRefunded, refundedToHold } from './refunded-units';
import { ALWAYS, lastOf, leaves, moneyOf, type Situation, waits, type Wanted } from './situation';

/** The order as a whole has to stay. A cancelled line's units do from the customer's click, so that nothing ships meanwhile. */
function mustStay(situation: Situation): boolean {
  const { case: value } = situation;
  if (value === null || value.closedAt !== null) return false;
  return waits(value) || leaves(value) || !isSettled(situation);
}

/** Something of the order has to stay: all of it, or refunded units that Shopify still lists to be shipped. */
export function mustHold(situation: Situation): boolean {
  const { order, case: value } = situation;
  if (value === null) return false;
  return mustStay(situation) || order.fulfillmentOrders.some((fo) => hasRefunded(fo, order));
}

/**
 * A person let these go before the goods were there: that is theirs to decide. What the customer wants cancelled is held
 * all the same (P6).
 */
function isReleasedByHand({ case: value }: Situation, fo: FulfillmentOrder): boolean {
  if (value === null) return false;
  return !leaves(value) && (value.releasedByHand ?? []).includes(fo.id);
}

/** We charged for a part: what was paid for goes, also where the shop has come to send whole orders. */
function isChargedInPart(situation: Situation): boolean {
  const { charged, total } = moneyOf(situation);
  const captured = situation.intents.some(
    ({ effect, status }) => effect.kind === 'capture' && status === 'done',
  );
  return captured && compare(charged, total) < 0;
}

/**
 * The units to hold of a part that we don't have on hold: all of them, only those that wait, or none. What somebody else
 * has on hold is held whole: Shopify doesn't split it.
 */
function unitsToHold(
  situation: Situation,
  fo: FulfillmentOrder,
): 'all' | 'none' | { readonly id: string; readonly quantity: number }[] {
  if (!mustStay(situation)) return refundedToHold(fo, situation.order);
  if (!allowsParts(situation) && !isChargedInPart(situation)) return 'all';
  const split = splitOf(fo, situation);
  const waiting = split.filter((part) => part.waiting > 0);
  if (waiting.length === 0) return freeIsSettled(situation) ? 'none' : 'all';
  const isMixed = split.some((part) => part.waiting < part.line.remaining);
  if (!isMixed || isHeldByOthers(fo) || !goesInParts(situation)) return 'all';
  return waiting.map((part) => ({ id: part.line.id, quantity: part.waiting }));
}

/** What should be on hold and isn't, by anybody's hand, whether or not we can still put it there. */
export function isLoose(situation: Situation, id: string): boolean {
  return situation.order.fulfillmentOrders
    .filter((fo) => fo.id === id && isLive(fo) && fo.holds.length === 0)
    .some((fo) => mayBeHeld(situation, fo) && unitsToHold(situation, fo) !== 'none');
}

/** Nobody has let it go, and the order is not free. */
export function mayBeHeld(situation: Situation, fo: FulfillmentOrder): boolean {
  const isLetGo = situation.case?.releasedByOthers.includes(fo.id) ?? false;
  return mustHold(situation) && !isLetGo && !isReleasedByHand(situation, fo);
}

/** "Hold all" unless parts may go: capture and shipment of a part would else settle the order's money too early. */
export function holds(situation: Situation): Wanted[] {
  const { order, intents } = situation;
  return order.fulfillmentOrders
    .filter((fo) => isLive(fo) && fo.canHold && !isHeldByUs(fo))
    .filter((fo) => mayBeHeld(situation, fo))
    .flatMap((fo) => {
      const units = unitsToHold(situation, fo);
      if (units === 'none') return [];
      const effect: Effect = {
        kind: 'hold',
        target: fo.id,
        reason: 'INVENTORY_OUT_OF_STOCK',
        note: 'Waits for stock. Holdfast releases it when the goods are there and paid.',
        ...(units === 'all' ? {} : { lines: units }),
      };
      return [{ effect, since: lastOf(intents, 'release', fo.id)?.finishedAt ?? ALWAYS }];
    });
}

/** The shop leaves what is missing with the service at this location; what the customer cancelled is asked back all the same. */
function isLeftThere({ shop, case: value }: Situation, fo: FulfillmentOrder): boolean {
  const isCancelled = fo.lines.some(({ lineId }) =>
    value?.lines.some(({ id, choice }) => id === lineId && choice.kind === 'cancel-requested'),
  );
  return !isCancelled && requestPolicyAt(shop.settings, fo.locationId) === 'leave';
}

/** A third party that has accepted the goods can't be held back, only asked to give them back. Asked once. */
export function requestsToThirdParties(situation: Situation): Wanted[] {
  const { order } = situation;
  return order.fulfillmentOrders
    .filter((fo) => mustStay(situation) || hasRefunded(fo, order))
    .filter((fo) => isLive(fo) && fo.canRequestCancellation && fo.cancellation === null)
    .filter((fo) => !fo.cancellationAsked && !isLeftThere(situation, fo))
    .filter((fo) => !isReleasedByHand(situation, fo))
    .map((fo) => ({ effect: { kind: 'request-cancellation', target: fo.id }, since: ALWAYS }));
}

/** What waits of it is on our hold, or will be: no third party has accepted it, and nobody has let it go. */
function canStay(situation: Situation, fo: FulfillmentOrder): boolean {
  if (isReleasedByHand(situation, fo)) return false;
  const isLetGo = situation.case?.releasedByOthers.includes(fo.id) ?? false;
  return isHeldByUs(fo) || (fo.canHold && !isLetGo);
}

/**
 * What holds units that go with what waits is taken off, too, so that only what waits is held anew. Where somebody else
 * holds them nothing would go, and what waits couldn't be held by itself. What waits and can't be held may leave any day:
 * it has to be paid for, too, or else the part would be held again as soon as it is free.
 */
function partIsFree(situation: Situation, fo: FulfillmentOrder): boolean {
  const { order, case: value } = situation;
  if (!mustStay(situation)) return !isHeldByOthers(fo) && !isAllRefunded(fo, order);
  if (!goesInParts(situation) || !isSettled(situation, dueNow(order, value))) return false;
  const mayLeave = worthBeside(situation, (other) => canStay(situation, other));
  if (!isSettled(situation, mayLeave)) return false;
  const split = splitOf(fo, situation);
  if (isHeldByOthers(fo)) return split.every((part) => part.waiting === 0);
  return split.some((part) => part.waiting < part.line.remaining);
}

export function releases(situation: Situation): Wanted[] {
  const { order, intents, case: value } = situation;
  if (value === null) return [];
  const stays = mustHold(situation);
  return order.fulfillmentOrders.filter(isLive).flatMap((fo) => {
    if (stays && !isReleasedByHand(situation, fo) && !partIsFree(situation, fo)) return [];
    const holdIds = fo.holds.filter((hold) => hold.ours).map((hold) => hold.id);
    if (holdIds.length === 0) return [];
    // A hold is planned anew only after an earlier release has ended, be it in the same instant: that one is older.
    const held = lastOf(intents, 'hold', fo.id)?.plannedAt;
    const since = held === undefined ? ALWAYS : addMs(held, 1);
    return [{ effect: { kind: 'release' as const, target: fo.id, holdIds }, since }];
  });
}
