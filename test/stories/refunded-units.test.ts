import type { Harness } from '../support/harness';
import type { PlacedOrder } from '../support/shop';
import { aShop, anOrder } from '../support/builders';
import { attentionOf, brokenPromises, DAYS, holdsOn, HOURS } from '../support/story';

/** Of one line, paid at checkout: so many units are ordered, and none is there. */
async function waits(units: number) {
  const shop = await aShop().chargingAtCheckout().opens('2026-03-02 09:00');
  const order = shop.place(anOrder().of('MUG', units));
  await shop.advance(HOURS(2));
  return { shop, order };
}

async function refundOne({ shop, order }: { shop: Harness; order: PlacedOrder }) {
  const [mug] = order.lines;
  if (mug) shop.shopify.refundWithoutRestock(order.id, mug.id, 1);
  await shop.advance(HOURS(1));
}

const arrives = async (shop: Harness, units: number) => {
  shop.shopify.arrive('MUG', units);
  await shop.advance(HOURS(2));
};

/** Units that the packer may take, and units on hold. */
const goods = (order: PlacedOrder) => {
  const units = (held: boolean): number =>
    order.fulfillmentOrders
      .filter((fo) => fo.holds.length > 0 === held)
      .flatMap((fo) => [...fo.remaining.values()])
      .reduce((total, n) => total + n, 0);
  return { free: units(false), held: units(true) };
};

describe('the merchant refunds a unit without restocking it, and Shopify still lists it to be shipped', () => {
  it('the unit that waits is refunded: it stays on hold when it is there, and a person is called', async () => {
    const { shop, order } = await waits(1);
    await refundOne({ shop, order });
    await arrives(shop, 1);
    expect(goods(order)).toEqual({ free: 0, held: 1 });
    expect(await attentionOf(shop, order)).toContain('1 × MUG was refunded');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('one of two is refunded: the other one goes when it is there, and the refunded one stays on hold', async () => {
    const { shop, order } = await waits(2);
    await refundOne({ shop, order });
    expect(goods(order)).toEqual({ free: 0, held: 2 });
    await arrives(shop, 1);
    expect(goods(order)).toEqual({ free: 1, held: 1 });
    expect(shop.steps(order.id)).toContain('ready');
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(1));
    await arrives(shop, 1);
    expect(goods(order)).toEqual({ free: 0, held: 1 });
    expect(await attentionOf(shop, order)).toContain('1 × MUG was refunded');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('both are there at once: one goes', async () => {
    const { shop, order } = await waits(2);
    await refundOne({ shop, order });
    await arrives(shop, 2);
    expect(goods(order)).toEqual({ free: 1, held: 1 });
  });

  it('in mode “ask” one yes lets the good unit go, and the refunded one is held at once', async () => {
    const shop = await aShop().asking().chargingAtCheckout().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG', 2));
    await shop.advance(HOURS(2));
    await shop.approveAll(order.id);
    await refundOne({ shop, order });
    await arrives(shop, 1);
    await shop.approveAll(order.id);
    await shop.advance(HOURS(1));
    expect(goods(order)).toEqual({ free: 1, held: 1 });
  });

  it('the merchant releases the hold: the customer is to get it, and nobody is called any more', async () => {
    const { shop, order } = await waits(1);
    await refundOne({ shop, order });
    shop.shopify.releaseByMerchant(order.id);
    await shop.advance(DAYS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('a refund of money alone leaves everything as it is', async () => {
    const { shop, order } = await waits(1);
    shop.shopify.refundByMerchant(order.id, { amount: '5.00', currencyCode: 'USD' });
    await arrives(shop, 1);
    expect(goods(order)).toEqual({ free: 1, held: 0 });
    expect(await attentionOf(shop, order)).toBe('nothing');
  });
});

describe('a unit that has shipped comes back and is refunded', () => {
  it('the one that still waits stays on hold until a person has said which one it was', async () => {
    const shop = await aShop()
      .chargingAtCheckout()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 09:00');
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('MUG', 2));
    await shop.advance(HOURS(2));
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(1));
    await refundOne({ shop, order });
    await arrives(shop, 1);
    expect(goods(order)).toEqual({ free: 0, held: 1 });
    expect(await attentionOf(shop, order)).toContain('1 × MUG was refunded');
  });
});
