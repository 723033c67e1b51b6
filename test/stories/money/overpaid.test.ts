import { money } from '../../../app/domain/money';
import type { OrderSnapshot } from '../../../app/domain/order';
import { aShop, anOrder } from '../../support/builders';
import { attentionOf, brokenPromises, eventsOf, HOURS } from '../../support/story';
import type { PlacedOrder } from '../../support/shop';
import type { Harness } from '../../support/harness';

/* More was charged than the order still costs, or Shopify would give back more than was charged. */

const refundsOf = async (shop: Harness, order: PlacedOrder) =>
  (await eventsOf(shop, order)).filter((event) => event.startsWith('refunded'));

/** The first line is cancelled before anything was charged. */
async function cancelledFirst(theirs: ReturnType<typeof anOrder>, shopOf = aShop()) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.advance(HOURS(1));
  await shop.choose(
    order.id,
    'cancel',
    order.lines.slice(0, 1).map((line) => line.id),
  );
  await shop.advance(HOURS(2));
  expect(await eventsOf(shop, order)).toContain('line now 0');
  return { shop, order };
}

describe('when a person charges what was cancelled', () => {
  it('it goes back once, though the reply was lost and Shopify shows the order as it was for a while', async () => {
    let shown: OrderSnapshot | null = null;
    const { shop, order } = await cancelledFirst(
      anOrder().of('MUG', 1, '20.00').of('POT', 1, '50.00'),
      aShop().under({
        between: {
          shopify: (port) => ({
            ...port,
            readOrder: async (...which) => shown ?? port.readOrder(...which),
          }),
        },
      }),
    );
    shop.shopify.captureByMerchant(order.id, money('70.00', 'USD'));
    shop.shopify.fault('refund', 'lost-answer');
    shown = await shop.deps.shopify.readOrder(shop.shopId, order.id);
    await shop.advance(HOURS(1));
    shown = null;
    await shop.reconcile();
    await shop.advance(HOURS(1));
    expect(await refundsOf(shop, order)).toEqual(['refunded 20.00']);
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('it goes back once the rest of the order is no longer being charged, and nobody is called for it', async () => {
    const { shop, order } = await cancelledFirst(
      anOrder().of('MUG', 1, '50.00').upsold('TEA', 1, '8.00'),
    );
    shop.shopify.captureByMerchant(order.id, money('50.00', 'USD'));
    shop.shopify.captureSlowly(order.id, money('8.00', 'USD'));
    await shop.advance(HOURS(3));
    expect(await refundsOf(shop, order)).toEqual([]);
    expect(await attentionOf(shop, order)).toBe('nothing');
    shop.shopify.settlePayments(order.id, 'failure');
    await shop.advance(HOURS(1));
    expect(await refundsOf(shop, order)).toEqual(['refunded 42.00']);
    expect(await attentionOf(shop, order)).toBe('nothing');
  });
});

describe('where Shopify would give back the whole price of a line, though the order is not all paid', () => {
  it('no more goes back than was paid beyond what stays, whatever it was paid by', async () => {
    const shop = await aShop().on({ suggestsWholePrice: true }).opens('2026-03-02 10:00');
    shop.shopify.onHand('POT', 1);
    const order = shop.place(
      anOrder().of('MUG', 1, '50.00').of('POT', 1, '50.00').withGiftCard('60.00'),
    );
    await shop.advance(HOURS(1));
    shop.shopify.captureByMerchant(order.id, money('10.00', 'USD'));
    await shop.advance(HOURS(1));
    const [mug] = order.lines.map((line) => line.id);
    await shop.choose(order.id, 'cancel', mug === undefined ? [] : [mug]);
    await shop.advance(HOURS(2));
    expect(await refundsOf(shop, order)).toEqual(['refunded 20.00']);
    expect(shop.shopify.takenOf(order.id).amount).toBe('50.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
