import { customerChooses } from '../../../simulator/tour/customer';
import type { Story } from './one-clock';
import type { Store } from './store';

/** Charged at checkout: what is cancelled goes back, with its tax, once. */
export async function* chargedAndGivenBack(shop: Store): Story {
  const basket = { tax: '2.24', shipping: '5.00' };
  await shop.onHand('TEA', 9);
  const part = await shop.buys(basket, ['MUG', 'TEA']);
  const unheard = await shop.buys(basket, ['MUG', 'TEA']);
  const whole = await shop.buys(basket, ['MUG', 'TEA']);
  yield '2026-03-02 11:00';
  await customerChooses(shop.sim, part.email, 'cancel', [part.lineIds['MUG'] ?? '']);
  await customerChooses(shop.sim, whole.email, 'cancel');
  yield '2026-03-02 12:00';
  expect(await shop.events(part)).toEqual([
    'paid 35.24',
    'held',
    'first-notice',
    'refunded 21.60',
    'released',
    'cancelled',
  ]);
  expect(await shop.newest(part)).toContain('$21.60 has been sent back');
  expect((await shop.events(whole)).slice(3)).toEqual([
    'refunded 35.24',
    'order-cancelled',
    'cancelled',
  ]);

  const lost = { shop: shop.shop, target: 'refundCreate', mode: 'timeoutAfterCommit' };
  await shop.sim.post('/_sim/faults', lost);
  await customerChooses(shop.sim, unheard.email, 'cancel', [unheard.lineIds['MUG'] ?? '']);
  yield '2026-03-02 16:00';
  const refunds = (await shop.events(unheard)).filter((event) => event.startsWith('refunded'));
  expect(refunds).toEqual(['refunded 21.60']);
  expect((await shop.events(unheard)).at(-1)).toBe('cancelled');
}
