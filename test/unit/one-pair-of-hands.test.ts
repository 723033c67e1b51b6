import { OrderId, ShopId, TransactionId } from '../../app/domain/ids';
import { newIntent } from '../../app/domain/intent';
import { money } from '../../app/domain/money';
import type { Claim, Work } from '../../app/ports';
import { isInOtherHands, isUnmoved, saveAttempt } from '../../app/use-cases/intents';
import { createMemoryStore } from '../support/memory-store';

/* Two tasks that meet one intent: only one of them has it in hand, and it isn't left lying when that one is gone. */

const SHOP = ShopId.parse('first-shop.myshopify.com');
const ORDER = OrderId.parse('gid://shopify/Order/1');
const NOW = new Date('2026-03-02T15:00:00Z');
const INTENT = newIntent({
  shop: SHOP,
  orderId: ORDER,
  generation: 1,
  effect: {
    kind: 'capture',
    target: TransactionId.parse('gid://shopify/OrderTransaction/1'),
    amount: money('40', 'USD'),
    final: true,
  },
  plannedAt: NOW,
});

function workOf(taskId: string): Pick<Work, 'claim'> {
  const body = { kind: 'perform-effect' as const, orderId: ORDER, intent: 'capture-1-1' };
  const claim: Claim = { taskId, shop: SHOP, body, epoch: 1, attempts: 1 };
  return { claim };
}

async function attempted(by: string) {
  const store = createMemoryStore();
  const body = { kind: 'perform-effect' as const, orderId: ORDER, intent: 'capture-1-1' };
  await store.transact(SHOP, {}, async (tx) => {
    await tx.planIntent(INTENT);
    await tx.addTasks([{ shop: SHOP, body, dueAt: NOW }]);
  });
  const task = store.take(NOW);
  await store.transact(SHOP, {}, (tx) => saveAttempt(tx, workOf(by) as Work, INTENT));
  const intent = await store.read(SHOP, async (tx) => (await tx.intents(ORDER))[0] ?? INTENT);
  const inOtherHands = (mine: string): Promise<boolean> =>
    store.read(SHOP, (tx) => isInOtherHands(tx, intent, workOf(mine) as Work));
  return { store, task, intent, inOtherHands };
}

describe('an attempt', () => {
  it('is left alone by another task while the first one is there', async () => {
    const { task, inOtherHands } = await attempted('1');
    expect(task?.work.claim.taskId).toBe('1');
    expect(await inOtherHands('2')).toBe(true);
    expect(await inOtherHands('1')).toBe(false);
  });

  it('is taken up by another task once the first one is gone', async () => {
    const { task, inOtherHands } = await attempted('1');
    task?.end();
    expect(await inOtherHands('2')).toBe(false);
  });

  it('is not begun on an intent that has moved since it was read', async () => {
    const { store, intent } = await attempted('1');
    expect(await store.read(SHOP, (tx) => isUnmoved(tx, intent))).toBe(true);
    expect(await store.read(SHOP, (tx) => isUnmoved(tx, INTENT))).toBe(false);
  });
});
