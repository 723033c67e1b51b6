import { merchantReadsCase } from '../../../simulator/tour/staff';
import type { Story } from './one-clock';
import type { Order, Store } from './store';

async function accepted(shop: Store, order: Order): Promise<string> {
  const [fo = ''] = await shop.fulfillmentOrders(order);
  await shop.sim.post(`/_sim/fulfillment-orders/${fo}/accept`);
  return fo;
}

/** A third party has taken the goods on already when they turn out to be missing: it is asked for them. */
export async function* askedBack(shop: Store): Story {
  await shop.onHand('MUG', 2);
  const given = await shop.buys({});
  const kept = await shop.buys({});
  yield '2026-03-02 11:00';
  const first = await accepted(shop, given);
  const second = await accepted(shop, kept);
  await shop.onHand('MUG', 0);
  yield '2026-03-02 12:00';
  expect(await shop.events(given)).toEqual(['asked back', 'first-notice']);
  expect(await shop.events(kept)).toEqual(['asked back', 'first-notice']);

  const answer = (fo: string, accept: boolean): Promise<unknown> =>
    shop.sim.post(`/_sim/fulfillment-orders/${fo}/answer-cancellation`, { accept });
  await answer(first, true);
  await answer(second, false);
  yield '2026-03-02 13:00';
  expect((await shop.events(given)).slice(2)).toEqual(['held']);
  expect((await shop.events(kept)).slice(2)).toEqual([]);
  expect(await merchantReadsCase(shop, kept.orderId)).toContain('did not give it back');
}
