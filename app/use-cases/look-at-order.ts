import { MINUTE } from '../domain/calendar';
import type { OrderId } from '../domain/ids';
import type { Work } from '../ports';
import type { Deps } from './deps';
import { freshnessOf, type OrderReads } from './order-reads';
import { waitsUntil } from './quiet';
import { takeIn } from './take-in';

/**
 * Reads the order again and decides. Looking twice changes nothing; a look that was missed is made up by the next one.
 * - news that comes within seconds of a read or of an act of ours waits for the rest of it;
 * - a look for another reason, such as stock or the time, takes the order as it was just read, if nothing has changed since.
 */
export async function lookAtOrder(
  deps: Deps,
  reads: OrderReads,
  work: Work,
  orderId: OrderId,
): Promise<void> {
  const { shop, body } = work.claim;
  const known = await deps.store.read(shop, async (tx) => ({
    until: body.kind === 'look-at-order' ? await waitsUntil(tx, orderId, work.now) : null,
    fresh: await freshnessOf(tx, orderId),
  }));
  const isNews = body.kind === 'look-at-order' && body.because === undefined;
  if (isNews && known.until !== null) {
    const task = { shop, body, dueAt: known.until };
    return work.finish({}, (tx) => tx.addTasks([task]));
  }
  const seen = isNews
    ? await reads.read(shop, orderId)
    : await reads.readChanges(shop, orderId, { ...known.fresh, within: MINUTE });
  await work.finish({ orders: [orderId] }, (tx) => takeIn(deps, tx, work.now, orderId, seen));
}
