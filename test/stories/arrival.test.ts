import { aShop, ANNA, anOrder, BEN } from '../support/builders';
import {
  brokenPromises,
  DAYS,
  eventsOf,
  holdsOn,
  HOURS,
  lettersOf,
  MINUTES,
  newestWords,
} from '../support/story';

async function someoneWaits(theirs = anOrder().of('MUG'), shopOf = aShop()) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.advance(HOURS(1));
  return { shop, order };
}

describe('goods arrive', () => {
  it('for two who wait: each lot goes to whoever ordered first', async () => {
    const { shop, order: older } = await someoneWaits(anOrder().of('MUG', 2).from(ANNA));
    const younger = shop.place(anOrder().of('MUG').from(BEN));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect([holdsOn(older), holdsOn(younger)]).toEqual([1, 1]);
    expect((await shop.caseOf(older.id))?.lines[0]?.units).toMatchObject({ ready: 1, short: 1 });
    expect((await shop.caseOf(younger.id))?.lines[0]?.units).toMatchObject({ short: 1 });
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect([holdsOn(older), holdsOn(younger)]).toEqual([0, 1]);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(holdsOn(younger)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('for one line of two: the order waits as a whole, and its follow-up says what has come', async () => {
    const { shop, order } = await someoneWaits(anOrder().of('MUG').of('CUP'));
    shop.shopify.arrive('CUP', 1);
    await shop.advance(DAYS(3));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice', 'follow-up']);
    expect(newestWords(shop, order)).toMatch(/CUP[\s\S]*MUG|MUG[\s\S]*CUP/);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(3)).toEqual(['captured 40.00', 'released', 'ready']);
  });

  it('at night: captured and released at once, told in the morning', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-03 23:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(MINUTES(10));
    expect(holdsOn(order)).toBe(0);
    await shop.advance(HOURS(12));
    expect(lettersOf(shop, order).at(-1)).toBe('Wed 08:00 ready');
  });

  it('at night, and the payment is disputed before the morning: that it ships next is said when it does', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-02 22:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    shop.shopify.dispute(order.id);
    await shop.until('2026-03-03 12:00');
    expect(shop.steps(order.id)).toEqual(['first-notice']);
    shop.shopify.endDispute(order.id);
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'ready']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('at night, and the order grows before the morning: its customer is asked to pay, not told that it ships', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-02 22:00');
    shop.shopify.arrive('MUG', 2);
    await shop.advance(HOURS(1));
    const [line] = order.lines;
    if (line !== undefined) shop.shopify.addUnits(order.id, line.id, 1);
    await shop.until('2026-03-03 12:00');
    expect(shop.steps(order.id)).toEqual(['first-notice', 'payment-request']);
    expect(holdsOn(order)).toBe(1);
  });

  it('and are lost again before they shipped: the order is held, and its customer told, anew', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'ready', 'first-notice']);
    expect(holdsOn(order)).toBe(1);
    expect(newestWords(shop, order)).not.toMatch(/not (been )?charged/);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id).at(-1)).toBe('ready');
    expect(order.transactions.filter((t) => t.kind === 'capture')).toHaveLength(1);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('in a shop that charged at checkout: released and told, and no money moves', async () => {
    const { shop, order } = await someoneWaits(anOrder().of('MUG'), aShop().chargingAtCheckout());
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice', 'released', 'ready']);
  });

  it('for what a gift card paid in part: only the rest is captured', async () => {
    const { shop, order } = await someoneWaits(anOrder().of('MUG').like({ giftCard: '5.00' }));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('captured 15.00');
  });
});

describe('a parcel', () => {
  it('is packed, then shipped; Shopify tells of it, and we are silent', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id, { trackingNumber: 'T1' });
    await shop.advance(HOURS(1));
    expect((await shop.caseOf(order.id))?.lines[0]?.units).toMatchObject({ packed: 1 });
    shop.shopify.carrierTakes(order.id);
    await shop.advance(DAYS(10));
    const value = await shop.caseOf(order.id);
    expect(value?.lines[0]?.units).toMatchObject({ shipped: 1 });
    expect(value?.closedAt).not.toBeNull();
    expect(shop.steps(order.id)).toEqual(['first-notice', 'ready']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is told by Holdfast where it is set so, with its number, once', async () => {
    const { shop, order } = await someoneWaits(
      anOrder().of('MUG'),
      aShop().with({ shippingToldBy: 'holdfast' }),
    );
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id, { trackingNumber: 'T1', notify: false });
    await shop.advance(HOURS(1));
    shop.shopify.carrierTakes(order.id);
    await shop.advance(DAYS(10));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'ready', 'shipped']);
    expect(newestWords(shop, order)).toContain('T1');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('that is unpacked again is ready once more', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id, { trackingNumber: 'T1' });
    await shop.advance(HOURS(1));
    shop.shopify.unpack(order.id);
    await shop.advance(DAYS(1));
    expect((await shop.caseOf(order.id))?.lines[0]?.units).toMatchObject({ ready: 1 });
    expect(shop.steps(order.id)).toEqual(['first-notice', 'ready']);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
