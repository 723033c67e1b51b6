import { aShop, anOrder } from '../../support/builders';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  HOURS,
  newestWords,
} from '../../support/story';

/*
 * A gateway of which neither Shopify nor the merchant nor our table tells how many days it keeps an authorization. It counts
 * as 7, and that is a guess: nothing is given up for it.
 */

const THROUGH_PARTS = anOrder().of('MUG').paidBy('pay_in_parts');

/** The gateway keeps it for 14 days. */
async function someoneWaits(shopOf = aShop(), theirs = THROUGH_PARTS) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.until('2026-03-07 09:00');
  return { shop, order };
}

describe('an authorization through a gateway whose days nobody knows', () => {
  it('is not voided near the end that we guess: the merchant is asked for the days', async () => {
    const { shop, order } = await someoneWaits();
    expect(await attentionOf(shop, order)).toBe('nothing');
    await shop.until('2026-03-07 11:00');
    expect(await attentionOf(shop, order)).toContain(
      '20.00 USD of this order is authorized through pay_in_parts',
    );
    await shop.until('2026-03-15 09:00');
    const events = await eventsOf(shop, order);
    expect(events).not.toContain('voided');
    expect(events).not.toContain('money-notice');
    expect(newestWords(shop, order)).not.toMatch(/run out|released/);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is captured when the goods come after the end that we guess, and the question goes', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-12 10:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('once the merchant has told the days, those count', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-08 09:00');
    await shop.change({ authorizationDays: { pay_in_parts: 14 } });
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
    await shop.until('2026-03-14 09:00');
    expect(await eventsOf(shop, order)).not.toContain('voided');
    await shop.until('2026-03-14 18:00');
    expect((await eventsOf(shop, order)).slice(-2)).toEqual(['voided', 'money-notice']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('where the days that the merchant tells are over, it is voided at once', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-10 09:00');
    await shop.change({ authorizationDays: { pay_in_parts: 5 } });
    await shop.advance(HOURS(2));
    expect((await eventsOf(shop, order)).slice(-2)).toEqual(['voided', 'money-notice']);
  });

  it('its end is noticed within a day of when Shopify shows it, and told then', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-18 09:00');
    const events = await eventsOf(shop, order);
    expect(events).toContain('lapsed');
    expect(events.at(-1)).toBe('money-notice');
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('refused for another reason, it is not voided either: a person captures it, or tells the days', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-12 10:00');
    shop.shopify.decline(order.id, 9);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).not.toContain('voided');
    expect(await attentionOf(shop, order)).toContain('Capture 20.00 USD in Shopify');
    expect(await attentionOf(shop, order)).toContain('authorized through pay_in_parts');
    await shop.change({ authorizationDays: { pay_in_parts: 7 } });
    await shop.advance(HOURS(2));
    expect((await eventsOf(shop, order)).slice(-2)).toEqual(['voided', 'payment-request']);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('refused as expired, its end is known: it is voided, and the customer is asked to pay', async () => {
    const { shop, order } = await someoneWaits(aShop().on({ showsEndedForMs: DAYS(30) }));
    await shop.until('2026-03-18 10:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect((await eventsOf(shop, order)).slice(-2)).toEqual(['voided', 'payment-request']);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('does not end the order of somebody who says nothing, and no message says that it would', async () => {
    const { shop, order } = await someoneWaits(aShop().with({ beforeLapse: 'cancel' }));
    expect(newestWords(shop, order)).toContain('we keep your order');
    await shop.until('2026-03-12 10:00');
    expect(await eventsOf(shop, order)).not.toContain('order-cancelled');
  });

  it('nor where a message had said so while the days were known', async () => {
    const knows = aShop().with({
      beforeLapse: 'cancel',
      authorizationDays: { pay_in_parts: 10 },
    });
    const shop = await knows.opens('2026-03-02 10:00');
    const order = shop.place(THROUGH_PARTS);
    await shop.until('2026-03-06 10:00');
    expect(newestWords(shop, order)).toContain('If we don’t hear from you, we cancel');
    await shop.change({ authorizationDays: {} });
    await shop.until('2026-03-12 10:00');
    expect(await eventsOf(shop, order)).not.toContain('order-cancelled');
  });

  it('names no day up to which the money is set aside: nobody is asked to be charged before it', async () => {
    const { shop, order } = await someoneWaits(aShop().with({ beforeLapse: 'charge-if-agreed' }));
    expect(await shop.agree(order.id, 'charge-early')).toBeNull();
    await shop.change({ authorizationDays: { pay_in_parts: 14 } });
    expect(await shop.agree(order.id, 'charge-early')).toEqual({ kind: 'done' });
  });

  it('is voided all the same once the customer’s cancellation leaves nothing to pay', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(THROUGH_PARTS.of('POT', 1, '0.00'));
    await shop.until('2026-03-12 10:00');
    await shop.choose(
      order.id,
      'cancel',
      order.lines.filter(({ sku }) => sku === 'MUG').map(({ id }) => id),
    );
    shop.shopify.arrive('POT', 1);
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).toContain('voided');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
