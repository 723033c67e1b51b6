import { aShop, anOrder } from '../../support/builders';
import type { PlacedOrder } from '../../support/shop';
import type { Harness } from '../../support/harness';
import { brokenPromises, DAYS, eventsOf, HOURS, holdsOn } from '../../support/story';

/* A yes is to an amount. What would take another one needs another yes. */

/** The merchant goes through what waits for them, three hours running. */
async function saysYes(shop: Harness, order: PlacedOrder): Promise<void> {
  for (let i = 0; i < 3; i += 1) {
    await shop.advance(HOURS(1));
    await shop.approveAll(order.id);
  }
  await shop.advance(HOURS(1));
}

describe('a customer who agreed to be charged early', () => {
  async function agreedToOneMug() {
    const shop = await aShop().with({ beforeLapse: 'charge-if-agreed' }).opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG', 2, '20.00'));
    const [mugs] = order.lines;
    if (mugs === undefined) throw new Error('no line');
    await shop.advance(HOURS(1));
    shop.shopify.takeOff(order.id, mugs.id, 1);
    await shop.advance(DAYS(1));
    expect(await shop.agree(order.id, 'charge-early')).toEqual({ kind: 'done' });
    return { shop, order, mugs: mugs.id };
  }

  it('is charged that amount', async () => {
    const { shop, order } = await agreedToOneMug();
    await shop.until('2026-03-07 18:00');
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is not charged more when the order grows: the authorization is released, as without a yes', async () => {
    const { shop, order, mugs } = await agreedToOneMug();
    shop.shopify.addUnits(order.id, mugs, 1);
    await shop.until('2026-03-07 18:00');
    const events = await eventsOf(shop, order);
    expect(events.filter((event) => event.startsWith('captured'))).toEqual([]);
    expect(events).toContain('voided');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('can agree to the new amount, too', async () => {
    const { shop, order, mugs } = await agreedToOneMug();
    shop.shopify.addUnits(order.id, mugs, 1);
    await shop.advance(HOURS(1));
    expect(await shop.agree(order.id, 'charge-early')).toEqual({ kind: 'done' });
    await shop.until('2026-03-07 18:00');
    expect(await eventsOf(shop, order)).toContain('captured 40.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('a customer who agreed to one capture for the part that is here', () => {
  async function agreedToTheTea() {
    const shop = await aShop().with({ mode: 'ask' }).opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 1);
    const order = shop.place(
      anOrder().of('TEA', 1, '8.00').of('CUP', 1, '12.00').of('MUG', 1, '20.00'),
    );
    await saysYes(shop, order);
    expect(await shop.agree(order.id, 'part-first')).toEqual({ kind: 'done' });
    await shop.advance(HOURS(1));
    return { shop, order };
  }

  it('is charged that amount', async () => {
    const { shop, order } = await agreedToTheTea();
    await saysYes(shop, order);
    expect(await eventsOf(shop, order)).toContain('captured 8.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is not charged for a larger part that came before the merchant’s yes, and can agree to it', async () => {
    const { shop, order } = await agreedToTheTea();
    shop.shopify.arrive('CUP', 1);
    await saysYes(shop, order);
    const taken = async (): Promise<string[]> =>
      (await eventsOf(shop, order)).filter((event) => event.startsWith('captured'));
    expect(await taken()).toEqual([]);
    expect(holdsOn(order)).toBe(1);
    expect(await shop.agree(order.id, 'part-first')).toEqual({ kind: 'done' });
    await saysYes(shop, order);
    expect(await taken()).toEqual(['captured 20.00']);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
