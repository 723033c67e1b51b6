import { customerAgrees } from '../../../simulator/tour/customer';
import type { Story } from './one-clock';
import type { Order, Store } from './store';

/** 20.00 + 1.60 tax for the mug that is missing, 8.00 + 0.64 for the tea that is here, 5.00 shipping. */
const BASKET = { tax: '2.24', shipping: '5.00' };

async function halfIsHere(shop: Store): Promise<Order> {
  await shop.onHand('TEA', 5);
  return shop.buys(BASKET, ['MUG', 'TEA']);
}

/** Plus: an authorization is captured part by part, first what is here with the shipping. */
export async function* capturedInParts(shop: Store): Story {
  const order = await halfIsHere(shop);
  yield '2026-03-02 11:00';
  // What is here is paid before the order is looked at again: it needs no hold of its own.
  expect(await shop.events(order)).toEqual(['held', 'captured 13.64', 'first-notice']);
  expect(await shop.held(order)).toEqual(['MUG']);
  await shop.ships(order);
  yield '2026-03-02 14:00';
  await shop.arrives('MUG');
  yield '2026-03-02 15:00';
  expect((await shop.events(order)).slice(3)).toEqual(['captured 21.60', 'released', 'ready']);
  expect(await shop.held(order)).toEqual([]);
}

/** A single capture lets the rest of the authorization go: only on the customer's yes. */
export async function* agreedOnParts(shop: Store): Story {
  const order = await halfIsHere(shop);
  yield '2026-03-02 11:00';
  expect(await shop.events(order)).toEqual(['held', 'first-notice']);
  await customerAgrees(shop.sim, order.email, 'part-first');
  yield '2026-03-02 12:00';
  expect((await shop.events(order)).slice(2)).toContain('captured 13.64');
  expect(await shop.held(order)).toEqual(['MUG']);
  await shop.ships(order);
  yield '2026-03-02 14:00';
  await shop.arrives('MUG');
  yield '2026-03-02 16:00';
  expect((await shop.events(order)).at(-1)).toBe('payment-request');
  expect(await shop.newest(order)).toContain('$21.60');
  await shop.does(order, 'pay');
  yield '2026-03-02 18:00';
  expect((await shop.events(order)).slice(-3)).toEqual(['paid 21.60', 'released', 'ready']);
  expect(await shop.held(order)).toEqual([]);
}
