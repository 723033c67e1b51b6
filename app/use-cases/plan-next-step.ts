import type { Case } from '../domain/case';
import { nextStep } from '../domain/planner';
import type { Shop } from '../domain/settings';
import type { Tx } from '../ports';

/** Sees to it that the case's next message has a task. A plan that changed leaves its old task to wake up for nothing. */
export async function planNextStep(tx: Tx, value: Case, shop: Shop): Promise<void> {
  const last = value.customerKey === null ? null : await tx.lastWordTo(value.customerKey);
  const step = nextStep(value, shop, last);
  if (step === null) return;
  const intents = await tx.intents(value.orderId);
  const underWay = intents.some(
    ({ effect, status }) =>
      effect.kind === 'message' &&
      effect.target === step.key &&
      !['dropped', 'withheld', 'failed'].includes(status),
  );
  if (underWay) return;
  await tx.addTasks([
    {
      shop: tx.shop,
      body: { kind: 'take-step', orderId: value.orderId, step: step.key },
      dueAt: step.dueAt,
    },
  ]);
}
