import { addMs, MINUTE } from './calendar';
import { beforeLapse, surplus } from './effects/lapse';
import { cancellations } from './effects/cancellations';
import { captures } from './effects/captures';
import { holds, requestsToThirdParties } from './effects/holds';
import { termsForPayment, voidsBeforePayment } from './effects/payments';
import { allowsParts } from './effects/part-first';
import { hasRefunded } from './effects/refunded-units';
import { refunds } from './effects/refunds';
import { isByHand, releases } from './effects/releases';
import { takeBacks } from './effects/take-back';
import { lastOf, type Situation, type Wanted } from './effects/situation';
import { Effect, type Intent, isOpen, newIntent } from './intent';
import type { Shop } from './settings';

function isAlready(
  wanted: Wanted,
  intents: readonly Intent[],
  shop: Shop,
): Intent['generation'] | null {
  const last = lastOf(intents, wanted.effect.kind, wanted.effect.target);
  if (last === undefined) return 1;
  if (isOpen(last)) return null;
  if (last.status === 'withheld' && shop.settings.mode === 'watch') return null;
  const settled = last.status === 'done' || last.status === 'failed';
  if (settled && (last.finishedAt ?? last.plannedAt) >= wanted.since) return null;
  return last.generation + 1;
}

function hasFailed({ effect }: Wanted, { intents }: Situation): boolean {
  return lastOf(intents, effect.kind, effect.target)?.status === 'failed';
}

/** What should be true of the world. A cancellation goes before everything else: while one is due nothing is captured. */
export function wantedEffects(situation: Situation): Wanted[] {
  const { order, shop } = situation;
  if (order.cancelledAt !== null || shop.uninstalledAt !== null) return [];
  if (order.test && !shop.settings.includeTestOrders) return [];
  if (order.disputed) return [];
  const held = [...holds(situation), ...requestsToThirdParties(situation), ...takeBacks(situation)];
  const ends = cancellations(situation);
  if (ends.length > 0) return [...held, ...ends];
  const taken = captures(situation);
  const released = [
    ...beforeLapse(situation),
    ...surplus(situation),
    ...voidsBeforePayment(situation),
  ];
  return [
    ...held,
    ...taken,
    // What is being taken is not let go in the same breath; what could not be taken is.
    ...(taken.some((wanted) => !hasFailed(wanted, situation)) ? [] : released),
    ...refunds(situation),
    ...termsForPayment(situation),
    ...releases(situation),
  ];
}

/**
 * What a refund gives back to which payment is read right before the call; neither that nor its key is part of what is
 * wanted. Nor is what Shopify merges a release with.
 */
function asWanted(effect: Effect): string {
  const parsed = Effect.parse(effect);
  const ofTheCall = { payments: undefined, askedAt: undefined, spentKeys: undefined };
  if (parsed.kind === 'refund') return JSON.stringify({ ...parsed, ...ofTheCall });
  return JSON.stringify(parsed.kind === 'release' ? { ...parsed, joins: undefined } : parsed);
}

/** Whether an effect that was planned earlier is still what the situation asks for, to the cent. */
export function isStillWanted(effect: Effect, situation: Situation): boolean {
  return wantedNow(effect, situation) !== null;
}

/** The effect as the situation asks for it now, with what it is merged with by now; null where it isn't wanted any more. */
export function wantedNow(effect: Effect, situation: Situation): Effect | null {
  const known = asWanted(effect);
  const wanted = wantedEffects(situation).find((other) => asWanted(other.effect) === known);
  if (wanted === undefined) return null;
  return effect.kind === 'release' ? wanted.effect : effect;
}

/** The other half of a release follows it at once; what turns out to be short later is another matter. */
const AT_ONCE = 15 * MINUTE;

/**
 * Whether a person's yes stands behind it already: they let it go by hand, or said yes to the release of a part, of which
 * the hold on what still waits is the other half. Between the two nothing is held, so that a second yes can't be waited for.
 */
function isApproved(effect: Effect, situation: Situation): boolean {
  const { order, intents, now } = situation;
  if (effect.kind === 'release') return isByHand(situation, effect.target);
  const keepsRefunded = order.fulfillmentOrders.some((fo) => hasRefunded(fo, order));
  if (effect.kind !== 'hold' || !(allowsParts(situation) || keepsRefunded)) return false;
  const done = intents.filter(
    (intent) =>
      intent.status === 'done' &&
      (intent.effect.kind === 'hold' || intent.effect.kind === 'release'),
  );
  const last = done
    .toSorted((a, b) => (a.finishedAt?.getTime() ?? 0) - (b.finishedAt?.getTime() ?? 0))
    .at(-1);
  const releasedAt = last?.effect.kind === 'release' ? last.finishedAt : null;
  return releasedAt !== null && addMs(releasedAt, AT_ONCE) >= now;
}

/**
 * The intents to plan now. Looked at from the state alone, so a lost event costs nothing: the next look wants the same.
 * - nothing for test orders unless the shop asks, for disputed or cancelled orders, or after an uninstall;
 * - one that is open, or that succeeded or failed since it is wanted, isn't planned again;
 * - what a person asked for by hand needs no second yes.
 */
export function wantedIntents(situation: Situation): Intent[] {
  const { order, shop, intents, now } = situation;
  return wantedEffects(situation).flatMap((wanted) => {
    const generation = isAlready(wanted, intents, shop);
    if (generation === null) return [];
    const { effect } = wanted;
    const planned = { shop: shop.id, orderId: order.id, generation, effect, plannedAt: now };
    return [{ ...newIntent(planned), approved: isApproved(effect, situation) }];
  });
}

/** An open intent on the same authorization: the database lets there be only one. */
export function rivalOf({ effect }: Intent, intents: readonly Intent[]): Intent | null {
  const onIt = (other: Effect): boolean =>
    (other.kind === 'capture' || other.kind === 'void') && other.target === effect.target;
  if (!onIt(effect)) return null;
  return intents.find((other) => isOpen(other) && onIt(other.effect)) ?? null;
}
