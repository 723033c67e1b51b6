import { aShop, anOrder } from '../../support/builders';
import {
  brokenPromises,
  DAYS,
  eventsOf,
  HOURS,
  lettersOf,
  MINUTES,
  newestWords,
} from '../../support/story';

/* The authorization ends before the goods come: 7 days after the order, dealt with 48 hours before. */

async function someoneWaits(shopOf = aShop(), theirs = anOrder().of('MUG')) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.advance(HOURS(1));
  return { shop, order };
}

describe('an authorization that will end before the goods come', () => {
  it('is released 48 hours before its end, and the customer is told that nothing was charged', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-07 09:00');
    expect(await eventsOf(shop, order)).not.toContain('voided');
    await shop.until('2026-03-07 18:00');
    expect(await eventsOf(shop, order)).toEqual([
      'held',
      'first-notice',
      'follow-up',
      'voided',
      'money-notice',
    ]);
    expect(newestWords(shop, order)).toContain('You have not been charged.');
    expect(newestWords(shop, order)).toContain('we send you a link to pay');
    const told = (await shop.timeline(order.id)).map(({ kind }) => kind);
    expect(told).not.toContain('authorization-ended');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is told together with a new date that is due at the same time', async () => {
    const shop = await aShop().opens('2026-03-02 06:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-07 05:00');
    await shop.giveDate(order.id, '2026-03-20');
    await shop.until('2026-03-07 18:00');
    const day = lettersOf(shop, order).filter((letter) => letter.startsWith('Sat'));
    expect(day).toEqual(['Sat 08:00 new-date']);
    expect(newestWords(shop, order)).toContain('March 20');
    expect(newestWords(shop, order)).toContain('we send you a link to pay');
  });

  it('is released with a later one of the same order, so that the whole can be paid by one link', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-05 10:00');
    for (const line of order.lines) shop.shopify.addUnits(order.id, line.id, 1);
    await shop.advance(HOURS(1));
    expect(shop.shopify.payByLink(order.id, 'authorization')).toBe(true);
    await shop.until('2026-03-07 18:00');
    const events = await eventsOf(shop, order);
    expect(events.filter((event) => event === 'voided')).toHaveLength(2);
    expect(events.filter((event) => event === 'money-notice')).toHaveLength(1);
    shop.shopify.arrive('MUG', 2);
    await shop.until('2026-03-08 12:00');
    expect(newestWords(shop, order)).toContain('$40.00 is still to be paid');
    shop.shopify.payByLink(order.id);
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).toContain('released');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it.each([
    ['', false],
    [', though no webhook says so', true],
  ])(
    'is paid for at night, before the news of it%s: nobody is told to pay later',
    async (_, lost) => {
      const { shop, order } = await someoneWaits(aShop(), anOrder().of('MUG').livingIn('JP'));
      await shop.until('2026-03-07 11:00');
      expect((await eventsOf(shop, order)).at(-1)).toBe('voided');
      shop.loseWebhooks(lost);
      expect(shop.shopify.payByLink(order.id)).toBe(true);
      await shop.advance(DAYS(1));
      expect(shop.steps(order.id)).not.toContain('money-notice');
      expect(await brokenPromises(shop)).toEqual([]);
    },
  );

  it('is released by somebody while another of the order is still good: nobody hears that nothing is set aside', async () => {
    const { shop, order } = await someoneWaits(
      aShop(),
      anOrder().of('MUG').upsold('TEA', 1, '8.00').paidBy('paypal'),
    );
    shop.shopify.voidByMerchant(order.id);
    await shop.advance(HOURS(2));
    expect(shop.steps(order.id)).toEqual(['first-notice']);
    await shop.advance(DAYS(30));
    expect(shop.steps(order.id).filter((step) => step === 'money-notice')).toHaveLength(1);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is kept where the goods come in time', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-07 09:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toEqual([
      'held',
      'first-notice',
      'follow-up',
      'captured 20.00',
      'released',
      'ready',
    ]);
  });

  it('is dealt with half-way where it lasts less than 72 hours', async () => {
    const quick = aShop().with({ authorizationDays: { shopify_payments: 2 } });
    const { shop, order } = await someoneWaits(quick);
    await shop.until('2026-03-03 09:30');
    expect(await eventsOf(shop, order)).not.toContain('voided');
    await shop.until('2026-03-03 11:00');
    expect(await eventsOf(shop, order)).toContain('voided');
  });

  it('is kept for PayPal until the 27th day', async () => {
    const { shop, order } = await someoneWaits(aShop(), anOrder().of('MUG').paidBy('paypal'));
    await shop.until('2026-03-28 09:00');
    expect(await eventsOf(shop, order)).not.toContain('voided');
    await shop.until('2026-03-29 12:00');
    expect(await eventsOf(shop, order)).toContain('voided');
  });

  it('of an extended time on Plus is released before the fee begins, unless the shop accepts it', async () => {
    const longer = anOrder().of('MUG').withLongAuthorization();
    const careful = await someoneWaits(aShop().onPlus(), longer);
    await careful.shop.until('2026-03-08 12:00');
    expect(await eventsOf(careful.shop, careful.order)).toContain('voided');

    const patient = await someoneWaits(
      aShop().onPlus().with({ useExtendedAuthorizations: true }),
      longer,
    );
    await patient.shop.until('2026-03-28 12:00');
    expect(await eventsOf(patient.shop, patient.order)).not.toContain('voided');
    await patient.shop.until('2026-03-31 12:00');
    expect(await eventsOf(patient.shop, patient.order)).toContain('voided');
  });

  it('that ends by itself is noticed at its end, without a webhook, and told', async () => {
    const { shop, order } = await someoneWaits(aShop().watching());
    await shop.change({ mode: 'automatic' });
    shop.shopify.fault('void', 'refused');
    await shop.until('2026-03-09 18:00');
    const events = await eventsOf(shop, order);
    expect(events).toContain('lapsed');
    expect(events.at(-1)).toBe('money-notice');
    expect(newestWords(shop, order)).toContain('has run out');
  });
});

