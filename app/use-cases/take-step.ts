import { type Intent, newIntent } from '../domain/intent';
import type { OrderId } from '../domain/ids';
import { nextStep } from '../domain/planner';
import type { Work } from '../ports';
import { planIntent } from './plan-effects';
import { planNextStep } from './plan-next-step';

const ENDED_WITHOUT_SAYING: readonly Intent['status'][] = ['dropped', 'failed', 'withheld'];

/**
 * A planned step's time has come. If it is still the case's next step it becomes a message to be sent; a wake-up that
 * was overtaken plans anew and does nothing else.
 */
export async function takeStep(work: Work, orderId: OrderId, key: string): Promise<void> {
  await work.finish({ orders: [orderId] }, async (tx) => {
    const shop = await tx.loadShop();
    const value = await tx.loadCase(orderId);
    if (shop === null || shop.uninstalledAt !== null || value === null) return;
    const last = value.customerKey === null ? null : await tx.lastWordTo(value.customerKey);
    const step = nextStep(value, shop, last);
    if (step === null || step.key !== key || step.dueAt > work.now)
      return planNextStep(tx, value, shop);

    const earlier = (await tx.intents(orderId)).filter(
      ({ effect }) => effect.kind === 'message' && effect.target === key,
    );
    if (earlier.some((intent) => !ENDED_WITHOUT_SAYING.includes(intent.status))) return;
    if (earlier.some((intent) => intent.status === 'failed')) return;
    await planIntent(
      tx,
      newIntent({
        shop: shop.id,
        orderId,
        generation: earlier.length + 1,
        effect: { kind: 'message', target: key, step: step.step },
        plannedAt: work.now,
      }),
      value,
    );
  });
}
