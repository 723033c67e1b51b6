import { money } from '../../../app/domain/money';
import { aShop, anOrder } from '../../support/builders';
import { brokenPromises, eventsOf, HOURS, MINUTES, newestWords } from '../../support/story';
import type { Harness } from '../../support/harness';
import type { PlacedOrder } from '../../support/shop';

/* Goods have left and their money was not taken: Shopify tries once, as they ship, and nobody else would notice. */

const known = aShop().capturingOnFulfillment().with({ captureMethod: 'on-fulfillment' });

async function shipsDeclined(): Promise<{ shop: Harness; order: PlacedOrder }> {
  const shop = await known.opens('2026-03-02 10:00');
  const order = shop.place(anOrder().of('MUG'));
  await shop.advance(HOURS(1));
  shop.shopify.arrive('MUG', 1);
  await shop.advance(HOURS(1));
  shop.shopify.decline(order.id);
  shop.shopify.fulfill(order.id);
  return { shop, order };
}
const called = async (shop: Harness, order: PlacedOrder) =>
  (await shop.caseOf(order.id))?.attention ?? null;

describe('goods that left unpaid', () => {
  it('as the card was declined when they shipped: a person is called an hour later, once', async () => {
    const { shop, order } = await shipsDeclined();
    await shop.advance(MINUTES(55));
    expect(await called(shop, order)).toBeNull();
    await shop.advance(MINUTES(10));
    expect(await called(shop, order)).toMatch(/have left.*20\.00 USD.*not paid/);
    await shop.settle(order.id);
    await shop.advance(HOURS(24));
    await shop.reconcile();
    expect(await called(shop, order)).toBeNull();
  });

  it('and are paid within the hour: nobody is called', async () => {
    const { shop, order } = await shipsDeclined();
    await shop.advance(MINUTES(30));
    shop.shopify.captureByMerchant(order.id, money('20.00', 'USD'));
    await shop.advance(HOURS(24));
    expect(await called(shop, order)).toBeNull();
  });

  it('by the hand of a person who took the hold off: they are reminded of the money', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(2));
    expect(await called(shop, order)).toMatch(/have left.*not paid/);
  });

  it('while yeses were waited for that were never given: a person is called, also where the shop acts by itself by then', async () => {
    const shop = await aShop().asking().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-09 11:05');
    shop.shopify.fulfill(order.id);
    await shop.advance(MINUTES(5));
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(2));
    expect(await called(shop, order)).toMatch(/have left.*20\.00 USD.*not paid/);
  });

  it('in part, as the order was edited upwards after it was paid at checkout: a person is called', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    for (const line of order.lines) shop.shopify.addUnits(order.id, line.id, 1);
    shop.shopify.arrive('MUG', 2);
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(2));
    expect(await called(shop, order)).toMatch(/have left.*20\.00 USD.*not paid/);
  });

  it('in part, as a line was given back and units of another were added for it: a person is called', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(anOrder().of('MUG').of('TEA', 1, '8.00'));
    await shop.advance(HOURS(1));
    const [mug, tea] = order.lines;
    if (mug) shop.shopify.refundUnitsByMerchant(order.id, mug.id, 1);
    if (tea) shop.shopify.addUnits(order.id, tea.id, 1);
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(2));
    expect(await called(shop, order)).toMatch(/have left.*8\.00 USD.*not paid/);
  });

  it('in part, as what was added for a line that was given back is only authorized: a person is called', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(anOrder().of('MUG').of('TEA', 1, '8.00'));
    await shop.advance(HOURS(1));
    const [mug, tea] = order.lines;
    if (mug) shop.shopify.refundUnitsByMerchant(order.id, mug.id, 1);
    if (tea) shop.shopify.addUnits(order.id, tea.id, 1);
    shop.shopify.fault('void', 'refused');
    expect(shop.shopify.payByLink(order.id, 'authorization')).toBe(true);
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(2));
    expect(await called(shop, order)).toMatch(/have left.*8\.00 USD.*not paid/);
  });

  it('though a part was given back out of goodwill: nobody is called', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.refundByMerchant(order.id, money('5.00', 'USD'));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(2));
    expect(await called(shop, order)).toBeNull();
  });

  it('though the customer’s payment is on its way: nobody is called before it has ended', async () => {
    const { shop, order } = await shipsDeclined();
    shop.shopify.voidByMerchant(order.id);
    expect(shop.shopify.payByLink(order.id, 'pending')).toBe(true);
    await shop.advance(HOURS(3));
    expect(await called(shop, order)).toBeNull();
    shop.shopify.settlePayments(order.id, 'failure');
    await shop.advance(HOURS(1));
    expect(await called(shop, order)).toMatch(/have left/);
  });

  it('though the customer’s payment of a part is on its way: a person is called once it has ended, for all that is missing', async () => {
    const shop = await known.opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').upsold('TEA', 1, '8.00'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    shop.shopify.arrive('TEA', 1);
    await shop.advance(HOURS(1));
    shop.shopify.decline(order.id, 2);
    shop.shopify.fulfill(order.id);
    shop.shopify.voidByMerchant(order.id);
    expect(shop.shopify.payByLink(order.id, 'pending')).toBe(true);
    await shop.advance(HOURS(3));
    expect(await called(shop, order)).toBeNull();
    shop.shopify.settlePayments(order.id, 'failure');
    await shop.advance(HOURS(1));
    expect(await called(shop, order)).toMatch(/have left.*28\.00 USD.*not paid/);
  });
});

