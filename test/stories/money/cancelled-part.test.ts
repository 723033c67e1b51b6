import { money } from '../../../app/domain/money';
import { aShop, anOrder } from '../../support/builders';
import { half } from '../../support/half-order';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  HOURS,
  newestWords,
} from '../../support/story';

/*
 * A part that was here is charged, and cancelled before it has left, while the rest still waits. 20.00 + 1.60 tax for the
 * mug that is missing, 8.00 + 0.64 for the tea, 5.00 shipping.
 */

async function teaIsCharged(shopOf = aShop()) {
  const shop = await shopOf.with({ partOrders: 'ready-first' }).opens('2026-03-02 10:00');
  shop.shopify.onHand('TEA', 5);
  const order = shop.place(half);
  await shop.advance(HOURS(1));
  await shop.agree(order.id, 'part-first');
  await shop.advance(HOURS(1));
  return { shop, order };
}

type Case = Awaited<ReturnType<typeof teaIsCharged>>;

const moved = async ({ shop, order }: Case) =>
  (await eventsOf(shop, order)).filter((event) => /captured|refunded|voided/.test(event));

/** Of what is still to go. */
const heldParts = ({ fulfillmentOrders }: Case['order']): number =>
  fulfillmentOrders.filter(
    ({ holds, remaining }) =>
      holds.length > 0 && [...remaining.values()].some((units) => units > 0),
  ).length;

async function teaIsCancelled({ shop, order }: Case): Promise<void> {
  const [, tea] = order.lines;
  await shop.choose(order.id, 'cancel', tea ? [tea.id] : []);
  await shop.advance(DAYS(1));
}

