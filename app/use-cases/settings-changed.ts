import { addMs } from '../domain/calendar';
import { resolveYes, tellAfterWatching } from '../domain/decide/attention';
import type { Case } from '../domain/case';
import type { OrderId } from '../domain/ids';
import { asksInEveryMode, type Intent, intentKey, isOpen, wasTried } from '../domain/intent';
import type { Shop } from '../domain/settings';
import type { NewTask } from '../domain/task';
import type { Tx, Work } from '../ports';
import type { Deps } from './deps';
import { absenceDoor } from './absence-door';
import { LOOK_UP_AFTER, lookSoon } from './intents';
import { keepDecision } from './keep-decision';

/**
 * Every effect that waits for its turn comes to the last door now; one whose end isn't known a little later, when its call
 * has surely ended: looked up sooner, it would seem not to have happened, and be done twice (M). One that another task has
 * in hand is left alone there.
 */
export async function knockAgain(tx: Tx, orderId: OrderId, now: Date): Promise<void> {
  await tx.addTasks(knocks(await tx.intents(orderId), now));
}

/** The tasks with which these effects come to the last door. */
export function knocks(intents: readonly Intent[], now: Date): NewTask[] {
  return intents.flatMap((intent): NewTask[] => {
    const waits = isOpen(intent) && intent.status !== 'awaiting-approval';
    if (!waits || intent.finishedAt !== null) return [];
    const { shop, orderId } = intent;
    const body = { kind: 'perform-effect' as const, orderId, intent: intentKey(intent) };
    return [{ shop, body, dueAt: wasTried(intent) ? addMs(now, LOOK_UP_AFTER) : now }];
  });
}

/** What waited for a yes needs none once the shop no longer asks. */
export async function askNoLonger(tx: Tx, orderId: OrderId, shop: Shop, now: Date): Promise<void> {
  if (shop.settings.mode === 'ask') return;
  for (const intent of await tx.intents(orderId)) {
    if (intent.status !== 'awaiting-approval' || asksInEveryMode(intent)) continue;
    if ((await absenceDoor(tx, intent)) === 'ask') continue;
    await tx.saveIntent({ ...intent, status: 'planned' });
    const body = { kind: 'perform-effect' as const, orderId, intent: intentKey(intent) };
    await tx.addTasks([{ shop: tx.shop, body, dueAt: now }]);
  }
  const isAsked = (await tx.intents(orderId)).some(({ status }) => status === 'awaiting-approval');
  const value = isAsked ? null : await tx.loadCase(orderId);
  if (value !== null) await keepDecision(tx, resolveYes(value, now, 'holdfast'));
}

/**
 * The case as the customer knows it: what was withheld while the shop watched was never said. Asked before words leave,
 * since that may be sooner than each case is woken.
 */
export async function asHeardSoFar(tx: Tx, value: Case, shop: Shop, now: Date): Promise<Case> {
  const decision = shop.settings.mode === 'watch' ? null : tellAfterWatching(value, now);
  if (decision === null || 'ignored' in decision) return value;
  await keepDecision(tx, decision);
  return (await tx.loadCase(value.orderId)) ?? decision.case;
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
  if (watched) await keepDecision(tx, tellAfterWatching(value, now));
  await knockAgain(tx, orderId, now);
  await lookSoon(tx, orderId, now);
}