describe('a part that left by the hand of a person, while the rest waits', () => {
  async function teaHasLeft(shopOf = aShop(), theirs = anOrder()) {
    const shop = await shopOf.opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 1);
    const order = shop.place(theirs.of('MUG').of('TEA', 1, '8.00').shippedFor('5.00'));
    await shop.advance(HOURS(1));
    const tea = order.lines.filter(({ sku }) => sku === 'TEA');
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.fulfill(order.id, { lines: new Map(tea.map(({ id }) => [id, 1])) });
    return { shop, order };
  }

  it('keeps its authorization, which would pay for it: a person is called before that ends', async () => {
    const { shop, order } = await teaHasLeft();
    await shop.until('2026-03-07 09:00');
    expect(await called(shop, order)).toBeNull();
    await shop.until('2026-03-07 11:00');
    expect(await called(shop, order)).toMatch(/part.*has left.*13\.00 USD.*Mon 9 Mar, 11:00/);
    expect(await eventsOf(shop, order)).not.toContain('voided');
    await shop.settle(order.id);
    shop.shopify.captureByMerchant(order.id, money('13.00', 'USD'));
    await shop.advance(HOURS(24));
    expect(await called(shop, order)).toBeNull();
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(24));
    expect(newestWords(shop, order)).toContain('Pay $20.00: https://');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('keeps it also past the end that we count on, while Shopify shows it: the call says to capture now', async () => {
    const { shop, order } = await teaHasLeft(aShop(), anOrder().like({ authorizationDays: 12 }));
    await shop.until('2026-03-10 09:00');
    expect(await called(shop, order)).toMatch(/13\.00 USD.*Shopify still shows.*Mon 9 Mar, 11:00/);
    expect(await called(shop, order)).not.toMatch(/has ended/);
    expect(await eventsOf(shop, order)).not.toContain('voided');
    shop.shopify.captureByMerchant(order.id, money('13.00', 'USD'));
    await shop.advance(HOURS(2));
    expect(await called(shop, order)).toBeNull();
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('and was paid for by a gift card: the authorization of the rest is released', async () => {
    const { shop, order } = await teaHasLeft(aShop(), anOrder().withGiftCard('15.00'));
    await shop.until('2026-03-07 11:00');
    expect(await called(shop, order)).toBeNull();
    expect(await eventsOf(shop, order)).toContain('voided');
  });

  it('where Shopify takes each part, but not by this gateway: a person is called, too', async () => {
    const shop = await aShop()
      .capturingPerFulfillment()
      .with({ captureMethod: 'per-fulfillment', partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 1);
    const order = shop.place(anOrder().of('MUG').of('TEA', 1, '8.00').paidBy('paypal'));
    await shop.advance(HOURS(2));
    shop.shopify.fulfill(order.id);
    await shop.until('2026-03-30 10:00');
    expect(await eventsOf(shop, order)).not.toContain('voided');
    expect(await called(shop, order)).toMatch(/part.*has left.*8\.00 USD/);
  });
});
