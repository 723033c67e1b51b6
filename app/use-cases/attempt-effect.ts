import { addMs, MINUTE, SECOND } from '../domain/calendar';
import { wantedNow } from '../domain/effects';
import { type Intent, intentKey, lastActAt, MONEY_EFFECTS, wasTried } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import { withNextKey } from '../domain/refund-key';
import type { Shop } from '../domain/settings';
import { Gone, NoAccess, OutcomeUnclear, Permanent, Throttled, Unreachable } from '../errors';
import type { EffectResult, Work } from '../ports';
import { callShopify } from './call-shopify';
import type { Deps } from './deps';
import {
  endIntent,
  isUnmoved,
  LOOK_UP_AFTER,
  performLater,
  saveAttempt,
  saveIntentOf,
} from './intents';
import { lookWhenSettled, PENDING_SETTLES_IN } from './quiet';
import { situationOf } from './situation';

/** Another movement of the same order's money is under way: wait for its end. */
const WAIT = MINUTE / 2;

/**
 * Writes down that it is attempted, calls Shopify, and writes down how that ended. Nothing is attempted by a read that began
 * before Holdfast last changed the order, nor while its money moves.
 */
export async function attempt(
  deps: Deps,
  work: Work,
  shop: Shop,
  intent: Intent,
  { order, begunAt }: { readonly order: OrderSnapshot; readonly begunAt: Date },
): Promise<void> {
  const verdict = await work.keep({ orders: [intent.orderId] }, async (tx) => {
    if (!(await isUnmoved(tx, intent))) return 'in other hands';
    const situation = await situationOf(tx, shop, order, work.now, intent);
    const acted = lastActAt(situation.intents);
    if (acted !== null && acted > begunAt) return 'read again';
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
  if (verdict === 'read again') return performLater(work, intent, SECOND);
  if (verdict === 'overtaken') return endIntent(work, intent, { status: 'dropped' });
  if (verdict === 'wait') return performLater(work, intent, WAIT);
  const answer = await call(deps, work, verdict, intent);
  await conclude(work, verdict, answer, deps.clock.now());
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

async function conclude(work: Work, intent: Intent, answer: Answer, at: Date): Promise<void> {
  switch (answer.outcome) {
    case 'done':
      return endIntent(work, intent, { status: 'done', reference: answer.reference, at });
    case 'refused':
      return endIntent(work, intent, { status: 'failed', reason: answer.reason, at });
    case 'key-spent': {
      const anew = withNextKey(intent);
      const reason = 'Shopify tried this refund again and again and failed.';
      return anew === null
        ? endIntent(work, intent, { status: 'failed', reason, at })
        : lookUpLater(work, anew, null, at);
    }
    case 'pending':
      return lookUpLater(work, intent, null, at);
    case 'unclear':
      return lookUpLater(work, intent, answer.reason, at);
  }
}

/** The order is read before anything else is done about the intent. */
function lookUpLater(work: Work, intent: Intent, error: string | null, now: Date): Promise<void> {
  return work.finish({ orders: [intent.orderId] }, async (tx) => {
    await saveIntentOf(tx, work, { ...intent, status: 'unclear', error });
    const body = {
      kind: 'perform-effect' as const,
      orderId: intent.orderId,
      intent: intentKey(intent),
    };
    await tx.addTasks([{ shop: tx.shop, body, dueAt: addMs(now, LOOK_UP_AFTER) }]);
    await lookWhenSettled(tx, intent.orderId, addMs(now, PENDING_SETTLES_IN));
  });
}
