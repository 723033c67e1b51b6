import { aShop, ANNA, anOrder, BEN } from '../support/builders';
import { locationId } from '../support/shop';
import { brokenPromises, DAYS, eventsOf, HOURS, MINUTES } from '../support/story';

async function someoneWaits(theirs = anOrder().of('MUG'), shopOf = aShop()) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.advance(HOURS(1));
  return { shop, order };
}

describe('a number in stock', () => {
  it('that a feed writes ends no shortage, however high', async () => {
    const { shop, order } = await someoneWaits(
      anOrder().of('MUG'),
      aShop().with({ feedLocations: [locationId('house')] }),
    );
    shop.shopify.feed('MUG', 50);
    await shop.advance(DAYS(3));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice', 'follow-up']);
  });

  it('that a feed writes counts for a line that was taken off whole and put back later: it is ordered anew', async () => {
    const { shop, order } = await someoneWaits(
      anOrder().of('MUG'),
      aShop().with({ feedLocations: [locationId('house')] }),
    );
    const [line] = order.lines;
    if (line) shop.shopify.takeOff(order.id, line.id, 1);
    shop.shopify.feed('MUG', 50);
    await shop.advance(HOURS(1));
    if (line) shop.shopify.addUnits(order.id, line.id, 1);
    await shop.advance(DAYS(3));
    expect((await shop.caseOf(order.id))?.lines[0]?.units).toMatchObject({ clear: 1, short: 0 });
    expect(shop.steps(order.id)).toEqual(['first-notice', 'payment-request']);
  });

  it('that a feed lowers begins one', async () => {
    const shop = await aShop()
      .with({ feedLocations: [locationId('house')] })
      .opens('2026-03-02 10:00');
    shop.shopify.feed('MUG', 3);
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    expect(shop.letters()).toEqual([]);
    shop.shopify.feed('MUG', -1);
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice']);
  });

  it('is of no use where it is committed to those who came before', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 2);
    shop.place(anOrder().of('MUG', 2).from(BEN));
    await shop.advance(HOURS(1));
    const order = shop.place(anOrder().of('MUG').from(ANNA));
    await shop.advance(HOURS(1));
    expect(shop.shopify.stock('MUG').onHand).toBe(2);
    expect(shop.steps(order.id)).toEqual(['first-notice']);
    expect(shop.letters()).toHaveLength(1);
  });

  it('does not count what is damaged or set aside', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    shop.shopify.setAside('MUG', 1);
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice']);
    shop.shopify.setAside('MUG', 0);
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'ready']);
  });

  it('at another location than the one that ships it is of no use', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 5, 'depot');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice']);
  });

  it('that sinks hits the youngest order first', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 2);
    const older = shop.place(anOrder().of('MUG').from(BEN));
    await shop.advance(HOURS(1));
    const younger = shop.place(anOrder().of('MUG').from(ANNA));
    await shop.advance(HOURS(1));
    shop.shopify.onHand('MUG', 1);
    await shop.advance(HOURS(1));
    expect(shop.steps(older.id)).toEqual([]);
    expect(shop.steps(younger.id)).toEqual(['first-notice']);
  });

  it('that comes back for an order of which we have not heard yet is not given to who waits, be it that a part of theirs has just left', async () => {
    const shop = await aShop()
      .chargingAtCheckout()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    const older = shop.place(anOrder().of('MUG').from(BEN));
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(older.id);
    const younger = shop.place(anOrder().of('MUG', 3).from(ANNA));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 2);
    await shop.advance(HOURS(1));
    shop.loseWebhooks(true);
    shop.shopify.unpack(older.id);
    shop.loseWebhooks(false);
    shop.shopify.fulfill(younger.id);
    await shop.advance(MINUTES(10));
    expect((await shop.caseOf(younger.id))?.lines[0]?.units).toMatchObject({
      shipped: 2,
      short: 1,
    });
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('that may be an older order’s, of which we have not heard yet, is charged to nobody until it is known whose it is', async () => {
    const shop = await aShop().with({ captureClearOrders: true }).opens('2026-03-02 10:00');
    await shop.reconcile();
    shop.shopify.onHand('MUG', 1);
    shop.loseWebhooks(true);
    const older = shop.place(anOrder().of('MUG').from(BEN));
    await shop.advance(MINUTES(5));
    shop.loseWebhooks(false);
    const younger = shop.place(anOrder().of('MUG').from(ANNA));
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, older)).toEqual(['captured 20.00']);
    expect(await eventsOf(shop, younger)).toEqual(['held', 'first-notice']);
  });

  it('that an older order has come to need is charged to nobody later, when the news of both come at once', async () => {
    const shop = await aShop().with({ captureClearOrders: true }).opens('2026-03-02 10:00');
    await shop.reconcile();
    shop.shopify.onHand('MUG', 2);
    const older = shop.place(anOrder().of('MUG').from(BEN));
    const younger = shop.place(anOrder().of('MUG').from(ANNA).paidBy('klarna'));
    await shop.advance(MINUTES(1));
    shop.loseWebhooks(true);
    await shop.advance(MINUTES(5));
    for (const line of older.lines) shop.shopify.addUnits(older.id, line.id, 1);
    shop.loseWebhooks(false);
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, younger)).toEqual(['held', 'first-notice']);
  });

  it('that is here is charged, also while older orders wait for a location that Shopify never gives them', async () => {
    const shop = await aShop().with({ captureClearOrders: true }).opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 9);
    shop.place(anOrder().of('MUG').from(BEN).like({ routedAfterMs: null }));
    await shop.advance(MINUTES(1));
    const order = shop.place(anOrder().of('MUG').from(ANNA));
    await shop.advance(MINUTES(5));
    expect(await eventsOf(shop, order)).toEqual(['captured 20.00']);
  });

  it('that is committed to something that we never hear of is charged once we have looked for it', async () => {
    const shop = await aShop().with({ captureClearOrders: true }).opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    const hidden = shop.place(anOrder().of('MUG').from(BEN));
    shop.shopify.erase(hidden.id);
    const order = shop.place(anOrder().of('MUG').from(ANNA));
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual([]);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(['captured 20.00']);
  });

  it('frees up for those who wait when another order is cancelled', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    const clear = shop.place(anOrder().of('MUG').from(BEN));
    await shop.advance(HOURS(1));
    const waits = shop.place(anOrder().of('MUG').from(ANNA));
    await shop.advance(HOURS(1));
    shop.shopify.cancelByMerchant(clear.id);
    await shop.advance(HOURS(1));
    expect(shop.steps(waits.id)).toEqual(['first-notice', 'ready']);
    expect(shop.steps(clear.id)).toEqual([]);
  });
});
