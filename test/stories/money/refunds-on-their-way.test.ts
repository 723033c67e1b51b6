import { paidBeyondPrice } from '../../../app/adapters/shopify/beyond-price';
import type { LineId } from '../../../app/domain/ids';
import { money } from '../../../app/domain/money';
import type { Shopify } from '../../../app/ports';
import { aShop, anOrder } from '../../support/builders';
import type { PlacedOrder } from '../../support/shop';
import { half } from '../../support/half-order';
import type { Harness } from '../../support/harness';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  HOURS,
  newestWords,
} from '../../support/story';

/*
 * The payment provider takes its time over what is given back: until it has arrived, it is neither given a second time nor
 * counted for anything else. 20.00 + 1.60 tax for the mug that is missing, 8.00 + 0.64 for the tea, 5.00 shipping.
 */

interface Played {
  readonly shop: Harness;
  readonly order: PlacedOrder;
}

const slowly = (shopOf = aShop().chargingAtCheckout()) => shopOf.on({ refundsTakeMs: DAYS(30) });

async function placed(shopOf = slowly(), theirs = half) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  shop.shopify.onHand('TEA', 5);
  const order = shop.place(theirs);
  await shop.advance(HOURS(1));
  return { shop, order };
}

/** Plus, the tea charged as it is here, the mug missing. */
const teaIsCharged = (theirs = half) =>
  placed(slowly(aShop().onPlus()).with({ partOrders: 'ready-first' }), theirs);

const lineOf = ({ order }: Played, i: number): LineId => {
  const line = order.lines[i];
  if (line === undefined) throw new Error('no such line');
  return line.id;
};

async function cancels(played: Played, ...which: number[]): Promise<void> {
  const lines = which.map((i) => lineOf(played, i));
  await played.shop.choose(played.order.id, 'cancel', lines);
  await played.shop.advance(HOURS(2));
}

async function settles({ shop, order }: Played, status: 'success' | 'failure' = 'success') {
  shop.shopify.settlePayments(order.id, status);
  await shop.advance(HOURS(3));
}

const moved = async ({ shop, order }: Played) =>
  (await eventsOf(shop, order)).filter((e) => /captured|refunded|voided|order-cancelled/.test(e));

const three = anOrder().of('MUG', 1, '20.00').of('TEA', 1, '8.00').of('CUP', 1, '12.00');

