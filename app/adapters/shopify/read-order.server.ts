import type { OrderId, ShopId } from '../../domain/ids';
import type { OrderSnapshot } from '../../domain/order';
import { Unreachable } from '../../errors';
import type { AdminClient } from './admin-client.server';
import { createKeepAsking, pause, type Pause } from './keep-asking';
import { READ_LONG_ORDER, READ_ORDER } from './operations/read-order';
import { readOrderSnapshot } from './order-snapshot';
import { ChangedMeanwhile, isLong, readRest } from './rest-of-order.server';

/** An order that changes this often while it is read is read again later. */
const ATTEMPTS = 3;

/**
 * A short order is one request. A longer one is one request more, which takes it as a whole, up to 250 lines in 20
 * fulfillment orders. What is longer still goes on page after page.
 */
export async function readOrder(
  client: AdminClient,
  shop: ShopId,
  id: OrderId,
  wait: Pause = pause,
): Promise<OrderSnapshot | null> {
  const keepAsking = createKeepAsking(wait);
  // Nothing is lost when the first request is told to wait: the task itself waits then.
  let { order } = await client.request(shop, READ_ORDER, { id });
  for (let attempt = 1; order !== null; attempt += 1) {
    if (attempt > 1 || isLong(order))
      ({ order } = await keepAsking(() => client.request(shop, READ_LONG_ORDER, { id })));
    if (order === null) break;
    try {
      return readOrderSnapshot(await readRest({ client, shop, keepAsking }, order));
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      if (attempt === ATTEMPTS) throw new Unreachable('The order kept changing while it was read');
    }
  }
  return null;
}
