import { aShop, anOrder } from '../support/builders';
import {
  brokenPromises,
  DAYS,
  eventsOf,
  holdsOn,
  HOURS,
  lettersOf,
  MINUTES,
  newestWords,
} from '../support/story';

async function someoneWaits(theirs = anOrder().of('MUG'), shopOf = aShop()) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.advance(HOURS(1));
  return { shop, order, lines: order.lines.map((line) => line.id) };
}

describe('a customer cancels', () => {
  it('and takes it back: nothing happens', async () => {
    const { shop, order } = await someoneWaits();
    expect(await shop.choose(order.id, 'cancel')).toEqual({ kind: 'done' });
    await shop.advance(MINUTES(14));
    expect(await shop.choose(order.id, 'undo')).toEqual({ kind: 'done' });
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice']);
    expect(order.cancelledAt).toBeNull();
  });

  it('and takes it back too late: it has run', async () => {
    const { shop, order } = await someoneWaits();
    await shop.choose(order.id, 'cancel');
    await shop.advance(MINUTES(16));
    expect(await shop.choose(order.id, 'undo')).toMatchObject({ kind: 'too-late' });
  });

  it('after 15 minutes the order is cancelled once, the authorization voided, and that is confirmed once', async () => {
    const { shop, order } = await someoneWaits();
    await shop.choose(order.id, 'cancel');
    await shop.advance(MINUTES(14));
    expect(order.cancelledAt).toBeNull();
    expect(holdsOn(order)).toBe(1);
    await shop.advance(MINUTES(5));
    expect(order.cancelledAt).toEqual(shop.at('2026-03-02 11:15'));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(20));
    expect(await eventsOf(shop, order)).toEqual([
      'held',
      'first-notice',
      'voided',
      'order-cancelled',
      'cancelled',
    ]);
    expect(newestWords(shop, order)).toContain('Nothing was taken for what is cancelled');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('twice with one finger: it is one cancellation', async () => {
    const { shop, order } = await someoneWaits();
    await shop.choose(order.id, 'cancel');
    expect(await shop.choose(order.id, 'cancel')).toMatchObject({ kind: 'too-late' });
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'cancelled']);
  });

  it('changes their mind twice: only the last click counts', async () => {
    const { shop, order } = await someoneWaits();
    await shop.choose(order.id, 'cancel');
    await shop.advance(MINUTES(10));
    await shop.choose(order.id, 'undo');
    await shop.choose(order.id, 'cancel');
    await shop.advance(MINUTES(10));
    expect(order.cancelledAt).toBeNull();
    await shop.advance(MINUTES(10));
    expect(order.cancelledAt).toEqual(shop.at('2026-03-02 11:25'));
  });

  it('at night: the confirmation waits for the morning', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-02 22:00');
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(12));
    expect(order.cancelledAt).toEqual(shop.at('2026-03-02 22:15'));
    expect(lettersOf(shop, order).at(-1)).toBe('Tue 08:00 cancelled');
  });

  it('what they had paid at checkout: it is given back', async () => {
    const { shop, order } = await someoneWaits(anOrder().of('MUG'), aShop().chargingAtCheckout());
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual([
      'held',
      'first-notice',
      'refunded 20.00',
      'order-cancelled',
      'cancelled',
    ]);
    expect(newestWords(shop, order)).toContain('goes back to you in full');
    expect(newestWords(shop, order)).not.toContain('Nothing was taken');
  });

  it('and the goods arrive meanwhile: nothing is captured, and the cancellation runs', async () => {
    const { shop, order } = await someoneWaits();
    await shop.choose(order.id, 'cancel');
    await shop.advance(MINUTES(5));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).not.toContain('captured 20.00');
    expect(order.cancelledAt).not.toBeNull();
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('takes it back after the goods arrived: they are captured and released after all', async () => {
    const { shop, order } = await someoneWaits();
    await shop.choose(order.id, 'cancel');
    await shop.advance(MINUTES(5));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(MINUTES(5));
    await shop.choose(order.id, 'undo');
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(2)).toEqual(['captured 20.00', 'released', 'ready']);
  });
});

describe('a customer cancels one of two lines', () => {
  const mugAndCup = anOrder().of('MUG', 2).of('CUP', 1, '7.50');

  it('that line’s units are removed, and the rest is captured alone when it is there', async () => {
    const { shop, order, lines } = await someoneWaits(mugAndCup);
    await shop.choose(order.id, 'cancel', lines.slice(0, 1));
    await shop.advance(HOURS(1));
    expect(order.lines.map((line) => line.current)).toEqual([0, 1]);
    expect(shop.steps(order.id)).toEqual(['first-notice', 'cancelled']);
    expect(newestWords(shop, order)).toContain('part of your order');
    shop.shopify.arrive('CUP', 1);
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toEqual([
      'held',
      'first-notice',
      'line now 0',
      'cancelled',
      'captured 7.50',
      'released',
      'ready',
    ]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('and ten minutes later the other: each runs when its own time is over', async () => {
    const { shop, order, lines } = await someoneWaits(mugAndCup);
    await shop.choose(order.id, 'cancel', lines.slice(0, 1));
    await shop.advance(MINUTES(10));
    await shop.choose(order.id, 'cancel', lines.slice(1));
    await shop.advance(MINUTES(6));
    expect(order.lines.map((line) => line.current)).toEqual([0, 1]);
    await shop.advance(MINUTES(10));
    expect(order.cancelledAt).toEqual(shop.at('2026-03-02 11:25'));
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('and the next day the other: the order is cancelled, and the rest of the money set free', async () => {
    const { shop, order, lines } = await someoneWaits(mugAndCup);
    await shop.choose(order.id, 'cancel', lines.slice(0, 1));
    await shop.advance(DAYS(1));
    await shop.choose(order.id, 'cancel', lines.slice(1));
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(2)).toEqual([
      'line now 0',
      'cancelled',
      'voided',
      'order-cancelled',
      'cancelled',
    ]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('of what they paid at checkout: it is given back', async () => {
    const { shop, order, lines } = await someoneWaits(mugAndCup, aShop().chargingAtCheckout());
    await shop.choose(order.id, 'cancel', lines.slice(0, 1));
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('refunded 40.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('that was there all along: what is short goes on waiting', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('CUP', 1);
    const order = shop.place(mugAndCup);
    await shop.advance(HOURS(1));
    const cup = order.lines.slice(1).map((line) => line.id);
    expect(await shop.choose(order.id, 'cancel', cup)).toEqual({ kind: 'done' });
    await shop.advance(DAYS(4));
    expect(order.lines.map((line) => line.current)).toEqual([2, 0]);
    expect(shop.steps(order.id)).toEqual(['first-notice', 'cancelled', 'follow-up']);
  });
});