describe('what a person has given back and is on its way', () => {
  it.each([
    ['as Shopify suggests it', false],
    ['where Shopify suggests the whole price', true],
  ])('is not given a second time by us when it arrives, %s', async (_how, suggestsWholePrice) => {
    let arrives = (): void => undefined;
    const played = await placed(
      slowly()
        .on({ suggestsWholePrice })
        .under({
          between: {
            shopify: (port) => ({
              ...port,
              refund: async (...call: Parameters<Shopify['refund']>) => {
                arrives();
                return port.refund(...call);
              },
            }),
          },
        }),
    );
    const { shop, order } = played;
    shop.shopify.refundByMerchant(order.id, money('8.64', 'USD'));
    arrives = () => shop.shopify.settlePayments(order.id, 'success');
    await shop.advance(HOURS(1));
    await cancels(played, 1);
    await settles(played);
    await settles(played);
    expect(await moved(played)).toEqual(['refunded 8.64']);
    expect(shop.shopify.takenOf(order.id).amount).toBe('26.60');
  });

  it('is asked of nobody again', async () => {
    const played = await placed(
      slowly().under({
        between: {
          shopify: (port) => ({
            ...port,
            suggestRefund: async (id, wish) => {
              const order = wish.lines.length > 0 ? null : await port.readOrder(id, wish.orderId);
              return order === null ? port.suggestRefund(id, wish) : paidBeyondPrice(order);
            },
          }),
        },
      }),
    );
    const { shop, order } = played;
    await shop.choose(order.id, 'cancel', [lineOf(played, 0)]);
    shop.shopify.refundUnitsByMerchant(order.id, lineOf(played, 0), 1);
    await shop.advance(HOURS(3));
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('keeps what is here from being charged until it has arrived, and fails nothing', async () => {
    const played = await teaIsCharged();
    const { shop, order } = played;
    shop.shopify.refundByMerchant(order.id, money('2.00', 'USD'));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(3));
    expect(await attentionOf(shop, order)).toBe('nothing');
    await settles(played);
    expect(await moved(played)).toEqual(['captured 13.64', 'refunded 2.00', 'captured 21.60']);
  });

  it('is no payment that has been pending for a day', async () => {
    const { shop, order } = await teaIsCharged();
    shop.shopify.refundByMerchant(order.id, money('2.00', 'USD'));
    await shop.advance(DAYS(2));
    shop.shopify.captureSlowly(order.id, money('21.60', 'USD'));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('is not taken for ours, which did not arrive: what is asked for the rest is right', async () => {
    const played = await teaIsCharged();
    const { shop, order } = played;
    await cancels(played, 1);
    await settles(played, 'failure');
    shop.shopify.refundByMerchant(order.id, money('2.00', 'USD'));
    await settles(played);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(await moved(played)).toEqual(['captured 13.64', 'refunded 2.00', 'captured 12.96']);
  });
});

describe('what we have given back and is on its way', () => {
  it.each([
    ['the whole rest', half, ['refunded 8.64', 'order-cancelled', 'refunded 26.60']],
    ['one line of three', three, ['refunded 8.00', 'refunded 20.00']],
  ] as const)('lets a second cancellation, of %s, wait for it', async (_what, theirs, both) => {
    const played = await placed(slowly(), theirs);
    await cancels(played, 1);
    await cancels(played, 0);
    expect(await attentionOf(played.shop, played.order)).toBe('nothing');
    await settles(played);
    await settles(played);
    expect(await moved(played)).toEqual(both);
    expect(await attentionOf(played.shop, played.order)).toBe('nothing');
  });

  it('lets the rest be cancelled after it, though a payment can be taken several times', async () => {
    const played = await teaIsCharged();
    await cancels(played, 1);
    await cancels(played, 0);
    await settles(played);
    expect(played.order.cancelledAt).not.toBeNull();
    expect(await attentionOf(played.shop, played.order)).toBe('nothing');
  });

  it('of the whole order is not called missing, nor said to stay charged', async () => {
    const played = await placed(slowly().with({ refundDays: 3 }));
    const { shop, order } = played;
    await cancels(played, 0, 1);
    expect(newestWords(shop, order)).toContain(
      '$35.24 is on its way back to you, and nothing stays charged',
    );
    await shop.advance(DAYS(2));
    expect(await attentionOf(shop, order)).toBe('nothing');
    shop.shopify.dispute(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('of a line is named to its customer', async () => {
    const played = await placed();
    await cancels(played, 1);
    expect(newestWords(played.shop, played.order)).toContain(
      'Of what you paid, $8.64 is on its way back to you, and $26.60 stays charged.',
    );
  });

  it('keeps nothing back that is paid', async () => {
    const played = await placed(slowly().with({ partOrders: 'ready-first' }), three);
    const { shop, order } = played;
    await cancels(played, 1);
    shop.shopify.arrive('CUP', 1);
    await shop.advance(HOURS(3));
    const cup = lineOf(played, 2);
    const withCup = order.fulfillmentOrders.filter((fo) => (fo.remaining.get(cup) ?? 0) > 0);
    expect(withCup.map(({ holds }) => holds.length)).toEqual([0]);
  });

  it('and does not arrive: a person is called for so much of it as nothing here needs', async () => {
    const played = await teaIsCharged();
    const { shop, order } = played;
    await cancels(played, 1);
    await settles(played, 'failure');
    expect(await attentionOf(shop, order)).toContain('Refund 8.64 USD in Shopify');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(shop.shopify.takenOf(order.id).amount).toBe('26.60');
  });

  it('counts for nothing that has left: a person is told the whole amount to capture', async () => {
    const played = await teaIsCharged(three.shippedFor('5.00'));
    const { shop, order } = played;
    await shop.until('2026-03-06 09:00');
    await cancels(played, 1);
    shop.shopify.arrive('CUP', 1);
    await shop.advance(HOURS(1));
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.fulfill(order.id, { lines: new Map([[lineOf(played, 2), 1]]) });
    await shop.until('2026-03-07 12:00');
    expect(await attentionOf(shop, order)).toContain('12.00 USD is not paid for it');
  });

  it('calls a person all the same when everything has left unpaid by somebody’s hand', async () => {
    const played = await teaIsCharged();
    const { shop, order } = played;
    await cancels(played, 1);
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.fulfill(order.id);
    await shop.until('2026-03-09 09:00');
    expect(await attentionOf(shop, order)).toContain('The goods have left, and 21.60 USD');
  });
});

describe('what was paid beyond the price, and is on its way back', () => {
  async function overpaid(between: (port: Shopify) => Shopify = (port) => port) {
    const shop = await slowly(aShop())
      .under({ between: { shopify: between } })
      .opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG', 1, '20.00').of('POT', 1, '50.00'));
    await shop.advance(HOURS(1));
    await cancels({ shop, order }, 0);
    shop.shopify.captureByMerchant(order.id, money('70.00', 'USD'));
    await shop.advance(HOURS(2));
    return { shop, order };
  }

  it('is asked for once, not once a minute', async () => {
    let calls = 0;
    const { shop } = await overpaid((port) => ({
      ...port,
      refund: async (...call) => {
        calls += 1;
        return port.refund(...call);
      },
    }));
    await shop.advance(DAYS(2));
    expect(calls).toBe(1);
  });

  it.each(['automatic', 'ask', 'watch'] as const)(
    'stays ours through a time in mode %s: nobody is called, and what is added later is paid before it goes',
    async (mode) => {
      const played = await overpaid();
      const { shop, order } = played;
      await shop.change({ mode });
      await shop.advance(HOURS(1));
      expect(await attentionOf(shop, order)).toBe('nothing');
      await settles(played);
      await shop.change({ mode: 'automatic' });
      await shop.advance(HOURS(1));
      expect(await moved(played)).toEqual(['captured 70.00', 'refunded 20.00']);
      shop.shopify.addUnits(order.id, lineOf(played, 0), 1);
      await shop.advance(HOURS(1));
      shop.shopify.arrive('MUG', 1);
      shop.shopify.arrive('POT', 1);
      await shop.advance(DAYS(1));
      expect(shop.steps(order.id)).toContain('payment-request');
      expect(order.fulfillmentOrders.some((fo) => fo.holds.length > 0)).toBe(true);
      expect(await brokenPromises(shop)).toEqual([]);
    },
  );

  it('and does not arrive: a person is called', async () => {
    const played = await overpaid();
    await settles(played, 'failure');
    expect(await attentionOf(played.shop, played.order)).toContain('Refund 20.00 USD in Shopify');
  });
});
