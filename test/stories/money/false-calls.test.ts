import { money } from '../../../app/domain/money';
import { aShop, anOrder } from '../../support/builders';
import { half } from '../../support/half-order';
import { attentionOf, DAYS, eventsOf, HOURS, newestWords } from '../../support/story';

/* Nobody is told to give back what was never taken, or what has gone back; and nobody is forgotten. */

async function teaHasLeft() {
  const shop = await aShop().onPlus().with({ partOrders: 'ready-first' }).opens('2026-03-02 10:00');
  shop.shopify.onHand('TEA', 5);
  const order = shop.place(half);
  await shop.advance(HOURS(2));
  shop.shopify.fulfill(order.id);
  await shop.advance(HOURS(2));
  return { shop, order };
}

describe('a part was charged and has left, and the rest is cancelled before it was charged', () => {
  it.each([
    ['while everything is paused', { paused: true }],
    ['in mode ask', { mode: 'ask' }],
  ] as const)('%s: nobody is told to refund it', async (_when, change) => {
    const { shop, order } = await teaHasLeft();
    await shop.change(change);
    await shop.choose(
      order.id,
      'cancel',
      order.lines.slice(0, 1).map(({ id }) => id),
    );
    await shop.advance(DAYS(10));
    expect(await attentionOf(shop, order)).not.toContain('Refund');
  });
});

it('a late refund that got its yes is asked of nobody any more', async () => {
  const shop = await aShop().asking().chargingAtCheckout().opens('2026-03-02 10:00');
  shop.shopify.onHand('TEA', 5);
  const order = shop.place(half);
  await shop.advance(HOURS(1));
  await shop.approveAll(order.id);
  await shop.until('2026-03-03 12:00');
  await shop.approveAll(order.id);
  await shop.choose(
    order.id,
    'cancel',
    order.lines.slice(0, 1).map(({ id }) => id),
  );
  await shop.until('2026-03-11 00:30');
  expect(await attentionOf(shop, order)).toContain('Refund 21.60');
  await shop.approveAll(order.id);
  await shop.advance(HOURS(2));
  expect(await eventsOf(shop, order)).toContain('refunded 21.60');
  expect(await attentionOf(shop, order)).not.toContain('Refund');
});

it('goods left unpaid and a person saw to it; more is added and leaves unpaid: they are called again', async () => {
  const shop = await aShop()
    .capturingOnFulfillment()
    .with({ captureMethod: 'on-fulfillment' })
    .opens('2026-03-02 10:00');
  const order = shop.place(anOrder().of('MUG'));
  await shop.advance(HOURS(1));
  shop.shopify.arrive('MUG', 1);
  await shop.advance(HOURS(1));
  shop.shopify.decline(order.id);
  shop.shopify.fulfill(order.id);
  await shop.advance(HOURS(2));
  expect(await attentionOf(shop, order)).toContain('The goods have left');
  shop.shopify.captureByMerchant(order.id, money('20.00', 'USD'));
  await shop.settle(order.id);
  await shop.advance(DAYS(1));
  expect(await attentionOf(shop, order)).toBe('nothing');
  for (const { id } of order.lines) shop.shopify.addUnits(order.id, id, 1);
  await shop.advance(HOURS(2));
  shop.shopify.arrive('MUG', 1);
  shop.shopify.releaseByMerchant(order.id);
  shop.shopify.fulfill(order.id);
  await shop.advance(HOURS(4));
  expect(await attentionOf(shop, order)).toContain('The goods have left');
});

describe('a cancelled line whose payment goes on paying for the rest', () => {
  it('be it a gift card: no word says without an if that it goes back', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(
      anOrder().of('MUG', 1, '20.00').of('POT', 1, '15.00').withGiftCard('10.00'),
    );
    await shop.advance(HOURS(1));
    await shop.choose(
      order.id,
      'cancel',
      order.lines.slice(0, 1).map(({ id }) => id),
    );
    await shop.advance(HOURS(2));
    expect(newestWords(shop, order)).toContain(
      'goes back to you in full, the way you paid it, unless it pays for the rest of your order.',
    );
  });
});
