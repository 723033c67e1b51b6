import { latest } from '../calendar';
import { isSettled } from '../decide/settled';
import type { Effect } from '../intent';
import { compare } from '../money';
import type { FulfillmentOrder } from '../order';
import { requestPolicyAt } from '../settings';
import { isHeldByOthers, isHeldByUs, isLive } from './live-parts';
import { allowsParts, goesInParts } from './part-first';
import { freeIsSettled, kept, type SplitOfLine, splitOf } from './parts-of-order';
import { hasRefunded } from './refunded-units';
import { ALWAYS, lastOf, leaves, moneyOf, type Situation, waits, type Wanted } from './situation';

/** The order as a whole has to stay. A cancelled line's units do from the customer's click, so that nothing ships meanwhile. */
export function mustStay(situation: Situation): boolean {
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

/** We charged for a part: what was paid for goes, also where the shop has come to send whole orders. */
function isChargedInPart(situation: Situation): boolean {
  const { charged, total } = moneyOf(situation);
  const captured = situation.intents.some(
    ({ effect, status }) => effect.kind === 'capture' && status === 'done',
  );
  return captured && compare(charged, total) < 0;
}

type Hold = 'all' | 'none' | readonly { readonly id: string; readonly quantity: number }[];
type UnitsOf = (part: SplitOfLine) => number;

const allButLetGo: UnitsOf = ({ line, letGo }) => line.remaining - letGo;
const refundedButLetGo: UnitsOf = ({ refunded, letGo }) => Math.max(0, refunded - letGo);

/**
 * Those units as a hold. What somebody else has on hold, too, isn't split by Shopify: it is held whole, or, where a person
 * let some of it go, not at all.
 */
function asHold(fo: FulfillmentOrder, split: readonly SplitOfLine[], of: UnitsOf): Hold {
  const units = split.map((part) => ({ id: part.line.id, quantity: of(part) }));
  if (units.every(({ quantity }) => quantity === 0)) return 'none';
  if (split.every((part) => of(part) === part.line.remaining)) return 'all';
  if (isHeldByOthers(fo)) return split.some(({ letGo }) => letGo > 0) ? 'none' : 'all';
  return units.filter(({ quantity }) => quantity > 0);
}

/**
 * Where parts may go, only what is missing is held from the start, and what is here gets a hold of its own until it is paid:
 * so what is missing is never open. In mode `ask` that would be two questions, so there it is one hold unless the part may go.
 */
function holdsOnlyMissing(situation: Situation): boolean {
  if (goesInParts(situation)) return true;
  return allowsParts(situation) && situation.shop.settings.mode !== 'ask';
}

/**
 * The units to hold of a part that we don't have on hold: all of them, only those that wait, or none. What was let go is not
 * held again.
 */
function unitsToHold(situation: Situation, fo: FulfillmentOrder): Hold {
  const split = splitOf(fo, situation);
  if (!mustStay(situation)) return asHold(fo, split, refundedButLetGo);
  if (!allowsParts(situation) && !isChargedInPart(situation)) return asHold(fo, split, allButLetGo);
  if (split.every((part) => kept(part) === 0))
    return freeIsSettled(situation) ? 'none' : asHold(fo, split, allButLetGo);
  const isWhole = isHeldByOthers(fo) || !holdsOnlyMissing(situation);
  return asHold(fo, split, isWhole ? allButLetGo : kept);
}

/** What should be on hold and isn't, by anybody's hand, whether or not we can still put it there. */
export function isLoose(situation: Situation, id: string): boolean {
  return situation.order.fulfillmentOrders
    .filter((fo) => fo.id === id && isLive(fo) && fo.holds.length === 0)
    .some((fo) => mustHold(situation) && unitsToHold(situation, fo) !== 'none');
}

/** An older hold of ours on it doesn't count once it was released, by us or by anybody. */
function sinceReleased({ case: value, intents }: Situation, fo: FulfillmentOrder): Date {
  const seen = value?.parts?.find(({ id }) => id === fo.id);
  const free = seen === undefined || seen.held ? ALWAYS : seen.since;
  return latest(lastOf(intents, 'release', fo.id)?.finishedAt ?? ALWAYS, free);
}

/** What has been free for long comes last: somebody may be packing it, and a hold on what is new may be enough. */
function newestFirst({ order, case: value }: Situation): FulfillmentOrder[] {
  const freeSince = ({ id }: FulfillmentOrder): number => {
    const seen = value?.parts?.find((part) => part.id === id);
    return seen === undefined || seen.held ? Infinity : seen.since.getTime();
  };
  return order.fulfillmentOrders.toSorted((a, b) =>
    freeSince(a) === freeSince(b) ? 0 : freeSince(b) - freeSince(a),
  );
}

/** "Hold all" unless parts may go: capture and shipment of a part would else settle the order's money too early. */
export function holds(situation: Situation): Wanted[] {
  if (!mustHold(situation)) return [];
  return newestFirst(situation)
    .filter((fo) => isLive(fo) && fo.canHold && !isHeldByUs(fo))
    .flatMap((fo) => {
      const units = unitsToHold(situation, fo);
      if (units === 'none') return [];
      const effect: Effect = {
        kind: 'hold',
        target: fo.id,
        reason: 'INVENTORY_OUT_OF_STOCK',
        note: 'Waits for stock. Holdfast releases it when the goods are there and paid.',
        ...(units === 'all' ? {} : { lines: [...units] }),
      };
      return [{ effect, since: sinceReleased(situation, fo) }];
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
    .filter((fo) => !isAllByHand(situation, fo))
    .map((fo) => ({ effect: { kind: 'request-cancellation', target: fo.id }, since: ALWAYS }));
}

/** A person let all of it go here. */
export function isAllByHand(situation: Situation, fo: FulfillmentOrder): boolean {
  return splitOf(fo, situation).every(({ line, byHand }) => byHand === line.remaining);
}
