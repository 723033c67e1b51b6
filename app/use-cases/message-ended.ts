import { raiseAttention } from '../domain/decide/attention';
import { decideSaid } from '../domain/decide/said';
import type { Said } from '../domain/case';
import type { Shop } from '../domain/settings';
import type { MailResult, Work } from '../ports';
import { lookSoon, saveIntentOf } from './intents';
import { keepDecision } from './keep-decision';
import type { MessageIntent } from './message-intent';
import { planNextStep } from './plan-next-step';
import type { SaidByWords } from './prepare-message';
import { asksForPayment } from './still-true';

/**
 * Writes what became of a message: said, refused by the mail server, or unclear, which is never sent again. `words` is what
 * it said; null where the worker that knew it is gone.
 */
export async function messageEnded(
  work: Work,
  shop: Shop,
  intent: MessageIntent,
  result: MailResult,
  words: SaidByWords | null = null,
): Promise<void> {
  const { orderId } = intent;
  await work.finish({ orders: [orderId] }, async (tx) => {
    const kept = (await tx.messages(orderId)).find(
      (message) => message.key === intent.effect.target,
    );
    if (kept !== undefined) await tx.keepMessage({ ...kept, outcome: result.outcome });
    const value = await tx.loadCase(orderId);
    if (result.outcome === 'refused') {
      await saveIntentOf(tx, work, {
        ...intent,
        status: 'failed',
        finishedAt: work.now,
        error: result.reason,
      });
      const reason = `The customer's mail server refused our message (${result.reason}): call the customer.`;
      if (value !== null) await keepDecision(tx, raiseAttention(value, work.now, reason));
      return;
    }
    const reference = result.outcome === 'sent' ? result.reference : null;
    const error = result.outcome === 'unclear' ? result.reason : null;
    // An unclear message has ended too: it is never sent again.
    const status = result.outcome === 'sent' ? 'done' : 'unclear';
    await saveIntentOf(tx, work, { ...intent, status, finishedAt: work.now, reference, error });
    if (value === null) return;
    const said: Said = {
      step: intent.effect.step,
      key: intent.effect.target,
      at: kept?.at ?? work.now,
      outcome: result.outcome,
      ...(words === null ? {} : { released: [...words.released] }),
      ...(result.outcome === 'sent' && words?.silence === 'cancels' ? { silence: 'cancels' } : {}),
    };
    const decision = decideSaid(value, { type: 'message-said', at: work.now, said }, shop);
    if ('ignored' in decision) return;
    await keepDecision(tx, decision);
    const saved = await tx.loadCase(orderId);
    if (saved !== null) await planNextStep(tx, saved, shop);
    // From now on a day runs for the payment: the look at the order sees to its end.
    if (asksForPayment(intent.effect.step)) await lookSoon(tx, orderId, work.now);
  });
}
