import { addMs, SECOND } from '../domain/calendar';
import type { OrderId } from '../domain/ids';
import type { Tx } from '../ports';

/**
 * Shopify tells one event under several topics, which arrive within seconds of each other. News that comes so soon after a
 * read or an act of ours waits for what else belongs to it, and all of it is read once.
 */
export const SETTLES_IN = 5 * SECOND;

/** What Shopify goes on working at, such as a capture, ends seconds later and is told under topics of its own. */
export const PENDING_SETTLES_IN = 15 * SECOND;

/** Holdfast has changed the order: it is looked at once, when the news of that has come in. */
export async function lookWhenSettled(tx: Tx, orderId: OrderId, at: Date): Promise<void> {
  await tx.keepQuiet(orderId, at);
  await tx.addTasks([{ shop: tx.shop, body: { kind: 'look-at-order', orderId }, dueAt: at }]);
}

/** When a look at the order that is due now should be made instead; null: now. */
export async function waitsUntil(tx: Tx, orderId: OrderId, now: Date): Promise<Date | null> {
  const until = await tx.quietUntil(orderId);
  return until !== null && until > now ? until : null;
}

/** The order was read: what comes in within the next seconds was on its way when the read began, as far as we know. */
export async function quietAfterRead(tx: Tx, orderId: OrderId, begunAt: Date): Promise<void> {
  await tx.keepQuiet(orderId, addMs(begunAt, SETTLES_IN));
}
