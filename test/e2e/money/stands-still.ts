import { customerChooses } from '../../../simulator/tour/customer';
import { merchantReadsCase } from '../../../simulator/tour/staff';
import type { Story } from './one-clock';
import type { Store } from './store';

/** Shopify refuses to cancel while a return is open: the merchant hears what is in the way. */
export async function* returnInTheWay(shop: Store): Story {
  const order = await shop.buys({});
  yield '2026-03-02 11:00';
  await shop.does(order, 'return', { open: true });
  await customerChooses(shop.sim, order.email, 'cancel');
  yield '2026-03-02 12:00';
  expect(await shop.events(order)).toEqual(['held', 'first-notice']);
  expect(await merchantReadsCase(shop, order.orderId)).toMatch(/has returns|open return/);
}

/** Klarna has not said yes yet: nothing can be captured, cancelled or sent until it has. */
export async function* paymentPending(shop: Store): Story {
  const order = await shop.buys({ gateway: 'klarna', paymentPending: true });
  yield '2026-03-02 11:00';
  expect(await shop.events(order)).toEqual(['held', 'first-notice']);
  await shop.arrives('MUG');
  yield '2026-03-02 15:00';
  expect(await shop.events(order)).toEqual(['held', 'first-notice']);
  await shop.does(order, 'markAsPaid');
  yield '2026-03-02 16:00';
  expect((await shop.events(order)).slice(2)).toEqual(['captured 20.00', 'released', 'ready']);
}
