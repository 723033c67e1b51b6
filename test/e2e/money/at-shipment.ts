import type { Story } from './one-clock';
import type { Store } from './store';

/** Nobody told us that Shopify captures as the goods ship: three orders that were never short show it. */
export async function* capturedAtShipment(shop: Store): Story {
  await shop.onHand('TEA', 9);
  const clear = [
    await shop.buys({}, ['TEA']),
    await shop.buys({}, ['TEA']),
    await shop.buys({}, ['TEA']),
  ];
  yield '2026-03-02 11:00';
  for (const order of clear) await shop.ships(order);
  yield '2026-03-02 15:00';
  for (const order of clear) expect(await shop.events(order)).toEqual(['captured 8.00 by Shopify']);

  const order = await shop.buys({});
  yield '2026-03-02 16:00';
  await shop.arrives('MUG');
  yield '2026-03-02 17:00';
  expect(await shop.events(order)).toEqual(['held', 'first-notice', 'released', 'ready']);
  await shop.ships(order);
  yield '2026-03-02 18:00';
  expect((await shop.events(order)).slice(4)).toEqual(['captured 20.00 by Shopify']);
}
