import { merchantSetsMode } from '../../../simulator/tour/staff';
import type { Story } from './one-clock';
import type { Store } from './store';

/**
 * The authorization ends by itself and Shopify says nothing of it: the app has its own timer. The shop watched while
 * there was time to release it, and when it doesn't watch any more Shopify refuses that.
 */
export async function* runsOutUnannounced(shop: Store): Story {
  const order = await shop.buys({});
  yield '2026-03-08 12:00';
  expect(await shop.events(order)).toEqual([]);
  const refusal = { shop: shop.shop, target: 'transactionVoid', mode: 'userError', rate: 1 };
  await shop.sim.post('/_sim/faults', refusal);
  await merchantSetsMode(shop, 'automatic');
  yield '2026-03-09 10:00';
  expect(await shop.events(order)).toEqual(['held', 'first-notice']);
  yield '2026-03-09 14:00';
  expect((await shop.events(order)).slice(2)).toEqual(['lapsed by Shopify', 'money-notice']);
  expect(await shop.newest(order)).toContain('has run out');
}
