import type { Authorization } from '../authorization';
import { addMs, earliest, HOUR } from '../calendar';
import { type Case, DELAYS } from '../case';
import { compare, isZero } from '../money';
import {
  isMoving,
  lateAuthorizations,
  openAuthorizations,
  shownAuthorizations,
} from '../money-picture';
import { isCoveredByOpen, owed } from '../decide/settled';
import { unpaidOfGone } from './gone-unpaid';
import { mayBeVoided } from './late-money';
import { cancelOrder } from './restock';
import { ALWAYS, leaves, moneyOf, type Situation, waits, type Wanted } from './situation';

const NOTICE = 48 * HOUR;
const SHORT_WINDOW = 72 * HOUR;

/** The end of what ends first of all that we count on; null when that is nothing. */
export function firstEnd(situation: Situation): Authorization | null {
  return openAuthorizations(moneyOf(situation), situation.now)[0] ?? null;
}

/** When an order that still waits is dealt with: 48 hours before the end, half-way where the time is under 72 hours. */
export function actBy({ authorizedAt, goodUntil }: Authorization): Date {
  const window = goodUntil.getTime() - authorizedAt.getTime();
  return addMs(goodUntil, -(window < SHORT_WINDOW ? window / 2 : NOTICE));
}

/** Authorizations that end within the time in which something must be done about them. */
export function endingSoon(situation: Situation): Authorization[] {
  const { now } = situation;
  return openAuthorizations(moneyOf(situation), now).filter((a) => actBy(a) <= now);
}

/** Goods that somebody wants are missing. What the customer has just cancelled may leave an order that waits for nothing. */
function outlasts(value: Case): boolean {
  return value.lines.some(
    ({ units, choice }) => units.short + units.doubtful > 0 && choice.kind !== 'cancel-requested',
  );
}

/** Authorizations that will end before the goods come, as far as can be told now. */
export function aboutToLapse(situation: Situation): Authorization[] {
  const { case: value } = situation;
  if (value === null || value.closedAt !== null || !outlasts(value)) return [];
  return endingSoon(situation);
}

/** The customer said yes to be charged before the goods are here, for what the order costs now, and the shop asks for that. */
export function isChargedEarly({ case: value, shop, order }: Situation): boolean {
  if (shop.settings.beforeLapse !== 'charge-if-agreed') return false;
  const yes = value?.agreements?.findLast((agreement) => agreement.to === 'charge-early');
  if (yes === undefined) return false;
  return yes.upTo === undefined || compare(order.currentTotal, yes.upTo) <= 0;
}

type Known = Pick<Situation, 'case' | 'order' | 'shop' | 'intents'>;

/**
 * The shop cancels what would outlast its authorization, unless the customer chose to wait, or something has left or was
 * charged for: a part that is paid goes, and its rest is paid by link.
 */
function endsBySilence(situation: Known): boolean {
  const { case: value, shop } = situation;
  if (value === null || shop.settings.beforeLapse !== 'cancel') return false;
  const chose = value.lines.some(({ choice }) => choice.kind === 'kept');
  const gone = value.lines.some(({ units }) => units.packed + units.shipped > 0);
  const isCharged = moneyOf(situation).authorizations.some(({ captured }) => !isZero(captured));
  return !chose && !gone && !isCharged;
}

/** Silence ends an order only where its customer was told so last: who read that it is kept goes by that. */
export function isCancelledInstead(situation: Known): boolean {
  const told = situation.case?.said.findLast(({ step }) => DELAYS.includes(step));
  return told?.silence === 'cancels' && endsBySilence(situation);
}

/** When the order is cancelled unless its customer says that they wait; null where silence keeps it. */
export function silenceEndsAt(situation: Known & Pick<Situation, 'now'>): Date | null {
  const { case: value, now } = situation;
  if (value === null || value.closedAt !== null || !outlasts(value)) return null;
  if (!endsBySilence(situation)) return null;
  const open = openAuthorizations(moneyOf(situation), now).filter((a) => !a.endIsGuessed);
  const [first, ...others] = open.map(actBy);
  return first === undefined ? null : earliest(first, ...others);
}

/** Our only capture of it was for a part: the rest of it went back to the customer. */
function isLetGo({ id, authorized, captured, multiCapturable }: Authorization, ours: Set<string>) {
  return ours.has(id) && !multiCapturable && compare(captured, authorized) < 0;
}

/**
 * We have released one of the order's authorizations, or the rest of one by a capture for a part, and those that are open
 * don't cover its price.
 */
function isHalfReleased(situation: Situation): boolean {
  const { intents, now } = situation;
  const picture = moneyOf(situation);
  const done = intents.filter(({ status }) => status === 'done').map(({ effect }) => effect);
  const captured = new Set<string>(
    done.filter(({ kind }) => kind === 'capture').map(({ target }) => target),
  );
  const released =
    done.some(({ kind }) => kind === 'void') ||
    picture.authorizations.some((authorization) => isLetGo(authorization, captured));
  return released && !isCoveredByOpen(owed(picture), picture, now);
}

/**
 * What happens to authorizations that will end before the goods come: released while nothing of them was taken, so that
 * "not charged" stays true; or the shop's other choice. The one that ends first speaks for all of the order's: what is left
 * of the others would pay for a part of it, and nothing could be captured or asked for when the goods are there. What would
 * pay for goods that have left is not let go: a person is called to take it. What is over by our reckoning and still shown
 * by Shopify is voided as well. An end that is only guessed ends nothing.
 */
export function beforeLapse(situation: Situation): Wanted[] {
  const { case: value, now } = situation;
  if (value === null || value.closedAt !== null || !outlasts(value)) return [];
  const picture = moneyOf(situation);
  const isEnding = endingSoon(situation).some((a) => !a.endIsGuessed);
  const isLate = lateAuthorizations(picture, now).some(mayBeVoided);
  if (!isLate && isChargedEarly(situation)) return [];
  if (!isLate && !isEnding && !isHalfReleased(situation)) return [];
  if (isEnding && isCancelledInstead(situation))
    return [cancelOrder(situation, 'INVENTORY', ALWAYS)];
  if (unpaidOfGone(situation) !== null) return [];
  return shownAuthorizations(picture, now).filter(mayBeVoided).map(voidOf);
}

function voidOf({ id }: Authorization): Wanted {
  return { effect: { kind: 'void', target: id }, since: ALWAYS };
}

/** Once a cancellation has left nothing to pay, the customer's money is not kept set aside until it lapses (P6). */
export function surplus(situation: Situation): Wanted[] {
  const { case: value, now } = situation;
  if (value === null || leaves(value) || waits(value)) return [];
  const cancelled = value.lines.some(({ choice }) => choice.kind === 'cancelled');
  const picture = moneyOf(situation);
  if (!cancelled || isMoving(picture) || !isZero(owed(picture))) return [];
  return shownAuthorizations(picture, now)
    .filter((a) => isZero(a.captured))
    .map(voidOf);
}
