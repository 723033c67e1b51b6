import { aShop, anOrder } from '../../support/builders';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  HOURS,
  newestWords,
} from '../../support/story';

/* What was charged for what is cancelled goes back, with its tax, once. */

async function twoLines(shopOf = aShop().chargingAtCheckout()) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  shop.shopify.onHand('TEA', 5);
  const order = shop.place(
    anOrder()
      .of('MUG', 1, '20.00')
      .withTax('1.60')
      .of('TEA', 1, '8.00')
      .withTax('0.64')
      .shippedFor('5.00'),
  );
  await shop.advance(HOURS(1));
  const [mug, tea] = order.lines.map((line) => line.id);
  if (mug === undefined || tea === undefined) throw new Error('two lines');
  return { shop, order, mug, tea };
}

describe('a line that was paid at checkout', () => {
  it('is taken off and given back in one, as Shopify works it out; the shipping stays', async () => {
    const { shop, order, mug } = await twoLines();
    await shop.choose(order.id, 'cancel', [mug]);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual([
      'held',
      'first-notice',
      'line now 0',
      'refunded 21.60',
      'released',
      'cancelled',
    ]);
    expect(newestWords(shop, order)).toContain('$21.60 has been sent back');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('goes back once, though the reply was lost', async () => {
    const { shop, order, mug } = await twoLines();
    shop.shopify.fault('refund', 'lost-answer');
    await shop.choose(order.id, 'cancel', [mug]);
    await shop.advance(HOURS(3));
    const events = await eventsOf(shop, order);
    expect(events.filter((event) => event.startsWith('refunded'))).toEqual(['refunded 21.60']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('of each of two orders goes back', async () => {
    const one = await twoLines();
    const { shop } = one;
    const other = shop.place(anOrder().of('MUG').of('TEA'));
    await shop.advance(HOURS(2));
    await shop.choose(one.order.id, 'cancel', [one.mug]);
    await shop.choose(
      other.id,
      'cancel',
      other.lines.slice(0, 1).map((line) => line.id),
    );
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, one.order)).toContain('refunded 21.60');
    expect(await eventsOf(shop, other)).toContain('refunded 20.00');
  });

  it('that Shopify refuses to give back is put before a person', async () => {
    const { shop, order, mug } = await twoLines();
    shop.shopify.fault('refund', 'refused');
    await shop.choose(order.id, 'cancel', [mug]);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).not.toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('an order that is cancelled as a whole', () => {
  it('gives everything back, shipping too', async () => {
    const { shop, order } = await twoLines();
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(
      expect.arrayContaining(['order-cancelled', 'refunded 35.24', 'cancelled']),
    );
  });

  it('ends its authorization within the day, where nothing was charged', async () => {
    const { shop, order } = await twoLines(aShop());
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(
      expect.arrayContaining(['order-cancelled', 'voided', 'cancelled']),
    );
  });

  it('that Shopify refuses to cancel is put before a person at once, whatever they were called for before', async () => {
    const { shop, order } = await twoLines();
    await shop.giveDate(order.id, '2026-03-04');
    await shop.until('2026-03-04 20:00');
    const before = await attentionOf(shop, order);
    expect(before).toContain('date is passing');
    shop.shopify.openReturn(order.id);
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toContain(before);
    expect(await attentionOf(shop, order)).not.toBe(before);
  });

  it('that Shopify refuses to cancel is put before a person', async () => {
    const { shop, order } = await twoLines();
    shop.shopify.openReturn(order.id);
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).not.toBe('nothing');
    expect(await eventsOf(shop, order)).not.toContain('order-cancelled');
  });
});

describe('a customer who cancels all that ships, and leaves the tip', () => {
  const tipped = anOrder()
    .shippedFor('5.00')
    .like({
      lines: [
        { sku: 'MUG', quantity: 1, price: '20.00' },
        { sku: 'TIP', quantity: 1, price: '3.00', tracked: false, ships: false },
      ],
    });
  const cancels = async (shopOf = aShop()) => {
    const shop = await shopOf.opens('2026-03-02 10:00');
    const order = shop.place(tipped);
    await shop.advance(HOURS(1));
    const [mug] = order.lines.map((line) => line.id);
    await shop.choose(order.id, 'cancel', mug === undefined ? [] : [mug]);
    await shop.advance(HOURS(3));
    return { shop, order };
  };

  it('is charged neither tip nor shipping, nor asked to pay them later: a person is called', async () => {
    const { shop, order } = await cancels();
    expect(await attentionOf(shop, order)).toContain('cancelled all that ships');
    await shop.advance(DAYS(9));
    expect(order.transactions.map(({ kind }) => kind)).toEqual(['authorization']);
    expect(shop.steps(order.id)).toEqual(['first-notice', 'cancelled']);
    expect(newestWords(shop, order)).toContain('You have not been charged.');
  });

  it('and has paid them: a person is called, once', async () => {
    const { shop, order } = await cancels(aShop().chargingAtCheckout());
    expect(await attentionOf(shop, order)).toContain('cancelled all that ships');
    await shop.settle(order.id);
    await shop.advance(DAYS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('and cancels that, too: it is over, and everything goes back', async () => {
    const { shop, order } = await cancels(aShop().chargingAtCheckout());
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(
      expect.arrayContaining(['refunded 20.00', 'refunded 8.00', 'order-cancelled']),
    );
  });
});

describe('half paid by gift card', () => {
  it('a cancelled line is taken off where its money was never taken', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(anOrder().of('MUG').of('TEA').withGiftCard('20.00'));
    await shop.advance(HOURS(1));
    const [mug] = order.lines.map((line) => line.id);
    await shop.choose(order.id, 'cancel', mug === undefined ? [] : [mug]);
    await shop.advance(DAYS(1));
    const events = await eventsOf(shop, order);
    expect(events).toContain('line now 0');
    expect(events.filter((event) => event.startsWith('refunded'))).toEqual([]);
    // What is left is paid by the card: the authorization is not kept until it lapses.
    expect(events).toContain('voided');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('the last day for a refund', () => {
  it('a refund that nobody says yes to is put before a person two days before the law’s seven working days are over', async () => {
    const { shop, order, mug } = await twoLines(aShop().asking().chargingAtCheckout());
    await shop.approveAll(order.id);
    await shop.until('2026-03-03 12:00');
    await shop.approveAll(order.id);
    await shop.choose(order.id, 'cancel', [mug]);
    await shop.until('2026-03-10 12:00');
    expect(await attentionOf(shop, order)).not.toContain('Refund');
    await shop.until('2026-03-11 00:30');
    expect(await attentionOf(shop, order)).toContain('Refund 21.60 USD by Thu 12 Mar');
  });

  it('is earlier where the shop is stricter than the law', async () => {
    const { shop, order, mug } = await twoLines(
      aShop().asking().chargingAtCheckout().with({ refundDays: 3 }),
    );
    await shop.approveAll(order.id);
    await shop.until('2026-03-03 12:00');
    await shop.approveAll(order.id);
    await shop.choose(order.id, 'cancel', [mug]);
    await shop.until('2026-03-05 00:30');
    expect(await attentionOf(shop, order)).toContain('Refund 21.60 USD by Fri 6 Mar');
  });
});

describe('while a payment is pending', () => {
  it('a cancellation waits for it with everything on hold, and is done as soon as it settles', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').stillPending('success'));
    await shop.advance(HOURS(1));
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice']);
    await shop.advance(DAYS(1));
    expect(await attentionOf(shop, order)).toContain('while a payment is pending');
    shop.shopify.settlePayments(order.id, 'success');
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(
      expect.arrayContaining(['order-cancelled', 'cancelled']),
    );
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