describe('a shop that cancels what outlasts its authorization', () => {
  const cancels = aShop().with({ beforeLapse: 'cancel' });

  it('cancels an order whose customer said nothing, and says so', async () => {
    const { shop, order } = await someoneWaits(cancels);
    await shop.until('2026-03-08 12:00');
    expect((await eventsOf(shop, order)).slice(-3)).toEqual(
      expect.arrayContaining(['order-cancelled', 'cancelled']),
    );
    expect(newestWords(shop, order)).toContain('We have cancelled your order');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('says so also to a customer who had cancelled a part of it before', async () => {
    const shop = await cancels.opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').of('CUP'));
    await shop.advance(HOURS(1));
    await shop.choose(
      order.id,
      'cancel',
      order.lines.slice(0, 1).map(({ id }) => id),
    );
    await shop.until('2026-03-10 12:00');
    const events = await eventsOf(shop, order);
    expect(events.slice(-2)).toEqual(['order-cancelled', 'cancelled']);
    expect(newestWords(shop, order)).toContain('We have cancelled your order');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('has said to that customer what their silence means, and until when it may last', async () => {
    const { shop, order } = await someoneWaits(cancels);
    const words = newestWords(shop, order);
    expect(words).not.toContain('we keep your order');
    expect(words).toContain('tell us by the same link by Friday, March 6');
    expect(words).toContain('If we don’t hear from you, we cancel what is still waiting');
    await shop.until('2026-03-06 23:59');
    expect(order.cancelledAt).toBeNull();
  });

  it('releases where the customer had read that silence keeps the order: the choice was made after that', async () => {
    const { shop, order } = await someoneWaits(aShop(), anOrder().of('MUG'));
    await shop.until('2026-03-05 09:00');
    expect(newestWords(shop, order)).toContain('we keep your order');
    await shop.change({ beforeLapse: 'cancel' });
    await shop.until('2026-03-08 12:00');
    const events = await eventsOf(shop, order);
    expect(events).toContain('voided');
    expect(events).not.toContain('order-cancelled');
  });

  it('cancels where a later message has told the customer of that choice', async () => {
    const { shop, order } = await someoneWaits();
    await shop.change({ beforeLapse: 'cancel' });
    await shop.until('2026-03-05 09:00');
    expect(newestWords(shop, order)).toContain('If we don’t hear from you, we cancel');
    await shop.until('2026-03-08 12:00');
    expect(await eventsOf(shop, order)).toContain('order-cancelled');
  });

  it('says that all of it is cancelled, where a part of it is here', async () => {
    const shop = await cancels.opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 1);
    const order = shop.place(anOrder().of('MUG').of('TEA'));
    await shop.advance(HOURS(1));
    expect(newestWords(shop, order)).toContain('we cancel the whole order');
    await shop.until('2026-03-08 12:00');
    expect(await eventsOf(shop, order)).toContain('order-cancelled');
  });

  it('keeps the order of who has said that they wait, and says so', async () => {
    const { shop, order } = await someoneWaits(cancels);
    await shop.choose(order.id, 'keep');
    await shop.until('2026-03-05 12:00');
    expect(shop.steps(order.id).at(-1)).toBe('follow-up');
    expect(newestWords(shop, order)).toContain('we keep your order');
  });

  it('also of who has pressed "cancel" after that, and taken it back', async () => {
    const { shop, order } = await someoneWaits(cancels);
    await shop.choose(order.id, 'keep');
    await shop.choose(order.id, 'cancel');
    await shop.choose(order.id, 'undo');
    await shop.until('2026-03-08 12:00');
    const events = await eventsOf(shop, order);
    expect(events).toContain('voided');
    expect(events).not.toContain('order-cancelled');
  });

  it('keeps what a part was charged for: that part goes, and the rest is paid by link', async () => {
    const shop = await cancels
      .onPlus()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(anOrder().of('MUG', 1, '20.00').of('TEA', 1, '8.00'));
    await shop.advance(HOURS(1));
    expect(newestWords(shop, order)).toContain('we keep your order');
    await shop.until('2026-03-10 12:00');
    const events = await eventsOf(shop, order);
    expect(events).toContain('captured 8.00');
    expect(events).not.toContain('order-cancelled');
    expect(events.at(-1)).toBe('money-notice');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('releases instead where the customer chose to wait', async () => {
    const { shop, order } = await someoneWaits(cancels);
    await shop.choose(order.id, 'keep');
    await shop.until('2026-03-08 12:00');
    const events = await eventsOf(shop, order);
    expect(events).toContain('voided');
    expect(events).not.toContain('order-cancelled');
  });

  it('keeps an order of which a part was charged for already, and has only not left yet', async () => {
    const shop = await cancels
      .onPlus()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 1);
    const order = shop.place(anOrder().of('MUG').of('TEA', 1, '8.00'));
    await shop.until('2026-03-12 12:00');
    const events = await eventsOf(shop, order);
    expect(events).not.toContain('order-cancelled');
    expect(events.filter((e) => /captured|refunded/.test(e))).toEqual(['captured 8.00']);
    expect(shop.steps(order.id)).toContain('money-notice');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect(newestWords(shop, order)).toContain('Pay $20.00: https://');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('a shop that charges early where the customer agrees', () => {
  const asks = aShop().with({ beforeLapse: 'charge-if-agreed' });

  it('charges shortly before the end, on the recorded yes alone', async () => {
    const { shop, order } = await someoneWaits(asks);
    expect(await shop.agree(order.id, 'charge-early')).toEqual({ kind: 'done' });
    await shop.until('2026-03-07 09:00');
    expect(await eventsOf(shop, order)).not.toContain('captured 20.00');
    await shop.until('2026-03-07 12:00');
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect((await shop.caseOf(order.id))?.agreements?.[0]?.words).toContain('$20.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('names the day on which the fee of an extended time would begin, since it charges before that', async () => {
    const { shop, order } = await someoneWaits(
      aShop().onPlus().with({ beforeLapse: 'charge-if-agreed' }),
      anOrder().of('MUG').withLongAuthorization(),
    );
    await shop.agree(order.id, 'charge-early');
    const [yes] = (await shop.caseOf(order.id))?.agreements ?? [];
    expect(yes?.words).toContain('only until Monday, March 9');
    await shop.until('2026-03-07 12:00');
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
  });

  it('gives it back in full when the customer cancels after all', async () => {
    const { shop, order } = await someoneWaits(asks);
    await shop.agree(order.id, 'charge-early');
    await shop.until('2026-03-08 12:00');
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(2));
    const events = await eventsOf(shop, order);
    expect(events).toEqual(expect.arrayContaining(['captured 20.00', 'refunded 20.00']));
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('releases where nobody said yes', async () => {
    const { shop, order } = await someoneWaits(asks);
    await shop.until('2026-03-08 12:00');
    const events = await eventsOf(shop, order);
    expect(events).toContain('voided');
    expect(events).not.toContain('captured 20.00');
  });
});

describe('in mode ask', () => {
  it('a release that nobody said yes to makes way for the capture once the goods are there', async () => {
    const { shop, order } = await someoneWaits(aShop().asking());
    await shop.approveAll(order.id);
    await shop.until('2026-03-07 12:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    const open = (await shop.intents(order.id)).filter((i) => i.status === 'awaiting-approval');
    expect(open.map((i) => i.effect.kind)).toContain('capture');
    expect(open.map((i) => i.effect.kind)).not.toContain('void');
    await shop.approveAll(order.id);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('an authorization that can be captured in parts', () => {
  it('is not released in the moment in which a part of it is taken', async () => {
    const shop = await aShop()
      .onPlus()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').of('CUP', 1, '8.00'));
    await shop.until('2026-03-07 09:58');
    shop.shopify.fault('capture', 'unreachable');
    shop.shopify.arrive('CUP', 1);
    await shop.advance(DAYS(1));
    const events = await eventsOf(shop, order);
    expect(events).toContain('captured 8.00');
    expect(events).not.toContain('voided');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('a shop that captures on fulfillment', () => {
  it('has the money taken before it ends, where the goods are there and nobody ships', async () => {
    const { shop, order } = await someoneWaits(
      aShop().capturingOnFulfillment().with({ captureMethod: 'on-fulfillment' }),
    );
    shop.shopify.arrive('MUG', 1);
    await shop.until('2026-03-07 09:00');
    expect(await eventsOf(shop, order)).not.toContain('captured 20.00');
    await shop.until('2026-03-07 11:00');
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('while the customer can still take back that they cancelled what is missing', () => {
  async function cancelsJustBefore(shopOf = aShop()) {
    const shop = await shopOf.opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 1);
    const order = shop.place(anOrder().of('MUG').of('TEA', 1, '8.00'));
    await shop.until('2026-03-07 09:55');
    const mug = order.lines.filter(({ sku }) => sku === 'MUG').map(({ id }) => id);
    await shop.choose(order.id, 'cancel', mug);
    return { shop, order, mug };
  }

  it('nothing is released: what they kept is here, and is charged', async () => {
    const { shop, order } = await cancelsJustBefore();
    await shop.advance(HOURS(3));
    const events = await eventsOf(shop, order);
    expect(events).not.toContain('voided');
    expect(events).toContain('captured 8.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('nor is the order cancelled, what they kept with it', async () => {
    const { shop, order } = await cancelsJustBefore(aShop().with({ beforeLapse: 'cancel' }));
    await shop.advance(HOURS(3));
    const events = await eventsOf(shop, order);
    expect(events).not.toContain('order-cancelled');
    expect(events).toContain('captured 8.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('it is released at once when they take it back', async () => {
    const { shop, order, mug } = await cancelsJustBefore();
    await shop.advance(MINUTES(10));
    await shop.choose(order.id, 'undo', mug);
    await shop.advance(MINUTES(5));
    expect(await eventsOf(shop, order)).toContain('voided');
  });
});
