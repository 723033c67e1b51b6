import { hasHappened } from '../domain/has-happened';
import type { Effect } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import type { Tx } from '../ports';
import { writeEnd } from './intents';

/** What a person reads of an attempt that Shopify shows as failed. */
export const refusedByShopify = ({ kind }: Effect): string =>
  kind === 'refund'
    ? 'Shopify reports that the money could not be given back.'
    : 'Shopify reports that the payment could not be captured.';

/**
 * Attempts whose answer was unclear or "pending" end as soon as the order shows how. What it doesn't show is looked up by
 * the attempt's own task, which goes on until its end is known.
 */
export async function seeWhatEnded(tx: Tx, order: OrderSnapshot, now: Date): Promise<void> {
  for (const intent of await tx.intents(order.id)) {
    if (intent.status !== 'unclear' || intent.effect.kind === 'message') continue;
    const answer = hasHappened(intent, order);
    if (answer === 'yes') await writeEnd(tx, intent, { status: 'done' }, now);
    if (answer === 'refused') {
      const reason = refusedByShopify(intent.effect);
      await writeEnd(tx, intent, { status: 'failed', reason }, now);
    }
  }
}
