import { addMs, MINUTE } from '../domain/calendar';
import { raiseAttention } from '../domain/decide/attention';
import type { TimelineKind } from '../domain/case';
import type { OrderId } from '../domain/ids';
import { type Intent, intentKey, type IntentStatus } from '../domain/intent';
import type { Tx, Work } from '../ports';
import { keepDecision } from './keep-decision';
import { lookWhenSettled, SETTLES_IN } from './quiet';

/** An outcome that wasn't clear is looked up after so long, when the call has surely ended. */
export const LOOK_UP_AFTER = MINUTE;

/** Every write carries the claim's epoch, so that a worker that was overtaken can't write over a later one. */
export function saveIntentOf(tx: Tx, work: Work, intent: Intent): Promise<void> {
  return tx.saveIntent({ ...intent, epoch: work.claim.epoch });
}

/** Before the call: whoever finds it like this after a crash looks the truth up before anything is tried again. */
export function saveAttempt(tx: Tx, work: Work, intent: Intent): Promise<void> {
  return saveIntentOf(tx, work, {
    ...intent,
    status: 'attempting',
    attemptedBy: work.claim.taskId,
  });
}

/** Another task has the attempt in hand; that one, or the worker that takes it over, brings it to its end. */
export async function isInOtherHands(tx: Tx, intent: Intent, work: Work): Promise<boolean> {
  const { status, attemptedBy } = intent;
  if (status !== 'attempting' || attemptedBy === null) return false;
  return attemptedBy !== work.claim.taskId && (await tx.hasTask(attemptedBy));
}

/** Whether the intent is still as it was read before the lock was taken. */
export async function isUnmoved(tx: Tx, intent: Intent): Promise<boolean> {
  const now = (await tx.intents(intent.orderId)).find((i) => intentKey(i) === intentKey(intent));
  return now?.status === intent.status && now.attemptedBy === intent.attemptedBy;
}

/** The order is looked at again. */
export async function lookSoon(tx: Tx, orderId: OrderId, now: Date): Promise<void> {
  await tx.addTasks([{ shop: tx.shop, body: { kind: 'look-at-order', orderId }, dueAt: now }]);
}

/** The task ends and a later one takes its place. */
export async function performLater(work: Work, intent: Intent, waitMs: number): Promise<void> {
  const body = {
    kind: 'perform-effect' as const,
    orderId: intent.orderId,
    intent: intentKey(intent),
  };
  await work.finish({}, (tx) =>
    tx.addTasks([{ shop: tx.shop, body, dueAt: addMs(work.now, waitMs) }]),
  );
}

type Ended = Extract<IntentStatus, 'done' | 'failed' | 'withheld' | 'dropped'>;

const ENTRY: Readonly<Record<Ended, TimelineKind | null>> = {
  done: 'effect-done',
  failed: 'effect-failed',
  withheld: 'effect-withheld',
  dropped: null,
};

interface End {
  readonly status: Ended;
  /** Why it failed, in words for a person. */
  readonly reason?: string | null;
  /** Shopify's id of what came of it. */
  readonly reference?: string | null;
  /** When it ended; when the task began unless said. */
  readonly at?: Date;
}

/** The intent's last word. A failure is put before a person. */
export async function writeEnd(
  tx: Tx,
  intent: Intent,
  { status, reason = null, reference = null }: End,
  at: Date,
): Promise<Intent> {
  const ended: Intent = { ...intent, status, finishedAt: at, reference, error: reason };
  await tx.saveIntent(ended);
  const value = await tx.loadCase(intent.orderId);
  const kind = ENTRY[status];
  if (value !== null && kind !== null)
    await tx.addTimeline(intent.orderId, [
      { at, kind, by: 'holdfast', detail: { intent: intentKey(intent), reason } },
    ]);
  // What else is refused stands in the order itself: the look that follows calls a person for as long as it does.
  if (value !== null && intent.effect.kind === 'message' && reason !== null)
    await keepDecision(tx, raiseAttention(value, at, reason));
  return ended;
}

/** The intent's last word, in one transaction with the end of its task. The order is looked at again. */
export async function endIntent(work: Work, intent: Intent, end: End): Promise<void> {
  const { status, at = work.now } = end;
  await work.finish({ orders: [intent.orderId] }, async (tx) => {
    await writeEnd(tx, { ...intent, epoch: work.claim.epoch }, end, at);
    if (status === 'done' || (status === 'failed' && intent.effect.kind !== 'message'))
      await lookWhenSettled(tx, intent.orderId, addMs(at, SETTLES_IN));
    else if (status !== 'withheld') await lookSoon(tx, intent.orderId, at);
  });
}
