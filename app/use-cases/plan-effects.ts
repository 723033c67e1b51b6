import type { Case } from '../domain/case';
import { rivalOf, wantedIntents } from '../domain/effects';
import type { Situation } from '../domain/effects/situation';
import { type Intent, intentKey } from '../domain/intent';
import type { Tx } from '../ports';

/** Plans an effect and the task that performs it: both or neither, and never twice. */
export async function planIntent(tx: Tx, intent: Intent, value: Case | null): Promise<void> {
  if (!(await tx.planIntent(intent))) return;
  const key = intentKey(intent);
  await tx.addTasks([
    {
      shop: tx.shop,
      body: { kind: 'perform-effect', orderId: intent.orderId, intent: key },
      dueAt: intent.plannedAt,
    },
  ]);
  if (value !== null)
    await tx.addTimeline(intent.orderId, [
      { at: intent.plannedAt, kind: 'effect-planned', by: 'holdfast', detail: { intent: key } },
    ]);
}

/**
 * Plans what is wanted now. Of one authorization only one effect can be open: one that is planned or waits for a yes and
 * isn't wanted any more makes way; one whose end isn't known is waited for, and the look after its end plans anew.
 */
export async function planEffects(tx: Tx, situation: Situation): Promise<void> {
  for (const intent of wantedIntents(situation)) {
    const rival = rivalOf(intent, situation.intents);
    if (rival !== null && !WAITS.includes(rival.status)) continue;
    if (rival !== null)
      await tx.saveIntent({ ...rival, status: 'dropped', finishedAt: situation.now });
    await planIntent(tx, intent, situation.case);
  }
}

const WAITS: readonly Intent['status'][] = ['planned', 'awaiting-approval'];
