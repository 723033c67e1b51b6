import type { Case } from '../../app/domain/case';
import { releaseByHand } from '../../app/use-cases/hand-acts';
import { aShop, anOrder } from '../support/builders';
import type { PlacedOrder } from '../support/shop';
import type { Harness } from '../support/harness';
import { attentionOf, brokenPromises, DAYS, eventsOf, HOURS } from '../support/story';

/* Shopify merges a fulfillment order that is released with what is open at its location (recorded), so ids say nothing. */

const sendsParts = aShop().chargingAtCheckout().with({ partOrders: 'ready-first' });

const units = (order: PlacedOrder, held: boolean): number =>
  order.fulfillmentOrders
    .filter((fo) => fo.holds.length > 0 === held)
    .flatMap((fo) => [...fo.remaining.values()])
    .reduce((total, n) => total + n, 0);

const lettersGo = { person: 'Jo', why: 'They collect it today.' };
const releases = async (shop: Harness, order: PlacedOrder): Promise<number> =>
  (await eventsOf(shop, order)).filter((event) => event === 'released').length;

/** One of two mugs is here and paid: it is free, and the other is held. */
async function oneOfTwo() {
  const shop = await sendsParts.opens('2026-03-02 10:00');
  shop.shopify.onHand('MUG', 1);
  const order = shop.place(anOrder().of('MUG', 2));
  await shop.advance(HOURS(1));
  return { shop, order };
}

/** Both parts are held, the older by its own hold: what was free was lost from the shelf. */
async function bothHeld() {
  const { shop, order } = await oneOfTwo();
  shop.shopify.onHand('MUG', 0);
  await shop.advance(HOURS(1));
  expect(units(order, true)).toBe(2);
  return { shop, order };
}

