import { tellAfterWatching } from '../domain/decide/attention';
import type { OrderId } from '../domain/ids';
import { intentKey } from '../domain/intent';
import type { Tx, Work } from '../ports';
import type { Deps } from './deps';
import { lookSoon } from './intents';

/** Every effect that waits for its turn comes to the last door now; those that are under way are left alone. */
export async function knockAgain(tx: Tx, orderId: OrderId, now: Date): Promise<void> {
  for (const intent of await tx.intents(orderId)) {
    const waits = intent.status === 'planned' || intent.status === 'unclear';
    if (!waits || intent.finishedAt !== null) continue;
    const body = { kind: 'perform-effect' as const, orderId, intent: intentKey(intent) };
    await tx.addTasks([{ shop: tx.shop, body, dueAt: now }]);
  }
}

/** The mode or the pause was changed: each open case is woken, in a transaction of its own. Doing it twice changes nothing. */
export async function settingsChanged(deps: Deps, work: Work, watched: boolean): Promise<void> {
  const { shop: shopId } = work.claim;
  const cases = await deps.store.read(shopId, (tx) => tx.openCases());
  for (const orderId of cases)
    await work.keep({ orders: [orderId] }, (tx) => wakeUp(tx, orderId, work.now, watched));
}

async function wakeUp(tx: Tx, orderId: OrderId, now: Date, watched: boolean): Promise<void> {
  const value = await tx.loadCase(orderId);
  if (value === null) return;
  const decision = watched ? tellAfterWatching(value, now) : { ignored: 'it was not watching' };
  if (!('ignored' in decision)) await tx.saveCase(decision.case);
  for (const intent of await tx.intents(orderId))
    if (intent.status === 'awaiting-approval')
      await tx.saveIntent({ ...intent, status: 'planned' });
  await knockAgain(tx, orderId, now);
  await lookSoon(tx, orderId, now);
}
