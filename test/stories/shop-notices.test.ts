import { settleNotice } from '../../app/use-cases/settle-notice';
import { aShop, anOrder } from '../support/builders';
import type { Harness } from '../support/harness';
import { attentionOf, brokenPromises, DAYS, holdsOn, HOURS, MINUTES } from '../support/story';

const noticesOf = async (shop: Harness) =>
  (await shop.store.read(shop.shopId, (tx) => tx.notices()))
    .filter(({ dismissedAt }) => dismissedAt === null)
    .map(({ kind }) => kind);

describe('access to protected customer data is not granted', () => {
  it('the staff are told once, for the shop; granted, everything goes on where it was', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    shop.shopify.withholdOrders(true);
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    expect(await noticesOf(shop)).toEqual(['no-order-access']);
    expect(await shop.caseOf(order.id)).toBeNull();
    shop.shopify.withholdOrders(false);
    await settleNotice(shop.deps, shop.shopId, 'no-order-access');
    await shop.advance(HOURS(1));
    expect(await noticesOf(shop)).toEqual([]);
    expect(holdsOn(order)).toBe(1);
    expect(shop.steps(order.id)).toContain('first-notice');
  });

  it('taken away while orders wait: what was under way goes on afterwards, without a call for each order', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.withholdOrders(true);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(3));
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    expect(await attentionOf(shop, order)).toBe('nothing');
    shop.shopify.withholdOrders(false);
    await shop.advance(HOURS(2));
    expect(shop.shopify.takenOf(order.id).amount).toBe('20.00');
    expect(holdsOn(order)).toBe(0);
  });

  it('it can’t be dismissed while it is so', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    shop.shopify.withholdOrders(true);
    shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await settleNotice(shop.deps, shop.shopId, 'no-order-access');
    await shop.advance(MINUTES(5));
    expect(await noticesOf(shop)).toEqual(['no-order-access']);
  });
});

describe('orders older than 60 days can’t be seen', () => {
  it('the staff are told, until it is granted', async () => {
    const shop = await aShop().on({ readAllOrders: false }).opens('2026-03-02 09:00');
    await shop.reconcile();
    expect(await noticesOf(shop)).toEqual(['old-orders-hidden']);
    shop.shopify.grantAllOrders();
    await settleNotice(shop.deps, shop.shopId, 'old-orders-hidden');
    await shop.advance(MINUTES(1));
    expect(await noticesOf(shop)).toEqual([]);
  });

  it('nobody is told where they can', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    await shop.reconcile();
    expect(await noticesOf(shop)).toEqual([]);
  });
});

describe('Shopify fulfills orders by itself after payment', () => {
  it('paid at checkout and fulfilled in the same minute: the staff are warned once', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').like({ routedAfterMs: 0 }));
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    expect(await noticesOf(shop)).toEqual(['fulfills-by-itself']);
    await settleNotice(shop.deps, shop.shopId, 'fulfills-by-itself');
    const another = shop.place(anOrder().of('MUG').like({ routedAfterMs: 0 }));
    shop.shopify.fulfill(another.id);
    await shop.advance(HOURS(1));
    expect(await noticesOf(shop)).toEqual([]);
  });

  it.each([
    ['a parcel with tracking', { trackingNumber: 'T1' }, 0],
    ['a fulfillment an hour later', {}, 60],
  ])('%s is a person’s', async (_what, how, minutes) => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 09:00');
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('MUG').like({ routedAfterMs: 0 }));
    await shop.advance(MINUTES(minutes));
    shop.shopify.fulfill(order.id, how);
    await shop.advance(HOURS(1));
    expect(await noticesOf(shop)).toEqual([]);
  });

  it('Shopify captures as a person fulfills: that payment follows the fulfillment, and the customer is told', async () => {
    const shop = await aShop()
      .capturingOnFulfillment()
      .with({ shippingToldBy: 'holdfast', captureMethod: 'on-fulfillment' })
      .opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.fulfill(order.id, { notify: false });
    await shop.advance(DAYS(1));
    expect(shop.shopify.takenOf(order.id).amount).toBe('20.00');
    expect(shop.steps(order.id)).toContain('shipped');
    expect(await noticesOf(shop)).toEqual([]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('units that are missing: the customer isn’t told that they ship, and the merchant is called', async () => {
    const shop = await aShop().with({ shippingToldBy: 'holdfast' }).opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG', 2));
    await shop.advance(HOURS(1));
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.captureByMerchant(order.id, { amount: '40.00', currencyCode: 'USD' });
    // Pending for ten seconds, and paid for another ten.
    await shop.advance(20_000);
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(1));
    expect(shop.steps(order.id)).not.toContain('shipped');
    expect(await attentionOf(shop, order)).toContain('marked 2 × MUG as fulfilled by itself');
    expect(await noticesOf(shop)).toEqual(['fulfills-by-itself']);
  });

  it('the fulfillment is cancelled: the units wait again, and nobody is called for it any more', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.captureByMerchant(order.id, { amount: '20.00', currencyCode: 'USD' });
    await shop.advance(10_000);
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    const [parcel] = order.fulfillments;
    if (parcel) Object.assign(parcel, { carrierHasIt: false });
    shop.shopify.unpack(order.id);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).not.toContain('as fulfilled by itself');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
