import { addMs, MINUTE } from '../domain/calendar';
import { hasHappened } from '../domain/has-happened';
import { type EffectKind, type Intent, intentKey, isOpen, wasTried } from '../domain/intent';
import type { OrderId } from '../domain/ids';
import { isForgotten } from '../domain/refund-key';
import type { Shop } from '../domain/settings';
import type { Tx, Work } from '../ports';
import { attempt } from './attempt-effect';
import type { Deps } from './deps';
import {
  endIntent,
  isInOtherHands,
  isUnmoved,
  LOOK_UP_AFTER,
  performLater,
  writeEnd,
} from './intents';
import { lastDoor } from './last-door';
import { freshnessOf, type OrderReads, type SeenOrder } from './order-reads';
import { withRefundPayments } from './refund-payments';
import { refusedByShopify } from './see-what-ended';
import { sendMessage } from './send-message';
import { takeIn } from './take-in';

/** News that must be seen first: wait for it. */
const WAIT = MINUTE / 2;
/** A round looks at the orders that it found one after the other: at the last of them about so much later. */
const NEWS_WITHIN = 15 * MINUTE;

/** A hold stays where goods are missing, a release takes off our own hold alone: neither harms by what it doesn't see. */
const MOVE_GOODS: readonly EffectKind[] = [
  'hold',
  'release',
  'request-cancellation',
  'take-back-request',
];

/**
 * Brings one intended effect about, at most once.
 * - the shop's mode is asked at the last door; the order is read again, but for a hold or a release of an order that was read
 *   within the last minute and hasn't changed since; what is no longer wanted is dropped;
 * - `attempting` is committed before the call, so that after a crash the truth is looked up before anything is tried again;
 * - an outcome that is not clear is looked up later, never repeated on a guess.
 */
export async function performEffect(
  deps: Deps,
  reads: OrderReads,
  work: Work,
  orderId: OrderId,
  key: string,
): Promise<void> {
  const { shop: shopId } = work.claim;
  const { shop, intent, waits, fresh } = await deps.store.read(shopId, async (tx) => {
    const intents = await tx.intents(orderId);
    const known = intents.find((i) => intentKey(i) === key) ?? null;
    const free = known !== null && !(await isInOtherHands(tx, known, work));
    const intent = free ? known : null;
    const waits = await waitsForNews(tx, intent, work.now);
    const fresh = await freshnessOf(tx, orderId);
    return { shop: await tx.loadShop(), intent, waits, fresh };
  });
  if (shop === null || intent === null || !isOpen(intent) || intent.finishedAt !== null) return;
  if (waits) return performLater(work, intent, WAIT);
  if ((await lastDoor(work, shop, intent)) === 'closed') return;
  if (intent.effect.kind === 'message') return sendMessage(deps, reads, work, shop, intent);

  const seen = MOVE_GOODS.includes(intent.effect.kind)
    ? await reads.readChanges(shopId, orderId, { ...fresh, within: MINUTE })
    : await reads.read(shopId, orderId);
  const { order, begunAt } = seen;
  if (order === null) {
    const reason = 'Shopify no longer shows this order.';
    return endIntent(work, intent, { status: 'failed', reason });
  }
  if (wasTried(intent) && (await lookUp(deps, work, shop, intent, seen)) === 'settled') return;
  if (isForgotten(intent, work.now)) {
    const reason =
      'Shopify was asked for this refund more than a day ago and does not show it. Look in the order whether the money went back before you refund it there.';
    return endIntent(work, intent, { status: 'failed', reason });
  }
  const ready = await withRefundPayments(deps, work, shop, intent, order);
  if (ready === null) {
    const reason = 'Shopify sees nothing of this order to give back.';
    return endIntent(work, intent, { status: 'failed', reason });
  }
  await attempt(deps, work, shop, ready, { order, begunAt });
}

/**
 * What became of an attempt whose end is not known, told from the order as just read. What is known now is decided by at
 * once, without another read. `untried`: it surely did not happen, and the door is still open for trying it anew.
 */
async function lookUp(
  deps: Deps,
  work: Work,
  shop: Shop,
  intent: Intent,
  seen: SeenOrder,
): Promise<'settled' | 'untried'> {
  const { orderId } = intent;
  const answer = seen.order === null ? 'not-yet' : hasHappened(intent, seen.order);
  switch (answer) {
    case 'yes':
    case 'refused':
      await work.finish({ orders: [orderId] }, async (tx) => {
        const reason = answer === 'yes' ? null : refusedByShopify(intent.effect);
        const end = { status: answer === 'yes' ? 'done' : 'failed', reason } as const;
        const ours = { ...intent, epoch: work.claim.epoch };
        if (await isUnmoved(tx, intent)) await writeEnd(tx, ours, end, work.now);
        await takeIn(deps, tx, work.now, orderId, seen);
      });
      return 'settled';
    case 'not-yet':
      await performLater(work, intent, LOOK_UP_AFTER);
      return 'settled';
    case 'no': {
      // Trying it anew is an act like any other, and the door may have closed meanwhile.
      const door = await lastDoor(work, shop, { ...intent, status: 'planned' });
      return door === 'closed' ? 'settled' : 'untried';
    }
  }
}

/** What was given to this order may be for one from before it (P10): nothing is captured until its news is seen (P1). */
async function waitsForNews(tx: Tx, intent: Intent | null, now: Date): Promise<boolean> {
  if (intent?.effect.kind !== 'capture' || intent.status !== 'planned') return false;
  return tx.hasNewsOfOlder(intent.orderId, addMs(now, NEWS_WITHIN));
}
