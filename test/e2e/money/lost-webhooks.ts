import type { Story } from './one-clock';
import type { Store } from './store';

/** Not one webhook arrives: the round that goes through the shop's changes finds every order within the hour. */
export async function* foundWithoutWebhooks(shop: Store): Story {
  const lost = { shop: shop.shop, target: 'webhook', mode: 'drop', rate: 1 };
  await shop.sim.post('/_sim/faults', lost);
  const orders = [await shop.buys({}), await shop.buys({}), await shop.buys({}, ['TEA'])];
  yield '2026-03-02 10:45';
  for (const order of orders) expect(await shop.events(order)).toEqual([]);
  yield '2026-03-02 12:30';
  for (const order of orders) expect(await shop.events(order)).toEqual(['held', 'first-notice']);
}
