import { Gone, NoAccess, OutcomeUnclear, Permanent, Throttled, Unreachable } from '../errors';
import { addMs, MINUTE } from '../domain/calendar';
import { hasHappened } from '../domain/has-happened';
import { wantedNow } from '../domain/effects';
import { refundPayments } from '../domain/effects/given-back';
import { type Intent, intentKey, isOpen, MONEY_EFFECTS, wasTried } from '../domain/intent';
import type { OrderId } from '../domain/ids';
import type { OrderSnapshot } from '../domain/order';
import { isForgotten, withNextKey } from '../domain/refund-key';
import type { Shop } from '../domain/settings';
import type { EffectResult, Tx, Work } from '../ports';
import { callShopify, linesOf } from './call-shopify';
import type { Deps } from './deps';
import {
  endIntent,
  isInOtherHands,
  isUnmoved,
  LOOK_UP_AFTER,
  lookSoon,
  performLater,
  saveAttempt,
  saveIntentOf,
} from './intents';
import { lastDoor } from './last-door';
import { situationOf } from './situation';
import { sendMessage } from './send-message';

/** Another movement of the same order's money is under way, or news that must be seen before it: wait for its end. */
const WAIT = MINUTE / 2;
/** A round looks at the orders that it found one after the other: at the last of them about so much later. */
const NEWS_WITHIN = 15 * MINUTE;

/**
 * Brings one intended effect about, at most once.
 * - the shop's mode is asked at the last door; the order is read again, and what is no longer wanted is dropped;
 * - `attempting` is committed before the call, so that after a crash the truth is looked up before anything is tried again;
 * - an outcome that is not clear is looked up later, never repeated on a guess.
 */
export async function performEffect(
  deps: Deps,
  work: Work,
  orderId: OrderId,
  key: string,
): Promise<void> {
  const { shop: shopId } = work.claim;
  const { shop, intent, waits } = await deps.store.read(shopId, async (tx) => {
    const known = (await tx.intents(orderId)).find((i) => intentKey(i) === key) ?? null;
    const free = known !== null && !(await isInOtherHands(tx, known, work));
    const intent = free ? known : null;
    return { shop: await tx.loadShop(), intent, waits: await waitsForNews(tx, intent, work.now) };
  });
  if (shop === null || intent === null || !isOpen(intent) || intent.finishedAt !== null) return;
  if (waits) return performLater(work, intent, WAIT);
  if ((await lastDoor(work, shop, intent)) === 'closed') return;
  if (intent.effect.kind === 'message') return sendMessage(deps, work, shop, intent);

  const order = await deps.shopify.readOrder(shopId, orderId);
  if (order === null)
    return endIntent(work, intent, 'failed', 'Shopify no longer shows this order.');
  if (wasTried(intent)) {
    const answer = hasHappened(intent, order);
    if (answer === 'yes') return endIntent(work, intent, 'done', null);
    if (answer === 'refused')
      return endIntent(
        work,
        intent,
        'failed',
        intent.effect.kind === 'refund'
          ? 'Shopify reports that the money could not be given back.'
          : 'Shopify reports that the payment could not be captured.',
      );
    if (answer === 'not-yet') return performLater(work, intent, LOOK_UP_AFTER);
    // It did not happen: trying it anew is an act like any other, and the door may have closed meanwhile.
    if ((await lastDoor(work, shop, { ...intent, status: 'planned' })) === 'closed') return;
  }
  if (isForgotten(intent, work.now))
    return endIntent(
      work,
      intent,
      'failed',
      'Shopify was asked for this refund more than a day ago and does not show it. Look in the order whether the money went back before you refund it there.',
    );
  const ready = await withRefundPayments(deps, work, shop, intent, order);
  if (ready === null)
    return endIntent(work, intent, 'failed', 'Shopify sees nothing of this order to give back.');
  await attempt(deps, work, shop, ready, order);
}

/** What was given to this order may be for one from before it (P10): nothing is captured until its news is seen (P1). */
async function waitsForNews(tx: Tx, intent: Intent | null, now: Date): Promise<boolean> {
  if (intent?.effect.kind !== 'capture' || intent.status !== 'planned') return false;
  return tx.hasNewsOfOlder(intent.orderId, addMs(now, NEWS_WITHIN));
}

/**
 * Of a refund: how much goes back to which payment, as Shopify works it out. It is written down with the attempt, so that a
 * second try asks for the very same. Null when there is nothing to give back.
 */