describe('what somebody else released in Shopify', () => {
  it('stays free when Shopify merges it into an older part that we had let go', async () => {
    const { shop, order } = await bothHeld();
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    const [older, newer] = order.fulfillmentOrders;
    expect([older?.holds.length, newer?.holds.length]).toEqual([0, 1]);
    shop.shopify.releaseByMerchant(order.id);
    await shop.advance(DAYS(2));
    expect([units(order, false), units(order, true)]).toEqual([2, 0]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('frees no other unit that Shopify merged with it: that is held again once it is missing', async () => {
    const { shop, order } = await oneOfTwo();
    shop.shopify.releaseByMerchant(order.id);
    await shop.advance(HOURS(1));
    expect(units(order, false)).toBe(2);
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(1));
    expect([units(order, false), units(order, true)]).toEqual([1, 1]);
    await shop.advance(DAYS(1));
    expect([units(order, false), units(order, true)]).toEqual([1, 1]);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is over once it has left: what comes into the same fulfillment order later is held', async () => {
    const { shop, order } = await bothHeld();
    shop.shopify.releaseByMerchant(order.id);
    await shop.advance(HOURS(1));
    expect([units(order, false), units(order, true)]).toEqual([2, 0]);
    shop.shopify.onHand('MUG', 1);
    await shop.advance(HOURS(1));
    const [mug] = order.lines;
    if (mug) shop.shopify.fulfill(order.id, { lines: new Map([[mug.id, 1]]) });
    await shop.advance(HOURS(1));
    if (mug) shop.shopify.addUnits(order.id, mug.id, 1);
    await shop.advance(HOURS(1));
    expect([units(order, false), units(order, true)]).toEqual([1, 1]);
    shop.shopify.merge(order.id);
    await shop.advance(DAYS(1));
    expect([units(order, false), units(order, true)]).toEqual([1, 1]);
  });

  it('is no release of ours, and none of theirs, when a part is cancelled while it is on hold', async () => {
    const { shop, order } = await oneOfTwo();
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(2));
    expect((await shop.timeline(order.id)).map(({ kind }) => kind)).not.toContain(
      'hold-released-by-other',
    );
  });
});

describe('what a person here let go', () => {
  it('stays free when Shopify merges it into an older part', async () => {
    const { shop, order } = await bothHeld();
    await releaseByHand(shop.deps, shop.shopId, order.id, lettersGo);
    await shop.advance(DAYS(1));
    expect([units(order, false), units(order, true)]).toEqual([2, 0]);
    expect(order.fulfillmentOrders.map((fo) => [...fo.remaining.values()])).toEqual([[2], [0]]);
    expect(await brokenPromises(shop)).not.toContain('P6');
  });

  it('is that many units: one that is added to the order later is held', async () => {
    const { shop, order } = await bothHeld();
    await releaseByHand(shop.deps, shop.shopId, order.id, lettersGo);
    await shop.advance(HOURS(1));
    const [mug] = order.lines;
    if (mug) shop.shopify.addUnits(order.id, mug.id, 1);
    await shop.advance(HOURS(1));
    expect([units(order, false), units(order, true)]).toEqual([2, 1]);
    await shop.advance(DAYS(3));
    expect([units(order, false), units(order, true)]).toEqual([2, 1]);
  });

  it('is held while the customer wants it cancelled, and free again when they take that back', async () => {
    const { shop, order } = await bothHeld();
    await releaseByHand(shop.deps, shop.shopId, order.id, lettersGo);
    await shop.advance(HOURS(1));
    await shop.choose(order.id, 'cancel');
    await shop.advance(2 * 60_000);
    expect(units(order, true)).toBe(2);
    await shop.choose(order.id, 'undo');
    await shop.advance(HOURS(1));
    expect([units(order, false), units(order, true)]).toEqual([2, 0]);
  });
});

describe('an order of which a part may go first', () => {
  it('holds only what is missing from the start: what is missing is never open for a moment', async () => {
    const shop = await aShop().with({ partOrders: 'ready-first' }).opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(anOrder().of('MUG', 1).of('TEA', 1, '8.00').shippedFor('5.00'));
    await shop.advance(HOURS(1));
    expect(order.fulfillmentOrders.map((fo) => fo.holds.length)).toEqual([1, 1]);
    expect(await releases(shop, order)).toBe(0);
    await shop.agree(order.id, 'part-first');
    await shop.advance(HOURS(1));
    expect(await releases(shop, order)).toBe(1);
    const [missing, ready] = order.fulfillmentOrders;
    expect([missing?.holds.length, ready?.holds.length]).toEqual([1, 0]);
    expect([...(ready?.remaining.values() ?? [])]).toEqual([1]);
    expect((await eventsOf(shop, order)).filter((e) => /held|released|captured/.test(e))).toEqual([
      'held',
      'held',
      'captured 13.00',
      'released',
    ]);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('a row of an older version, which names fulfillment orders', () => {
  async function older(change: (id: string) => Partial<Case>) {
    const shop = await sendsParts.opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG', 2));
    await shop.advance(HOURS(1));
    const [fo] = order.fulfillmentOrders;
    const value = await shop.caseOf(order.id);
    if (value === null || fo === undefined) throw new Error('Nothing is held');
    const { parts: _parts, readyHeld: _ready, ...before } = value;
    await shop.store.transact(shop.shopId, { orders: [order.id] }, (tx) =>
      tx.saveCase({ ...before, ...change(fo.id) }),
    );
    return { shop, order };
  }

  it('lets go what a person had us release, and no more of it', async () => {
    const { shop, order } = await older((id) => ({ releasedByHand: [id] }));
    shop.hint({ kind: 'look-at-order', orderId: order.id });
    await shop.advance(HOURS(1));
    expect(units(order, false)).toBe(2);
    const value = await shop.caseOf(order.id);
    expect(value?.releasedByHand).toEqual([]);
    expect(value?.letGo).toMatchObject([{ units: 2, by: 'hand' }]);
    const [mug] = order.lines;
    if (mug) shop.shopify.addUnits(order.id, mug.id, 1);
    await shop.advance(HOURS(1));
    expect([units(order, false), units(order, true)]).toEqual([2, 1]);
  });

  it('leaves free what others had released', async () => {
    const { shop, order } = await older((id) => ({ releasedByOthers: [id] }));
    shop.shopify.releaseByMerchant(order.id);
    await shop.advance(HOURS(1));
    expect(units(order, false)).toBe(2);
    expect((await shop.caseOf(order.id))?.letGo).toMatchObject([{ units: 2, by: 'others' }]);
  });

  it('that knows nothing of the last look takes a hold that is gone for released by others', async () => {
    const { shop, order } = await older(() => ({}));
    shop.shopify.releaseByMerchant(order.id);
    await shop.advance(HOURS(1));
    expect(units(order, false)).toBe(2);
    expect((await shop.caseOf(order.id))?.letGo).toMatchObject([{ units: 2, by: 'others' }]);
  });
});
