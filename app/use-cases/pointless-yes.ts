import { resolveYes } from '../domain/decide/attention';
import { isStillWanted } from '../domain/effects';
import type { Situation } from '../domain/effects/situation';
import { type Intent, intentKey } from '../domain/intent';
import { nextStep } from '../domain/planner';
import type { Tx } from '../ports';
import { keepDecision } from './keep-decision';

/**
 * A question to the shop that answered itself: the service has accepted the request, it was taken back in Shopify, or the
 * shop has chosen for its location. What is wanted now is planned anew by the look that finds it.
 */
export async function forgetAnsweredQuestions(tx: Tx, situation: Situation): Promise<Situation> {
  const { order, case: value, now, intents } = situation;
  const waits = ({ status }: Intent): boolean => status === 'awaiting-approval';
  const isAnswered = (intent: Intent): boolean =>
    intent.effect.kind === 'take-back-request' &&
    waits(intent) &&
    !isStillWanted(intent.effect, {
      ...situation,
      intents: intents.filter((other) => intentKey(other) !== intentKey(intent)),
    });
  const answered = intents.filter(isAnswered);
  if (answered.length === 0 || value === null) return situation;
  for (const intent of answered)
    await tx.saveIntent({ ...intent, status: 'dropped', finishedAt: now });
  const left = await tx.intents(order.id);
  if (!left.some(waits)) await keepDecision(tx, resolveYes(value, now, 'holdfast'));
  return { ...situation, case: await tx.loadCase(order.id), intents: left };
}

/**
 * An order that is over asks for no yes to what it has overtaken: to a hold, a capture, a mail about its delay. Gives back
 * how things stand then.
 */
export async function forgetPointlessYes(tx: Tx, situation: Situation): Promise<Situation> {
  const { case: value, shop, now } = situation;
  if (value === null || value.closedAt === null) return situation;
  const intents = await tx.intents(value.orderId);
  const waiting = intents.filter(({ status }) => status === 'awaiting-approval');
  if (waiting.length === 0) return situation;
  const last = value.customerKey === null ? null : await tx.lastWordTo(value.customerKey);
  const step = nextStep(value, shop, last);
  const stands = (intent: Intent): boolean => {
    const { effect } = intent;
    if (effect.kind === 'message') return step?.key === effect.target;
    const others = intents.filter((other) => intentKey(other) !== intentKey(intent));
    return isStillWanted(effect, { ...situation, intents: others });
  };
  for (const intent of waiting)
    if (!stands(intent)) await tx.saveIntent({ ...intent, status: 'dropped', finishedAt: now });
  if (!waiting.some(stands)) await keepDecision(tx, resolveYes(value, now, 'holdfast'));
  return {
    ...situation,
    case: await tx.loadCase(value.orderId),
    intents: await tx.intents(value.orderId),
  };
}
