import type { Case } from '../domain/case';
import { wantedIntents } from '../domain/effects';
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

export async function planEffects(tx: Tx, situation: Situation): Promise<void> {
  for (const intent of wantedIntents(situation)) await planIntent(tx, intent, situation.case);
}
