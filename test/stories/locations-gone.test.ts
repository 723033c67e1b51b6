import { aShop, anOrder } from '../support/builders';
import { attentionOf, brokenPromises, DAYS, eventsOf, holdsOn, HOURS } from '../support/story';

describe('the location of an order is deactivated', () => {
  it('the customer cancels: the order is cancelled without restocking, and the merchant is told', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG', 2));
    await shop.advance(HOURS(1));
    shop.shopify.deactivate();
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    expect(order.cancelledAt).not.toBeNull();
    expect(await eventsOf(shop, order)).toContain('refunded 40.00');
    expect(await attentionOf(shop, order)).toContain('could not put 2 × MUG back in stock');
    expect(await attentionOf(shop, order)).not.toContain('Cancel the order in Shopify');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('that is refused, too: it is tried once each way, and a person cancels', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG', 2));
    await shop.advance(HOURS(1));
    shop.shopify.deactivate();
    await shop.choose(order.id, 'cancel');
    shop.shopify.fault('cancelOrder', 'refused', 1);
    await shop.advance(DAYS(1));
    expect(order.cancelledAt).toBeNull();
    const tries = (await shop.intents(order.id)).filter((i) => i.effect.kind === 'cancel-order');
    expect(tries.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(await attentionOf(shop, order)).toContain('Cancel the order in Shopify');
  });

  it('an order that is not paid is cancelled as ever', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.deactivate();
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    expect(order.cancelledAt).not.toBeNull();
    expect(await attentionOf(shop, order)).toBe('nothing');
  });
});

/** The mug has arrived, the pot has not: the whole order is on hold. */
async function mugIsHere() {
  const shop = await aShop().opens('2026-03-02 09:00');
  const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50'));
  await shop.advance(HOURS(1));
  shop.shopify.arrive('MUG', 1);
  await shop.advance(HOURS(1));
  return { shop, order };
}

describe('Shopify shows no stock any more of something that was promised', () => {
  it('nothing is captured for it, and a person is called', async () => {
    const { shop, order } = await mugIsHere();
    shop.shopify.unstock('MUG');
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
    shop.shopify.arrive('POT', 1);
    await shop.advance(HOURS(3));
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    expect(holdsOn(order)).toBe(1);
    expect(await attentionOf(shop, order)).toContain('no stock of 1 × MUG any more');
    expect(await attentionOf(shop, order)).not.toContain('POT');
  });

  it('it is stocked again: the order is charged, and nobody is called any more', async () => {
    const { shop, order } = await mugIsHere();
    shop.shopify.unstock('MUG');
    shop.shopify.arrive('POT', 1);
    await shop.advance(HOURS(3));
    shop.shopify.restock('MUG');
    await shop.advance(HOURS(1));
    expect(shop.shopify.takenOf(order.id).amount).toBe('54.50');
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('what was missing stays missing, and is told of as before', async () => {
    const { shop, order } = await mugIsHere();
    shop.shopify.unstock('POT');
    await shop.advance(DAYS(8));
    expect((await shop.caseOf(order.id))?.lines.map(({ units }) => units.short)).toEqual([0, 1]);
    expect(shop.steps(order.id)).toContain('follow-up');
  });
});