describe('a part that was charged and is cancelled while the rest waits', () => {
  it.each([
    ['once', aShop()],
    ['several times', aShop().onPlus()],
  ])(
    'is given back at once where a payment can be taken %s: it pays for nothing that is missing',
    async (_how, shopOf) => {
      const { shop, order } = await teaIsCharged(shopOf);
      await teaIsCancelled({ shop, order });
      expect(await moved({ shop, order })).toEqual(['captured 13.64', 'refunded 8.64']);
      expect(newestWords(shop, order)).toContain(
        '$8.64 has been sent back to you, and $5.00 stays charged',
      );
      expect(heldParts(order)).toBe(1);
      expect(await brokenPromises(shop)).toEqual([]);
    },
  );

  it('leaves the price of the rest to be taken when it is here', async () => {
    const { shop, order } = await teaIsCharged(aShop().onPlus());
    await teaIsCancelled({ shop, order });
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect((await moved({ shop, order })).at(-1)).toBe('captured 21.60');
    expect(heldParts(order)).toBe(0);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('leaves the price of the rest to be paid by a link, as it was agreed', async () => {
    const { shop, order } = await teaIsCharged();
    await teaIsCancelled({ shop, order });
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(newestWords(shop, order)).toContain('Pay $21.60: https://');
    shop.shopify.payByLink(order.id);
    await shop.advance(HOURS(2));
    expect(shop.shopify.takenOf(order.id).amount).toBe('26.60');
    expect(heldParts(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is given back in full when the rest is cancelled, too, and all that was set aside is released', async () => {
    const { shop, order } = await teaIsCharged(aShop().onPlus());
    await teaIsCancelled({ shop, order });
    await shop.choose(order.id, 'cancel');
    await shop.advance(DAYS(1));
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is given back to the cent that the order costs less without it, however a unit’s share is rounded', async () => {
    const shop = await aShop()
      .onPlus()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 2);
    const order = shop.place(anOrder().of('MUG', 3, '33.50').withTax('0.07'));
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id);
    shop.shopify.captureByMerchant(order.id, money('33.53', 'USD'));
    await shop.advance(DAYS(1));
    await shop.choose(order.id, 'cancel');
    await shop.advance(DAYS(1));
    expect(await moved({ shop, order })).toEqual([
      'captured 67.04',
      'captured 33.53',
      'refunded 33.52',
    ]);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('holds up the rest while it is on its way: the customer never has paid more than the order costs', async () => {
    const { shop, order } = await teaIsCharged(
      aShop()
        .onPlus()
        .on({ refundsTakeMs: DAYS(9) }),
    );
    await teaIsCancelled({ shop, order });
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(12));
    expect(await moved({ shop, order })).toEqual(['captured 13.64']);
    expect(heldParts(order)).toBe(1);
    shop.shopify.settlePayments(order.id, 'success');
    await shop.advance(HOURS(1));
    expect(await moved({ shop, order })).toEqual([
      'captured 13.64',
      'refunded 8.64',
      'captured 21.60',
    ]);
    expect(heldParts(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is asked for by no link while it is on its way, and a person is called where it takes more than a day', async () => {
    const { shop, order } = await teaIsCharged(aShop().on({ refundsTakeMs: DAYS(9) }));
    await teaIsCancelled({ shop, order });
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(await attentionOf(shop, order)).toContain('a refund of this order has been on its way');
    expect(newestWords(shop, order)).not.toContain('Pay $');
    shop.shopify.settlePayments(order.id, 'success');
    await shop.advance(HOURS(1));
    expect(newestWords(shop, order)).toContain('Pay $21.60: https://');
  });

  it('pays for the rest where it does not arrive, and a person is called for it', async () => {
    const { shop, order } = await teaIsCharged(
      aShop()
        .onPlus()
        .on({ refundsTakeMs: DAYS(9) }),
    );
    await teaIsCancelled({ shop, order });
    shop.shopify.settlePayments(order.id, 'failure');
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(shop.shopify.takenOf(order.id).amount).toBe('26.60');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is given back once, though the call was lost or its answer was', async () => {
    for (const fault of ['lost-call', 'lost-answer'] as const) {
      const { shop, order } = await teaIsCharged(aShop().onPlus());
      shop.shopify.fault('refund', fault);
      await teaIsCancelled({ shop, order });
      expect(await moved({ shop, order })).toEqual(['captured 13.64', 'refunded 8.64']);
      expect(await brokenPromises(shop)).toEqual([]);
    }
  });
});

describe('what others took or the customer gave at checkout', () => {
  it('is on its way back for a cancelled line: the rest, which is paid, goes at once, and nobody is called', async () => {
    const { shop, order } = await teaIsCharged(
      aShop()
        .chargingAtCheckout()
        .on({ refundsTakeMs: DAYS(9) }),
    );
    shop.shopify.arrive('MUG', 1);
    await teaIsCancelled({ shop, order });
    await shop.advance(DAYS(1));
    expect(heldParts(order)).toBe(0);
    expect(await attentionOf(shop, order)).toBe('nothing');
    shop.shopify.settlePayments(order.id, 'success');
    await shop.advance(HOURS(1));
    expect(await moved({ shop, order })).toEqual(['refunded 8.64']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('and is on its way back out of goodwill: it holds nothing up', async () => {
    const { shop, order } = await teaIsCharged(
      aShop()
        .chargingAtCheckout()
        .on({ refundsTakeMs: DAYS(9) }),
    );
    shop.shopify.refundByMerchant(order.id, money('2.00', 'USD'));
    shop.shopify.arrive('MUG', 1);
    // The mug waits for the tea, which is free, to leave.
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(2));
    expect(heldParts(order)).toBe(0);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('a gift card goes on paying for what stays', async () => {
    const shop = await aShop().on({ suggestsWholePrice: true }).opens('2026-03-02 10:00');
    const order = shop.place(
      anOrder().of('MUG', 1, '20.00').of('POT', 1, '15.00').withGiftCard('10.00'),
    );
    await shop.advance(HOURS(1));
    const [mug] = order.lines;
    await shop.choose(order.id, 'cancel', mug ? [mug.id] : []);
    await shop.advance(HOURS(2));
    expect(await moved({ shop, order })).toEqual([]);
    shop.shopify.arrive('POT', 1);
    await shop.advance(DAYS(1));
    expect(await moved({ shop, order })).toEqual(['captured 5.00']);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
