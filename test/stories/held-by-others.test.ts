import { aShop, anOrder } from '../support/builders';
import type { PlacedOrder } from '../support/shop';
import { attentionOf, brokenPromises, DAYS, HOURS, holdsOn } from '../support/story';

/* A person, or another app, has a part on hold for reasons of their own. Shopify doesn't split what is on hold. */

/** Units that could be packed now. */
const free = (order: PlacedOrder): number =>
  order.fulfillmentOrders
    .filter((fo) => fo.holds.length === 0)
    .flatMap((fo) => [...fo.remaining.values()])
    .reduce((total, units) => total + units, 0);
const isOurs = (order: PlacedOrder): boolean =>
  order.fulfillmentOrders.every((fo) => fo.holds.some((hold) => hold.ours));

const sendsParts = aShop().chargingAtCheckout().with({ partOrders: 'ready-first' });

async function theyHoldThreeMugs() {
  const shop = await sendsParts.opens('2026-03-02 10:00');
  shop.shopify.onHand('MUG', 3);
  const order = shop.place(anOrder().of('MUG', 3));
  await shop.advance(HOURS(1));
  shop.shopify.holdByMerchant(order.id);
  return { shop, order };
}

describe('a part that somebody else has on hold, too', () => {
  it('is held whole when one of its mugs turns out not to be there, and nobody is called', async () => {
    const { shop, order } = await theyHoldThreeMugs();
    shop.shopify.onHand('MUG', 2);
    await shop.advance(DAYS(1));
    expect(isOurs(order)).toBe(true);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('stays on our hold while some of it waits: to let that go would send nothing', async () => {
    const { shop, order } = await theyHoldThreeMugs();
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 2);
    await shop.advance(DAYS(1));
    expect(isOurs(order)).toBe(true);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('goes in parts once they have taken theirs off', async () => {
    const { shop, order } = await theyHoldThreeMugs();
    shop.shopify.onHand('MUG', 2);
    await shop.advance(HOURS(1));
    expect(free(order)).toBe(0);
    shop.shopify.liftByMerchant(order.id);
    await shop.advance(HOURS(1));
    expect(free(order)).toBe(2);
    expect(holdsOn(order)).toBe(1);
    shop.shopify.arrive('MUG', 1);
    // The rest waits a working day for the two mugs that are free and have not left (record 0040).
    await shop.advance(DAYS(1) + HOURS(1));
    expect(free(order)).toBe(3);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('keeps on hold what waits when a part that was free goes before it', async () => {
    const shop = await sendsParts.opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 3);
    shop.shopify.onHand('TIN', 1);
    const order = shop.place(anOrder().of('MUG', 3).of('POT', 2).of('TIN', 2));
    await shop.advance(HOURS(1));
    shop.shopify.holdByMerchant(order.id);
    await shop.advance(HOURS(1));
    shop.shopify.arrive('POT', 2);
    await shop.advance(DAYS(1));
    expect(free(order)).toBe(3);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
    shop.shopify.liftByMerchant(order.id);
    // What may go now waits a working day for what was free before it (record 0040).
    await shop.advance(DAYS(1) + HOURS(1));
    expect(free(order)).toBe(6);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
