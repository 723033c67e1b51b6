import { releaseByHand } from '../../../app/use-cases/hand-acts';
import { aShop, anOrder } from '../../support/builders';
import type { PlacedOrder } from '../../support/shop';
import { half } from '../../support/half-order';
import { attentionOf, brokenPromises, DAYS, HOURS, holdsOn } from '../../support/story';

/*
 * A part that is paid and free is being packed when the rest arrives. Shopify would merge the two as soon as the rest is
 * released, and the number that the packer goes by would be gone.
 */

const sendsParts = aShop().chargingAtCheckout().with({ partOrders: 'ready-first' });

const units = (order: PlacedOrder): number[][] =>
  order.fulfillmentOrders.map((fo) => [...fo.remaining.values()]);
const numberOf = (order: PlacedOrder, at: number): string =>
  order.fulfillmentOrders[at]?.id.split('/').at(-1) ?? 'none';

/** The tea is here and free; the mug is held, the older of the two fulfillment orders. */
async function teaIsFree(shopOf = sendsParts, opens = '2026-03-02 10:00') {
  const shop = await shopOf.opens(opens);
  shop.shopify.onHand('TEA', 5);
  const order = shop.place(half);
  await shop.advance(HOURS(1));
  expect(units(order)).toEqual([[1], [1]]);
  expect(order.fulfillmentOrders.map((fo) => fo.holds.length)).toEqual([1, 0]);
  return { shop, order };
}

describe('the rest of an order whose first part is free and has not left', () => {
  it('waits until that part has left, and goes then', async () => {
    const { shop, order } = await teaIsFree();
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(3));
    expect(units(order)).toEqual([[1], [1]]);
    expect(holdsOn(order)).toBe(1);
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(units(order)).toEqual([[1], [0]]);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('waits no longer than one working day: then it goes, and the packer is told what came to it', async () => {
    const { shop, order } = await teaIsFree();
    shop.shopify.arrive('MUG', 1);
    await shop.until('2026-03-03 10:55');
    expect(holdsOn(order)).toBe(1);
    await shop.until('2026-03-03 11:10');
    expect(holdsOn(order)).toBe(0);
    const call = await attentionOf(shop, order);
    expect(call).toContain('1 × MUG came to the part');
    expect(call).toContain(`Its number is now ${numberOf(order, 0)}`);
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('waits over the weekend, and a person is called for paid goods that are on hold for a day', async () => {
    const { shop, order } = await teaIsFree(sendsParts, '2026-03-06 10:00');
    shop.shopify.arrive('MUG', 1);
    await shop.until('2026-03-07 10:50');
    expect(await attentionOf(shop, order)).toBe('nothing');
    await shop.until('2026-03-07 11:10');
    expect(await attentionOf(shop, order)).toContain('1 × MUG is here and paid');
    expect(await attentionOf(shop, order)).toContain('until Mon 9 Mar, 11:00 at the latest');
    await shop.until('2026-03-09 11:10');
    expect(holdsOn(order)).toBe(0);
    expect(await attentionOf(shop, order)).not.toContain('is here and paid');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('doesn’t wait once its date has passed', async () => {
    const { shop, order } = await teaIsFree();
    const [mug] = order.lines;
    await shop.giveDate(order.id, '2026-03-03', mug ? [mug.id] : []);
    await shop.until('2026-03-04 10:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await attentionOf(shop, order)).toContain('1 × MUG came to the part');
  });

  it('waits to the end of its date, and not beyond it', async () => {
    const { shop, order } = await teaIsFree();
    const [mug] = order.lines;
    await shop.giveDate(order.id, '2026-03-03', mug ? [mug.id] : []);
    await shop.until('2026-03-03 15:00');
    shop.shopify.arrive('MUG', 1);
    await shop.until('2026-03-03 23:50');
    expect(holdsOn(order)).toBe(1);
    await shop.until('2026-03-04 00:10');
    expect(holdsOn(order)).toBe(0);
  });

  it('doesn’t wait where the shop wants no waiting', async () => {
    const { shop, order } = await teaIsFree(sendsParts.with({ restWaitsDays: 0 }));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await attentionOf(shop, order)).toContain('1 × MUG came to the part');
  });

  it('doesn’t wait when a person lets it go, and the packer is told', async () => {
    const { shop, order } = await teaIsFree();
    const by = { person: 'Jo', why: 'They collect it.' };
    await releaseByHand(shop.deps, shop.shopId, order.id, by);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await attentionOf(shop, order)).toContain('1 × MUG came to the part');
  });

  it('doesn’t wait for a part at another location: Shopify merges no two of those', async () => {
    const shop = await sendsParts.opens('2026-03-02 10:00');
    shop.shopify.onHand('TIN', 1, 'depot');
    const order = shop.place(anOrder().of('MUG').of('TIN', 1, '10.00', 'depot'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('waits with what has come of it, and what is missing of it is held anew', async () => {
    const shop = await sendsParts.opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('MUG', 3));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect(units(order)).toEqual([[2], [1]]);
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    expect(units(order)).toEqual([[1], [0], [1]]);
    expect(holdsOn(order)).toBe(1);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('came in part to the free one after a day: the call names that, and what is missing is held anew', async () => {
    const shop = await sendsParts.opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('MUG', 3));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(2));
    expect(units(order)).toEqual([[1], [0], [2]]);
    const call = await attentionOf(shop, order);
    expect(call).toContain('1 × MUG came to the part');
    expect(call).toContain(`Its number is now ${numberOf(order, 2)}`);
    expect(call).not.toContain('could be shipped');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('an order whose parts become free together', () => {
  it('waits for none of them: nobody has begun to pack', async () => {
    const shop = await aShop().with({ partOrders: 'ready-first' }).opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(half);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(2);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('a part that is released so that the rest is held anew', () => {
  it('calls a person where the missing units are still open a little later', async () => {
    const shop = await sendsParts.opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG', 2));
    await shop.advance(HOURS(1));
    for (let i = 0; i < 99; i += 1) shop.shopify.fault('hold', 'unreachable');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await attentionOf(shop, order)).toContain('1 × MUG is not here, and could be shipped');
    shop.shopify.heal();
    await shop.advance(HOURS(2));
    expect(holdsOn(order)).toBe(1);
    expect(await attentionOf(shop, order)).toBe('nothing');
  });
});
