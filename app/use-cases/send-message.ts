import { Unreachable } from '../errors';
import { addMs, HOUR, MINUTE, SECOND } from '../domain/calendar';
import type { Case, Step } from '../domain/case';
import { type Intent, intentKey, lastActAt, wasTried } from '../domain/intent';
import { leavesAt, nextStep, type PlannedStep } from '../domain/planner';
import type { Shop } from '../domain/settings';
import type { MailResult, Tx, Work } from '../ports';
import type { Deps } from './deps';
import { endIntent, isUnmoved, lookSoon, performLater, saveAttempt, saveIntentOf } from './intents';
import { messageEnded } from './message-ended';
import { isMessage, type MessageIntent } from './message-intent';
import { freshnessOf, type OrderReads } from './order-reads';
import { planNextStep } from './plan-next-step';
import { prepareMessage } from './prepare-message';
import { asHeardSoFar } from './settings-changed';
import { isUntrueNow } from './still-true';

/** They ask for money, or say when it is taken: the order is read for them as a whole. */
const SPEAK_OF_MONEY: readonly Step[] = ['payment-request', 'payment-reminder', 'money-notice'];

/** A read that was overtaken is made again after so long. */
const READ_AGAIN_AFTER = SECOND;

/**
 * Says one message to one customer, once.
 * - it must still be the case's next step and due, and it doesn't leave in the customer's night unless it must; the order is read again for the words about money;
 * - what was withheld while the shop watched is no word that the customer goes by;
 * - what is about to be said is kept before it is handed over; if the process dies in between, it counts as unclear and
 *   isn't sent a second time (P8);
 * - only the copy that leaves has the link in it, the kept one has a placeholder.
 */
export async function sendMessage(
  deps: Deps,
  reads: OrderReads,
  work: Work,
  shop: Shop,
  intent: Intent,
): Promise<void> {
  if (!isMessage(intent)) return;
  if (wasTried(intent))
    return messageEnded(work, shop, intent, unclear('The worker ended while sending.'));
  const { step } = intent.effect;
  const fresh = await deps.store.read(shop.id, (tx) => freshnessOf(tx, intent.orderId));
  const { order, begunAt } = SPEAK_OF_MONEY.includes(step)
    ? await reads.read(shop.id, intent.orderId)
    : await reads.readChanges(shop.id, intent.orderId, { ...fresh, within: 10 * MINUTE });
  if (order === null) return endIntent(work, intent, { status: 'dropped' });
  if (await isUntrueNow(deps.store, step, order, { shop, now: work.now }))
    return sayLater(work, shop, intent);
  const { email } = order.customer;
  if (email === null)
    return endIntent(work, intent, {
      status: 'failed',
      reason: 'The order has no usable e-mail address: call the customer.',
    });

  const link = deps.secrets.newId();
  const ready = await work.keep({ orders: [intent.orderId] }, async (tx) => {
    if (!(await isUnmoved(tx, intent))) return 'in other hands';
    const actedMeanwhile = lastActAt(await tx.intents(intent.orderId));
    if (actedMeanwhile !== null && actedMeanwhile > begunAt)
      return addMs(work.now, READ_AGAIN_AFTER);
    const known = await tx.loadCase(intent.orderId);
    if (known === null) return null;
    const value = await asHeardSoFar(tx, known, shop, work.now);
    if (!(await isDue(tx, value, shop, intent, work.now))) return null;
    const leaves = leavesAt(value, intent.effect.step, work.now, shop);
    if (leaves > work.now) return leaves;
    const prepared = await prepareMessage(deps, tx, {
      value,
      shop,
      order,
      intent,
      email,
      link,
      now: work.now,
    });
    await saveAttempt(tx, work, intent);
    return prepared;
  });
  if (ready === 'in other hands') return;
  if (ready === null) return drop(work, shop, intent);
  if (ready instanceof Date)
    return performLater(work, intent, ready.getTime() - work.now.getTime());

  try {
    await messageEnded(work, shop, intent, await deps.mailer.send(ready.mail), ready.said);
  } catch (error) {
    if (error instanceof Unreachable)
      await work.keep({ orders: [intent.orderId] }, (tx) => handBack(tx, work, intent));
    throw error;
  }
}

const SAY_AGAIN_AFTER = HOUR;

/**
 * The look at the order finds out what has become of the payment. What is still to be said then is said later; what isn't
 * any more is dropped.
 */
async function sayLater(work: Work, shop: Shop, intent: MessageIntent): Promise<void> {
  const { orderId, effect, generation } = intent;
  await work.finish({ orders: [orderId] }, async (tx) => {
    const value = await tx.loadCase(orderId);
    if (value === null || !(await isDue(tx, value, shop, intent, work.now)))
      return dropIn(tx, work, shop, intent);
    await lookSoon(tx, orderId, work.now);
    const body = {
      kind: 'perform-effect' as const,
      orderId,
      intent: intentKey({ effect, generation }),
    };
    await tx.addTasks([{ shop: tx.shop, body, dueAt: addMs(work.now, SAY_AGAIN_AFTER) }]);
  });
}

/** Nothing was handed over: it is tried again, and counts as no word to the customer meanwhile. */
async function handBack(tx: Tx, work: Work, intent: MessageIntent): Promise<void> {
  await saveIntentOf(tx, work, { ...intent, status: 'planned' });
  const kept = (await tx.messages(intent.orderId)).find(({ key }) => key === intent.effect.target);
  if (kept !== undefined) await tx.keepMessage({ ...kept, outcome: 'refused' });
}

function unclear(reason: string): MailResult {
  return { outcome: 'unclear', reason };
}

async function isDue(
  tx: Tx,
  value: Case,
  shop: Shop,
  intent: MessageIntent,
  now: Date,
): Promise<boolean> {
  const last = value.customerKey === null ? null : await tx.lastWordTo(value.customerKey);
  const step: PlannedStep | null = nextStep(value, shop, last);
  return step !== null && step.key === intent.effect.target && step.dueAt <= now;
}

/** Overtaken by what happened since it was planned: nothing is said, and the plan is made anew. */
async function drop(work: Work, shop: Shop, intent: MessageIntent): Promise<void> {
  await work.finish({ orders: [intent.orderId] }, (tx) => dropIn(tx, work, shop, intent));
}

async function dropIn(tx: Tx, work: Work, shop: Shop, intent: MessageIntent): Promise<void> {
  await saveIntentOf(tx, work, { ...intent, status: 'dropped', finishedAt: work.now });
  const value = await tx.loadCase(intent.orderId);
  if (value !== null) await planNextStep(tx, value, shop);
}