async function withRefundPayments(
  deps: Deps,
  work: Work,
  shop: Shop,
  intent: Intent,
  order: OrderSnapshot,
): Promise<Intent | null> {
  const { effect, orderId } = intent;
  if (effect.kind !== 'refund' || effect.payments !== undefined) return intent;
  const suggested = await deps.shopify.suggestRefund(shop.id, {
    orderId,
    lines: linesOf(effect),
  });
  const situation = await deps.store.read(shop.id, (tx) =>
    situationOf(tx, shop, order, work.now, intent),
  );
  const payments = refundPayments(effect, suggested, situation);
  if (payments.length === 0 && effect.quantity === 0) return null;
  return { ...intent, effect: { ...effect, payments } };
}

async function attempt(
  deps: Deps,
  work: Work,
  shop: Shop,
  intent: Intent,
  order: OrderSnapshot,
): Promise<void> {
  const verdict = await work.keep({ orders: [intent.orderId] }, async (tx) => {
    if (!(await isUnmoved(tx, intent))) return 'in other hands';
    const situation = await situationOf(tx, shop, order, work.now, intent);
    const effect = wantedNow(intent.effect, situation);
    if (effect === null) return 'overtaken';
    const movesMoney = MONEY_EFFECTS.some((kind) => kind === intent.effect.kind);
    const moneyMoves = situation.intents.some(
      (other) => MONEY_EFFECTS.some((kind) => kind === other.effect.kind) && wasTried(other),
    );
    if (movesMoney && moneyMoves) return 'wait';
    const asked = withTimeOfAsking({ ...intent, effect }, work.now);
    await saveAttempt(tx, work, asked);
    return asked;
  });
  if (verdict === 'in other hands') return;
  if (verdict === 'overtaken') return endIntent(work, intent, 'dropped', null);
  if (verdict === 'wait') return performLater(work, intent, WAIT);
  await conclude(work, verdict, await call(deps, work, verdict, intent));
}

/** A refund's key counts from the first call with it. */
function withTimeOfAsking(intent: Intent, now: Date): Intent {
  const { effect } = intent;
  if (effect.kind !== 'refund' || effect.askedAt !== undefined) return intent;
  return { ...intent, effect: { ...effect, askedAt: now } };
}

type Answer = EffectResult | { readonly outcome: 'unclear'; readonly reason: string };

/** A call that surely did nothing puts the intent back to `planned`, as it was before; the engine tries again later. */
async function call(deps: Deps, work: Work, intent: Intent, before: Intent): Promise<Answer> {
  try {
    return await callShopify(deps.shopify, work.claim.shop, intent);
  } catch (error) {
    if (error instanceof OutcomeUnclear) return { outcome: 'unclear', reason: error.message };
    // Both say that nothing was done. The look that follows a refusal plans anew, or calls a person.
    if (error instanceof Gone) return refusal('Shopify no longer has what this was about.');
    if (error instanceof Permanent) return refusal(error.message);
    if (error instanceof Throttled || error instanceof Unreachable || error instanceof NoAccess)
      await work.keep({ orders: [intent.orderId] }, (tx) =>
        saveIntentOf(tx, work, { ...before, status: 'planned' }),
      );
    throw error;
  }
}

const refusal = (reason: string): EffectResult => ({ outcome: 'refused', reason, code: null });

async function conclude(work: Work, intent: Intent, answer: Answer): Promise<void> {
  switch (answer.outcome) {
    case 'done':
      return endIntent(work, intent, 'done', null, answer.reference);
    case 'refused':
      return endIntent(work, intent, 'failed', answer.reason);
    case 'key-spent': {
      const anew = withNextKey(intent);
      return anew === null
        ? endIntent(work, intent, 'failed', 'Shopify tried this refund again and again and failed.')
        : lookUpLater(work, anew, null);
    }
    case 'pending':
      return lookUpLater(work, intent, null);
    case 'unclear':
      return lookUpLater(work, intent, answer.reason);
  }
}

/** The order is read before anything else is done about the intent. */
function lookUpLater(work: Work, intent: Intent, error: string | null): Promise<void> {
  return work.finish({ orders: [intent.orderId] }, async (tx) => {
    await saveIntentOf(tx, work, { ...intent, status: 'unclear', error });
    const body = {
      kind: 'perform-effect' as const,
      orderId: intent.orderId,
      intent: intentKey(intent),
    };
    await tx.addTasks([{ shop: tx.shop, body, dueAt: addMs(work.now, LOOK_UP_AFTER) }]);
    await lookSoon(tx, intent.orderId, work.now);
  });
}
