import { isZero } from '../domain/money';
import { owed } from '../domain/decide/settled';
import { moneyOf, type Situation } from '../domain/effects/situation';
import type { Tx } from '../ports';

/**
 * An order that was never short has no case to call a person on: a capture of it that was refused, or waits for a yes,
 * stands on the page of payments. It goes from there once there is nothing left to take, whoever took it.
 */
export async function forgetWhatIsPaid(tx: Tx, situation: Situation): Promise<void> {
  const { order, intents, now } = situation;
  if (order.cancelledAt === null && !isZero(owed(moneyOf(situation)))) return;
  for (const intent of intents) {
    const stands = intent.status === 'failed' || intent.status === 'awaiting-approval';
    if (intent.effect.kind === 'capture' && stands)
      await tx.saveIntent({ ...intent, status: 'dropped', finishedAt: intent.finishedAt ?? now });
  }
}
