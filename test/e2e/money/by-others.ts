import type { Story } from './one-clock';
import type { Store } from './store';
import { merchantReadsCase } from '../../../simulator/tour/staff';

/** What the merchant does with the money in the admin is accepted, recorded, and not done again. */
export async function* doneByStaff(shop: Store): Story {
  const captured = await shop.buys({});
  const voided = await shop.buys({});
  await shop.onHand('TEA', 9);
  const refunded = await shop.buys({}, ['MUG', 'TEA']);
  yield '2026-03-02 11:00';
  await shop.does(captured, 'capture');
  await shop.does(voided, 'void');
  await shop.does(refunded, 'capture');
  yield '2026-03-02 11:05';
  await shop.does(refunded, 'edit', { lines: [{ sku: 'MUG', quantity: 0 }] });
  await shop.does(refunded, 'refund', { amount: '20.00' });
  yield '2026-03-02 12:00';
  await shop.arrives('MUG');
  await shop.arrives('MUG');
  yield '2026-03-02 16:00';
  const done = (await shop.events(captured)).filter((event) => event.startsWith('captured'));
  expect(done).toEqual(['captured 20.00 by staff']);
  expect((await shop.events(captured)).slice(-2)).toEqual(['released', 'ready']);
  expect(await merchantReadsCase(shop, captured.orderId)).toMatch(/captured/i);

  expect(await shop.events(voided)).toContain('voided by staff');
  expect(await shop.events(voided)).not.toContain('voided');
  expect((await shop.events(voided)).at(-1)).toBe('payment-request');
  await shop.does(voided, 'pay');

  const back = (await shop.events(refunded)).filter((event) => event.startsWith('refunded'));
  expect(back).toEqual(['refunded 20.00 by staff']);
  expect(await shop.held(refunded)).toEqual([]);
  yield '2026-03-02 18:00';
  expect((await shop.events(voided)).slice(-3)).toEqual(['paid 20.00', 'released', 'ready']);
}
