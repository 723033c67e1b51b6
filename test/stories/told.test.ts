import { cancelForCustomer } from '../../app/use-cases/hand-acts';
import { aShop, ANNA, anOrder } from '../support/builders';
import type { PlacedOrder } from '../support/shop';
import { type Harness, SHOP } from '../support/harness';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  HOURS,
  lettersOf,
  linkOf,
  MINUTES,
  newestWords,
} from '../support/story';

/* "Tell them at once." In March 2026 the 2nd is a Monday; clocks go forward in New York on Sunday the 8th. */

describe('a shortage found before the cut-off', () => {
  it('is told that day, also when the cut-off strikes meanwhile', async () => {
    const shop = await aShop().opens('2026-03-02 17:58');
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-03 12:00');
    expect(lettersOf(shop, order)).toEqual(['Mon 18:00 first-notice']);
  });

  it('is told that day when stock drops under an order that was clear', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-04 15:00');
    expect(shop.letters()).toEqual([]);
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(1));
    expect(lettersOf(shop, order)).toEqual(['Wed 15:02 first-notice']);
  });
});

describe('a shortage found after the cut-off', () => {
  it.each([
    ['on a Monday', '2026-03-02 18:05', 'Tue 08:00 first-notice'],
    ['on a Friday', '2026-03-06 18:05', 'Sat 08:00 first-notice'],
    ['on a Saturday, with the clocks going forward', '2026-03-07 23:30', 'Sun 08:00 first-notice'],
    [
      'after midnight, which is before that day’s cut-off',
      '2026-03-03 00:10',
      'Tue 08:00 first-notice',
    ],
  ])('%s is told in the first permitted minute of the day', async (_when, opens, told) => {
    const shop = await aShop().opens(opens);
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(18));
    expect(lettersOf(shop, order)).toEqual([told]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is not told at all when the goods turn up in the evening', async () => {
    const shop = await aShop().opens('2026-03-02 19:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(3));
    expect(await eventsOf(shop, order)).toEqual(['held', 'captured 20.00', 'released']);
  });

  it('is told that night when the stated shipping time ends with the day', async () => {
    const shop = await aShop().with({ statedShippingDays: 1 }).opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-03 22:00');
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(2));
    expect(lettersOf(shop, order)).toEqual(['Tue 22:00 first-notice']);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('the night of the customer', () => {
  it('is respected where they live: Los Angeles hears at its eight in the morning', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').livingIn('US', 'CA'));
    await shop.advance(HOURS(8));
    expect(lettersOf(shop, order)).toEqual(['Mon 11:00 first-notice']);
  });

  it('is respected in Tokyo, whose morning comes before the shop’s day is over', async () => {
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG').livingIn('JP'));
    await shop.advance(HOURS(8));
    expect(lettersOf(shop, order)).toEqual(['Mon 18:00 first-notice']);
  });

  it('gives way when the rest of the shop’s day is night: Berlin hears at once', async () => {
    const shop = await aShop().opens('2026-03-02 17:30');
    const order = shop.place(anOrder().of('MUG').livingIn('DE'));
    await shop.advance(HOURS(12));
    expect(lettersOf(shop, order)).toEqual(['Mon 17:32 first-notice']);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('a customer with several orders', () => {
  it('hears of each shortage the same day, but gets no follow-ups within 20 hours of each other', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const first = shop.place(anOrder().of('MUG').from(ANNA));
    const second = shop.place(anOrder().of('CUP').from(ANNA));
    await shop.advance(DAYS(20));
    expect(lettersOf(shop, first)[0]).toBe('Mon 10:02 first-notice');
    expect(lettersOf(shop, second)[0]).toBe('Mon 10:02 first-notice');
    const letters = shop.letters().map(({ at, mail }) => ({ at: at.getTime(), step: mail.step }));
    const gaps = letters.flatMap(({ at, step }, i) =>
      step === 'follow-up' ? [at - (letters[i - 1]?.at ?? 0)] : [],
    );
    expect(gaps.length).toBeGreaterThan(3);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(HOURS(20));
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('a customer without an e-mail address', () => {
  it('is on the list to be called the same day, and gets no mail', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').from(null));
    await shop.advance(MINUTES(2));
    expect(await attentionOf(shop, order)).toContain('call the customer');
    await shop.settle(order.id);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(2));
    expect(await eventsOf(shop, order)).toEqual(['held', 'captured 20.00', 'released']);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('an order that has its e-mail address later', () => {
  it('is written to, and nobody is asked any more to call its customer', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').from(null));
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toContain('call the customer');
    shop.shopify.leaveAddress(order.id, ANNA);
    shop.hint({ kind: 'look-at-order', orderId: order.id });
    await shop.advance(HOURS(1));
    expect(lettersOf(shop, order)).toEqual(['Mon 11:00 first-notice']);
    expect(await attentionOf(shop, order)).toBe('nothing');
  });
});

describe('the first notice', () => {
  it('carries the offer to cancel, a link that works, and the true sentence about the money', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('MUG').of('CUP', 2, '15.50').like({ shipping: '4.00' }));
    await shop.advance(HOURS(1));
    const words = newestWords(shop, order);
    expect(words).toContain('You have not been charged.');
    expect(words).toContain('$55.00');
    expect(words).toContain('2 × CUP');
    expect(words).toMatch(/free to cancel any item that hasn’t shipped/);
    expect(words).toContain(linkOf(shop, order));
    expect(await shop.choose(order.id, 'keep')).toEqual({ kind: 'done' });
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('says what the gift card paid, which was taken at checkout', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').like({ giftCard: '5.00' }));
    await shop.advance(HOURS(1));
    expect(newestWords(shop, order)).toContain('$5.00 was taken from your gift card');
    expect(newestWords(shop, order)).not.toMatch(/not (been )?charged/);
  });

  it('is one message when the date is known before it leaves', async () => {
    const shop = await aShop().opens('2026-03-02 19:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await shop.giveDate(order.id, '2026-03-12');
    await shop.until('2026-03-03 20:00');
    expect(lettersOf(shop, order)).toEqual(['Tue 08:00 first-notice']);
    expect(newestWords(shop, order)).toContain('March 12');
  });
});

describe('a shop that charges at checkout', () => {
  it('never says that nothing was charged, and says what was paid', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(DAYS(9));
    await shop.giveDate(order.id, '2026-03-20');
    await shop.advance(DAYS(3));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(shop.steps(order.id)).toEqual([
      'first-notice',
      'follow-up',
      'follow-up',
      'new-date',
      'ready',
    ]);
    for (const { mail } of shop.letters(order.id)) {
      expect(mail.text).toContain('You paid $20.00 when you ordered.');
      expect(mail.text + mail.html).not.toMatch(/not (been )?charged/i);
    }
  });
});

describe('what falls together with the confirmation of a cancelled part', () => {
  const oneOf = async (shop: Harness, order: PlacedOrder) =>
    shop.choose(
      order.id,
      'cancel',
      order.lines.slice(0, 1).map(({ id }) => id),
    );

  it('a new date is told in it, and not a second time', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').of('CUP'));
    await shop.until('2026-03-03 22:00');
    await oneOf(shop, order);
    await shop.advance(HOURS(1));
    await shop.giveDate(order.id, '2026-03-20');
    await shop.until('2026-03-04 12:00');
    expect(lettersOf(shop, order)).toEqual(['Mon 10:02 first-notice', 'Wed 08:00 cancelled']);
    expect(newestWords(shop, order)).toContain('expected to ship by Friday, March 20');
    expect(newestWords(shop, order)).toContain('has been taken off your order');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('a shortage that was found meanwhile, too', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 1);
    const order = shop.place(anOrder().of('MUG').of('TEA'));
    await shop.advance(HOURS(1));
    await oneOf(shop, order);
    await shop.advance(MINUTES(14));
    shop.shopify.onHand('TEA', 0);
    await shop.advance(HOURS(3));
    expect(lettersOf(shop, order)).toEqual(['Mon 10:02 first-notice', 'Mon 11:15 cancelled']);
    expect(newestWords(shop, order)).toContain('turned out not to be in stock');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('that the rest is here is a message of its own, and comes once', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').of('CUP'));
    await shop.until('2026-03-02 22:00');
    await oneOf(shop, order);
    await shop.advance(HOURS(1));
    shop.shopify.arrive('CUP', 1);
    await shop.until('2026-03-04 12:00');
    expect(lettersOf(shop, order).slice(1)).toEqual(['Tue 08:00 cancelled', 'Tue 08:00 ready']);
    expect(shop.letters(order.id)[1]?.mail.text).not.toContain('good news');
  });

  it('and where it was the first word of the delay, a follow-up comes as after any first notice', async () => {
    const shop = await aShop().opens('2026-03-02 18:30');
    const order = shop.place(anOrder().of('MUG').of('CUP').paidBy('paypal'));
    await shop.advance(MINUTES(10));
    const lineIds = order.lines.slice(0, 1).map(({ id }) => id);
    await cancelForCustomer(shop.deps, SHOP, order.id, { person: 'Jo', lineIds });
    await shop.advance(DAYS(8));
    expect(lettersOf(shop, order).slice(0, 2)).toEqual([
      'Mon 18:55 cancelled',
      'Thu 08:00 follow-up',
    ]);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
