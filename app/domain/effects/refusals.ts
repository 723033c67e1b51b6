import type { Case } from '../case';
import { wantedEffects, wantedIntents } from '../effects';
import type { CallOf, StandingCall } from '../calls/call';
import { owed } from '../decide/settled';
import { type Effect, type Intent, isOpen } from '../intent';
import { lineName } from '../line-name';
import { isPositive } from '../money';
import { isLoose, requestsToThirdParties } from './holds';
import { isCancelledInstead } from './lapse';
import { isLive } from './live-parts';
import { splitOf } from './parts-of-order';
import { lastOf, leaves, moneyOf, type Situation, waits } from './situation';
import { takeBacks } from './take-back';
import { needsForbiddenEdit } from './whole-only';
import { type About, wayOut } from './way-out';

/** What the customer cancelled has a term by law (P6): it is said first. */
const HAS_TERM: readonly Effect['kind'][] = ['cancel-order', 'remove-units', 'refund'];

const TAKES_OFF: readonly Effect['kind'][] = ['remove-units', 'refund'];

/** Whether one stands for the other: what is taken off a line is refunded or not, as it was paid for. */
function isFor(effect: Effect, other: Effect): boolean {
  if (effect.target !== other.target) return false;
  const isOffLine = TAKES_OFF.includes(effect.kind) && TAKES_OFF.includes(other.kind);
  return effect.kind === other.kind || isOffLine;
}

/** The newest attempts that were refused, and that we don't make again by ourselves. */
function refusedFor(situation: Situation): Intent[] {
  const { intents } = situation;
  const ahead = [...intents.filter(isOpen), ...wantedIntents(situation)];
  return intents.filter(
    (intent) =>
      intent.status === 'failed' &&
      lastOf(intents, intent.effect.kind, intent.effect.target) === intent &&
      !ahead.some(({ effect }) => isFor(effect, intent.effect)),
  );
}

function isLeaving({ lines }: Case, now: Date, target?: string): boolean {
  return lines.some(
    ({ id, choice }) =>
      choice.kind === 'cancel-requested' &&
      choice.undoUntil <= now &&
      (target === undefined || id === target),
  );
}

/**
 * Whether what was refused is still to be done. A hold is also while a payment is disputed, and where Shopify no longer
 * offers one; a cancellation also while a payment is pending, or after the authorization has ended.
 */
function isUndone(effect: Effect, value: Case, situation: Situation): boolean {
  const { order, now } = situation;
  const isWanted = (wanted: readonly { readonly effect: Effect }[]): boolean =>
    wanted.some((other) => isFor(other.effect, effect));
  if (order.cancelledAt !== null) return false;
  if (effect.kind === 'hold') return isLoose(situation, effect.target);
  if (effect.kind === 'request-cancellation') return isWanted(requestsToThirdParties(situation));
  if (effect.kind === 'take-back-request') return isWanted(takeBacks(situation));
  if (order.disputed || value.closedAt !== null) return isWanted(wantedEffects(situation));
  if (effect.kind === 'cancel-order')
    return effect.reason === 'INVENTORY'
      ? waits(value) && isCancelledInstead(situation)
      : isLeaving(value, now);
  if (TAKES_OFF.includes(effect.kind)) return isLeaving(value, now, effect.target);
  return isWanted(wantedEffects(situation));
}

/** Of a part of which only some units may go: those. */
function freeUnits(effect: Effect, situation: Situation): About['free'] {
  const part = situation.order.fulfillmentOrders.find(
    (fo) => fo.id === effect.target && isLive(fo),
  );
  if (part === undefined) return [];
  const split = splitOf(part, situation);
  if (split.every(({ waiting }) => waiting === 0)) return [];
  return split
    .map(({ line, waiting }) => ({ id: line.lineId, quantity: line.remaining - waiting }))
    .filter(({ quantity }) => quantity > 0);
}

/** Of a line that no app may take off: the call of its own kind, since there a person has another way out. */
function notEditable(
  effect: Effect,
  shopifySays: string,
  situation: Situation,
): CallOf<'cancelled-line-not-editable'> | null {
  const line = situation.case?.lines.find(({ id }) => id === effect.target);
  if (!('quantity' in effect) || line === undefined) return null;
  const { quantity } = effect;
  if (!needsForbiddenEdit({ target: line.id, quantity }, situation)) return null;
  const title = lineName(line, situation.case?.lines ?? []);
  return { kind: 'cancelled-line-not-editable', units: [{ title, quantity }], shopifySays };
}

/** A request at a service that could not be taken back: only a person can talk to the service. */
function notTakenBack(
  target: string,
  shopifySays: string,
  situation: Situation,
): CallOf<'request-not-taken-back'>[] {
  const known = situation.case?.lines ?? [];
  const fo = situation.order.fulfillmentOrders.find(({ id }) => id === target);
  const units = (fo?.lines ?? []).flatMap(({ lineId, remaining }) => {
    const line = known.find(({ id }) => id === lineId);
    return line === undefined || remaining === 0
      ? []
      : [{ title: lineName(line, known), quantity: remaining }];
  });
  return units.length > 0 ? [{ kind: 'request-not-taken-back', units, shopifySays }] : [];
}

/**
 * What Shopify refused, and a person does instead; as it is wanted now, in words for the merchant. Of refunds only where no
 * other call speaks of them.
 */
export function refusals(situation: Situation, of: { readonly refunds: boolean }): StandingCall[] {
  const { case: value } = situation;
  if (value === null) return [];
  const { lines } = value;
  const isOwed = isPositive(owed(moneyOf(situation)));
  const waitsFor = leaves(value) ? 'customer' : waits(value) ? 'goods' : 'payment';
  const wanted = wantedEffects(situation).map(({ effect }) => effect);
  const byTerm = (of: Intent): number => (HAS_TERM.includes(of.effect.kind) ? 0 : 1);
  return refusedFor(situation)
    .toSorted((a, b) => byTerm(a) - byTerm(b))
    .filter(({ effect }) => isUndone(effect, value, situation))
    .flatMap(({ effect: tried, error }): StandingCall[] => {
      const effect = wanted.find((other) => isFor(other, tried)) ?? tried;
      if (effect.kind === 'message' || effect.kind === 'ask-for-payment') return [];
      // Of a refund of what is paid too much, a call of its own says how much that is.
      if (effect.kind === 'refund' && (effect.quantity === 0 || !of.refunds)) return [];
      const reason = error ?? 'it was refused';
      if (effect.kind === 'take-back-request')
        return notTakenBack(effect.target, reason, situation);
      if (TAKES_OFF.includes(effect.kind)) {
        const call = notEditable(effect, reason, situation);
        if (call !== null) return [call];
      }
      const free = effect.kind === 'release' ? freeUnits(effect, situation) : [];
      return [wayOut(effect, reason, { lines, isOwed, waitsFor, free })];
    });
}
