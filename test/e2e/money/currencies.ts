import type { Story } from './one-clock';
import type { Store } from './store';

/** Yen have no cents and Kuwaiti dinars have three places; a gift card's part was taken at checkout. */
export async function* otherMoney(shop: Store): Story {
  const yen = await shop.buys({ presentmentCurrency: 'JPY', rate: '151.3' });
  const dinar = await shop.buys({ presentmentCurrency: 'KWD', rate: '0.3075' });
  await shop.onHand('TEA', 9);
  const card = await shop.buys({ giftCardAmount: '20.00' }, ['MUG', 'TEA']);
  yield '2026-03-02 11:00';
  expect(await shop.newest(yen)).toContain('¥3,026');
  expect(await shop.newest(dinar)).toContain('6.150');
  expect(await shop.newest(card)).toContain('$20.00 was taken from your gift card');
  for (const _ of [yen, dinar, card]) await shop.arrives('MUG');
  yield '2026-03-02 12:00';
  const taken = ['released', 'ready'];
  expect((await shop.events(yen)).slice(2)).toEqual(['captured 3026', ...taken]);
  expect((await shop.events(dinar)).slice(2)).toEqual(['captured 6.150', ...taken]);
  expect((await shop.events(card)).slice(3)).toEqual(['captured 8.00', ...taken]);
}
