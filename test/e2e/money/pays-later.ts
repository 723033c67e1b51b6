import type { Story } from './one-clock';
import type { Store } from './store';

/** The goods come after the authorization has to be let go: the customer pays by the order's own page. */
export async function* paysWhenItIsHere(shop: Store): Story {
  const order = await shop.buys({});
  yield '2026-03-07 09:00';
  expect(await shop.events(order)).toEqual(['held', 'first-notice', 'follow-up']);
  yield '2026-03-07 13:00';
  expect((await shop.events(order)).slice(3)).toEqual(['voided', 'money-notice']);
  expect(await shop.newest(order)).toContain('You have not been charged.');
  await shop.arrives('MUG');
  yield '2026-03-07 15:00';
  expect((await shop.events(order)).slice(5)).toEqual(['payment-request']);
  expect(await shop.newest(order)).toContain(await shop.paymentPage(order));
  await shop.does(order, 'pay');
  yield '2026-03-07 17:00';
  expect((await shop.events(order)).slice(6)).toEqual(['paid 20.00', 'released', 'ready']);
  expect(await shop.newest(order)).toContain('$20.00 has been charged.');
}

/** This shop's cards are authorized for a day, so that it is soon over, and the ten days for paying begin. */
export async function* neverPays(shop: Store): Story {
  const order = await shop.buys({ gateway: 'other_cards' });
  yield '2026-03-03 09:00';
  expect((await shop.events(order)).slice(-2)).toEqual(['voided', 'money-notice']);
  await shop.arrives('MUG');
  yield '2026-03-12 12:00';
  const asked = (await shop.events(order)).slice(4);
  expect(asked).toEqual(['payment-request', 'payment-reminder', 'payment-reminder']);
  expect(await shop.newest(order)).toContain('If it isn’t paid by then, we cancel it');
  yield '2026-03-14 09:00';
  expect((await shop.events(order)).slice(7)).toEqual(['order-cancelled', 'cancelled']);
  expect(await shop.newest(order)).toContain('You have not been charged.');
}
