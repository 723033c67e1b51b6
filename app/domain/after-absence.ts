import type { Absence } from './absence';
import type { Case } from './case';
import type { Effect, Intent } from './intent';

/* What a shop's absence asks of an effect that comes to the last door afterwards. */

/** These keep goods and money where they are, or carry out what was asked for: they go on at once. */
const AT_ONCE: readonly Effect['kind'][] = [
  'hold',
  'void',
  'cancel-order',
  'remove-units',
  'refund',
  'request-cancellation',
  'take-back-request',
];

/** Kinds of effects that an absence of more than a day makes a person's to allow, as the panel lists them. */
export const ASKED_KINDS = ['tell', 'charge', 'end'] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

/** An order is ended by a rule, not by anybody's wish: its last day for paying is over, or nobody answered. */
function isByRule({ effect }: Pick<Intent, 'effect'>, value: Case | null): boolean {
  if (effect.kind === 'cancel-order') return effect.reason !== 'CUSTOMER';
  if (effect.kind !== 'remove-units' && effect.kind !== 'refund') return false;
  const choice = value?.lines.find(({ id }) => id === effect.target)?.choice;
  return choice?.kind === 'cancel-requested' && choice.by === 'rule';
}

/** Which list it belongs to after a long absence; null where it goes on unasked. */
export function askedAs(intent: Pick<Intent, 'effect'>, value: Case | null): AskedKind | null {
  const { effect } = intent;
  if (isByRule(intent, value)) return 'end';
  switch (effect.kind) {
    case 'capture':
    case 'ask-for-payment':
      return 'charge';
    case 'message':
      if (effect.step === 'payment-request' || effect.step === 'payment-reminder') return 'charge';
      return effect.step === 'first-notice' ? 'tell' : null;
    default:
      return null;
  }
}

/**
 * The same for an effect that waits for a yes in a shop that otherwise acts by itself: what waits there of units taken off or
 * given back waits because a rule ends it.
 */
export function listedAs({ effect }: Pick<Intent, 'effect'>): AskedKind | null {
  if (effect.kind === 'remove-units' || effect.kind === 'refund') return 'end';
  return askedAs({ effect }, null);
}

/** Since when it is due. Words that waited for the morning are as old as their cause. */
function dueSince({ effect, plannedAt }: Intent, value: Case | null): Date {
  if (effect.kind !== 'message') return plannedAt;
  const told = value?.toTell.find(({ step }) => step === effect.step);
  return told !== undefined && told.since < plannedAt ? told.since : plannedAt;
}

interface Of {
  readonly intent: Intent;
  readonly case: Case | null;
  /** When the order was placed; null where nobody knows. */
  readonly orderedAt: Date | null;
}

/**
 * - `wait`: not every open order and its stock has been read again; only what keeps or was asked for goes on before;
 * - `ask`: the shop was away for more than a day, and this became due by then: a person says yes first;
 * - `go`: nothing of an absence concerns it, as nothing does an order that came after it.
 */
export function afterAbsence(absence: Absence | null, of: Of): 'go' | 'wait' | 'ask' {
  const { intent, case: value, orderedAt } = of;
  if (absence === null) return 'go';
  const { backAt, caughtUpAt, asksBefore, asksUntil } = absence;
  const isFrom = (before: Date): boolean => orderedAt === null || orderedAt < before;
  const kind = askedAs(intent, value);
  const goesAtOnce = kind === null && AT_ONCE.includes(intent.effect.kind);
  if (backAt !== null && caughtUpAt === null && isFrom(backAt) && !goesAtOnce) return 'wait';
  const asks =
    asksBefore !== null &&
    asksUntil !== null &&
    isFrom(asksBefore) &&
    dueSince(intent, value) <= asksUntil;
  return asks && kind !== null ? 'ask' : 'go';
}
