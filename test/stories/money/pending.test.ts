import { aShop, anOrder } from '../../support/builders';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  HOURS,
  holdsOn,
  newestWords,
} from '../../support/story';

/* The customer's payment at checkout is pending at its provider while the goods are missing. */

async function goodsCome(theirs: ReturnType<typeof anOrder>, shopOf = aShop()) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.until('2026-03-03 09:00');
  shop.shopify.arrive('MUG', 1);
  await shop.advance(HOURS(3));
  return { shop, order };
}

describe('a payment that was pending', () => {
  it.each([
    ['to be authorized', aShop()],
    ['to be charged', aShop().chargingAtCheckout()],
  ])('%s and came to nothing: the goods stay until the customer has paid', async (_, shopOf) => {
    const failed = anOrder().of('MUG').stillPending('failure', HOURS(5));
    const { shop, order } = await goodsCome(failed, shopOf);
    expect(holdsOn(order)).toBe(1);
    expect(shop.steps(order.id)).toEqual(['first-notice', 'payment-request']);
    expect(newestWords(shop, order)).toContain('$20.00 is still to be paid');
    expect(newestWords(shop, order)).toContain('You have not been charged.');
    expect(shop.shopify.payByLink(order.id)).toBe(true);
    await shop.advance(HOURS(2));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual(['paid 20.00', 'released', 'ready']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('and came to nothing, and somebody ships all the same: they are told that it is not paid', async () => {
    const failed = anOrder().of('MUG').stillPending('failure', HOURS(5));
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(failed);
    await shop.advance(HOURS(6));
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toContain('The goods have left');
  });
});

describe('a payment that stays pending', () => {
  const onDelivery = anOrder().of('MUG').stillPending('success');

  it('though the goods are there: after a day a person is called, who says that it is paid', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(onDelivery);
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.until('2026-03-03 09:30');
    expect(await attentionOf(shop, order)).toBe('nothing');
    await shop.until('2026-03-03 10:30');
    expect(await attentionOf(shop, order)).toContain('pending for more than a day');
    expect(holdsOn(order)).toBe(1);
    shop.shopify.markAsPaid(order.id);
    await shop.advance(HOURS(2));
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('while the goods are missing is no reason to call anybody', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(onDelivery);
    await shop.advance(DAYS(3));
    expect(await attentionOf(shop, order)).toBe('nothing');
  });
});
