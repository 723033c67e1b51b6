import { money } from '../../../app/domain/money';
import { aShop, anOrder } from '../../support/builders';
import { brokenPromises, DAYS, eventsOf, HOURS, holdsOn } from '../../support/story';

/* Shopify captures by itself as the goods are fulfilled. */

const known = aShop().capturingOnFulfillment().with({ captureMethod: 'on-fulfillment' });

describe('a shop that captures on fulfillment', () => {
  it('releases once the goods are there, and Shopify captures as they ship', async () => {
    const shop = await known.opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice', 'released', 'ready']);
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('does not release what no living authorization covers', async () => {
    const shop = await known.opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-12 10:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect(holdsOn(order)).toBe(1);
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
  });

  it('is found out from its orders; until then we capture what is here', async () => {
    const shop = await aShop().capturingOnFulfillment().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 10);
    for (let n = 0; n < 3; n += 1) {
      const clear = shop.place(anOrder().of('TEA').from(`c${n}@example.com`));
      await shop.advance(HOURS(1));
      shop.shopify.fulfill(clear.id);
      await shop.advance(HOURS(1));
    }
    const before = await shop.store.read(shop.shopId, (tx) => tx.loadShop());
    expect(before?.captureMethod).toBeNull();
    await shop.reconcile();
    const after = await shop.store.read(shop.shopId, (tx) => tx.loadShop());
    expect(after?.captureMethod).toBe('on-fulfillment');
  });

  it('is not taken for one while its people capture many orders at another time: what is here is captured', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 10);
    for (const daysAhead of [0, 0, 0, 1, 1]) {
      const clear = shop.place(anOrder().of('TEA'));
      await shop.advance(HOURS(1));
      if (daysAhead === 0) shop.shopify.fulfill(clear.id);
      shop.shopify.captureByMerchant(clear.id, money('20.00', 'USD'));
      await shop.advance(DAYS(daysAhead));
      if (daysAhead > 0) shop.shopify.fulfill(clear.id);
      await shop.advance(HOURS(1));
    }
    await shop.reconcile();
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(shop.shopify.takenOf(order.id).amount).toBe('20.00');
    expect(holdsOn(order)).toBe(0);
  });

  it('per fulfillment sends the part that is here, and Shopify captures it alone', async () => {
    const shop = await aShop()
      .capturingPerFulfillment()
      .with({ captureMethod: 'per-fulfillment', partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(anOrder().of('MUG').of('TEA', 1, '8.00'));
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(1);
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toContain('captured 8.00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
