import { DAY, HOUR, MINUTE } from '../../app/domain/calendar';
import type { Acted } from '../../app/domain/panel-view';
import {
  cancelForCustomer,
  captureNow,
  releaseByHand,
  takeCancelBack,
} from '../../app/use-cases/hand-acts';
import { changeSettings, settleAttention } from '../../app/use-cases/merchant-acts';
import { sendLater, sendNow, skipStep } from '../../app/use-cases/step-acts';
import { aShop, anOrder } from '../support/builders';
import { type Harness, SHOP } from '../support/harness';
import type { PlacedOrder } from '../support/shop';
import { attentionOf, brokenPromises, eventsOf, holdsOn, lettersOf } from '../support/story';

const JO = { person: 'Jo' };
const WHY = { ...JO, why: 'Goes with the fair’s display piece.' };
const words = (acted: Acted): string => (acted.kind === 'refused' ? acted.reason : 'done');

const waiting = async (shopOf = aShop(), orderOf = anOrder().of('MUG')) => {
  const shop = await shopOf.opens('2026-03-02 12:00');
  const order = shop.place(orderOf);
  await shop.advance(HOUR);
  return { shop, order };
};
const signedIn = async (shop: Harness, order: PlacedOrder, kind: string) =>
  (await shop.timeline(order.id)).find((entry) => entry.kind === kind)?.detail;

describe('the next message', () => {
  const next = (key: string) => ({ ...JO, key });

  it('goes out now when a person says so, once, and the one after it is planned from there', async () => {
    const { shop, order } = await waiting();
    await shop.until('2026-03-03 14:00');
    // when
    expect(words(await sendNow(shop.deps, SHOP, order.id, next('follow-up-1')))).toBe('done');
    await shop.until('2026-03-05 12:00');
    // then
    expect(lettersOf(shop, order)).toEqual(['Mon 12:02 first-notice', 'Tue 14:00 follow-up']);
    expect(await signedIn(shop, order, 'step-moved')).toMatchObject({ person: 'Jo' });
  });

  it('does not go out now an hour after the last one: that would be noise', async () => {
    const { shop, order } = await waiting();
    const acted = await sendNow(shop.deps, SHOP, order.id, next('follow-up-1'));
    expect(words(acted)).toContain('heard from you less than 20 hours ago');
    expect(lettersOf(shop, order)).toHaveLength(1);
  });

  it('does not go out now in the customer’s night', async () => {
    const { shop, order } = await waiting();
    await shop.until('2026-03-03 23:00');
    const acted = await sendNow(shop.deps, SHOP, order.id, next('follow-up-1'));
    expect(words(acted)).toContain('It is night where the customer lives');
    expect(words(acted)).toContain('Wed 4 Mar, 08:00');
  });

  it('that a date has passed neither goes out nor is left out before its day', async () => {
    const { shop, order } = await waiting();
    await shop.giveDate(order.id, '2026-03-06');
    await shop.until('2026-03-05 10:00');
    const told = { ...next('date-passed-1'), told: 'On the phone.' };
    for (const acted of [
      await sendNow(shop.deps, SHOP, order.id, next('date-passed-1')),
      await skipStep(shop.deps, SHOP, order.id, told),
    ])
      expect(words(acted)).toContain('has not passed');
    await shop.until('2026-03-06 10:00');
    expect(words(await sendNow(shop.deps, SHOP, order.id, next('date-passed-1')))).toBe('done');
    await shop.until('2026-03-07 09:00');
    expect(lettersOf(shop, order).slice(2)).toEqual(['Fri 10:00 date-passed']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('goes out later when a person says so', async () => {
    const { shop, order } = await waiting();
    const by = { ...next('follow-up-1'), time: '2026-03-06T09:30' };
    expect(words(await sendLater(shop.deps, SHOP, order.id, by))).toBe('done');
    await shop.until('2026-03-06 12:00');
    expect(lettersOf(shop, order)).toEqual(['Mon 12:02 first-notice', 'Fri 09:30 follow-up']);
  });

  it.each([
    ['2026-03-06T13:00', 'promised this message by Fri 6 Mar, 12:0'],
    ['2026-03-05T23:30', 'would be night'],
    ['2026-03-03T09:00', 'after the planned one'],
    ['someday', 'Choose a day and a time'],
  ])('but not at %s: %s', async (time, reason) => {
    const { shop, order } = await waiting();
    const acted = await sendLater(shop.deps, SHOP, order.id, { ...next('follow-up-1'), time });
    expect(words(acted)).toContain(reason);
    await shop.advance(30 * DAY);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('a first notice cannot be put off beyond its day', async () => {
    const { shop, order } = await waiting(aShop().asking());
    const by = { ...next('first-notice-1'), time: '2026-03-03T10:00' };
    expect(words(await sendLater(shop.deps, SHOP, order.id, by))).toContain(
      'promised this message by Mon 2 Mar, 23:59',
    );
  });

  it('that a date slips cannot be put off beyond the old date', async () => {
    const { shop, order } = await waiting();
    await shop.giveDate(order.id, '2026-03-05');
    await shop.advance(HOUR);
    await shop.until('2026-03-04 22:00');
    await shop.giveDate(order.id, '2026-03-20');
    const by = { ...next('new-date-2'), time: '2026-03-06T10:00' };
    const acted = await sendLater(shop.deps, SHOP, order.id, by);
    expect(words(acted)).toContain('promised this message by Thu 5 Mar, 23:59');
  });

  it('is left out only if the customer was told otherwise, and how is on record', async () => {
    const { shop, order } = await waiting(aShop(), anOrder().of('MUG').paidBy('paypal'));
    const by = { ...next('follow-up-1'), told: ' ' };
    expect(words(await skipStep(shop.deps, SHOP, order.id, by))).toContain(
      'The customer is promised this message',
    );
    // when
    await shop.until('2026-03-04 10:00');
    const told = { ...by, told: 'I called Anna: she waits.' };
    expect(words(await skipStep(shop.deps, SHOP, order.id, told))).toBe('done');
    await shop.until('2026-03-09 12:00');
    // then
    expect(lettersOf(shop, order)).toHaveLength(1);
    expect(await signedIn(shop, order, 'step-skipped')).toMatchObject({
      person: 'Jo',
      told: 'I called Anna: she waits.',
    });
    await shop.until('2026-03-11 12:00');
    expect(lettersOf(shop, order)).toEqual(['Mon 12:02 first-notice', 'Tue 11:00 follow-up']);
  });

  it('is not moved by one who saw another', async () => {
    const { shop, order } = await waiting();
    const acted = await sendNow(shop.deps, SHOP, order.id, next('follow-up-2'));
    expect(words(acted)).toBe('That is no longer what happens next.');
  });

  it('waits for a yes in mode ask, and is put aside when it is skipped', async () => {
    const { shop, order } = await waiting(aShop().asking());
    const by = { ...next('first-notice-1'), told: 'told at the counter' };
    expect(words(await skipStep(shop.deps, SHOP, order.id, by))).toBe('done');
    await shop.approveAll(order.id);
    await shop.advance(HOUR);
    expect(lettersOf(shop, order)).toEqual([]);
    expect(holdsOn(order)).toBe(1);
  });
});

describe('a person releases the hold by hand', () => {
  it('before the goods are there: it is recorded, stays released, and nothing is charged', async () => {
    const { shop, order } = await waiting();
    expect(words(await releaseByHand(shop.deps, SHOP, order.id, WHY))).toBe('done');
    await shop.advance(2 * DAY);
    // then
    expect(holdsOn(order)).toBe(0);
    expect(await eventsOf(shop, order)).not.toContainEqual(expect.stringContaining('captured'));
    expect(await signedIn(shop, order, 'hold-released-by-hand')).toMatchObject(WHY);
    // and when the goods come the money is taken as ever
    shop.shopify.arrive('MUG', 5);
    await shop.advance(HOUR);
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    // and the checkers, who know nothing of the person's reason, object to the release alone
    expect(await brokenPromises(shop)).toEqual([expect.stringContaining('P10: was given units')]);
  });

  it('not without a reason: others may wait longer', async () => {
    const { shop, order } = await waiting();
    const acted = await releaseByHand(shop.deps, SHOP, order.id, { ...JO, why: ' ' });
    expect(words(acted)).toContain('Write down why');
    await shop.advance(HOUR);
    expect(holdsOn(order)).toBe(1);
  });

  it('needs no second yes in mode ask', async () => {
    const { shop, order } = await waiting(aShop().asking());
    await shop.approveAll(order.id);
    await shop.advance(HOUR);
    expect(holdsOn(order)).toBe(1);
    await releaseByHand(shop.deps, SHOP, order.id, WHY);
    await shop.advance(HOUR);
    expect(holdsOn(order)).toBe(0);
  });

  it('but not while the customer’s cancellation runs; and a later one holds it again', async () => {
    const { shop, order } = await waiting();
    await shop.choose(order.id, 'cancel');
    expect(words(await releaseByHand(shop.deps, SHOP, order.id, WHY))).toContain('under way');
    await shop.choose(order.id, 'undo');
    await releaseByHand(shop.deps, SHOP, order.id, WHY);
    await shop.advance(HOUR);
    expect(holdsOn(order)).toBe(0);
    // when
    await shop.choose(order.id, 'cancel');
    await shop.advance(5 * MINUTE);
    expect(holdsOn(order)).toBe(1);
  });

  it.each([
    ['a shop that only watches', aShop().watching(), 'only watches'],
    ['a shop that is paused', aShop({}, { paused: true }), 'paused'],
  ])('but not in %s', async (_where, shopOf, reason) => {
    const { shop, order } = await waiting(shopOf);
    expect(words(await releaseByHand(shop.deps, SHOP, order.id, WHY))).toContain(reason);
    expect(words(await captureNow(shop.deps, SHOP, order.id, JO))).toContain(reason);
  });
});

describe('a person takes the money by hand', () => {
  it('not before the goods are there', async () => {
    const { shop, order } = await waiting(aShop(), anOrder().of('MUG', 2));
    expect(words(await captureNow(shop.deps, SHOP, order.id, JO))).toBe(
      '2 units are not here yet: nothing is captured before that.',
    );
    await releaseByHand(shop.deps, SHOP, order.id, WHY);
    await shop.advance(HOUR);
    expect(words(await captureNow(shop.deps, SHOP, order.id, JO))).toContain('not here yet');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOUR);
    expect(words(await captureNow(shop.deps, SHOP, order.id, JO))).toContain('1 unit is not here');
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
  });

  it('again after Shopify had refused it, and only once', async () => {
    const { shop, order } = await waiting();
    shop.shopify.fault('capture', 'refused');
    shop.shopify.arrive('MUG', 5);
    await shop.advance(HOUR);
    expect(await attentionOf(shop, order)).not.toBe('nothing');
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    // when
    expect(words(await captureNow(shop.deps, SHOP, order.id, JO))).toBe('done');
    expect(words(await captureNow(shop.deps, SHOP, order.id, JO))).toContain('moving already');
    await shop.advance(HOUR);
    // then
    expect(shop.shopify.takenOf(order.id).amount).toBe('20.00');
    expect(words(await captureNow(shop.deps, SHOP, order.id, JO))).toBe(
      'All of it is charged already.',
    );
    expect(await signedIn(shop, order, 'effect-approved')).toMatchObject({ person: 'Jo' });
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('which is the yes to what waited for one', async () => {
    const { shop, order } = await waiting(aShop().asking());
    await shop.approveAll(order.id);
    shop.shopify.arrive('MUG', 5);
    await shop.advance(HOUR);
    await captureNow(shop.deps, SHOP, order.id, JO);
    await shop.advance(HOUR);
    expect(shop.shopify.takenOf(order.id).amount).toBe('20.00');
  });
});

describe('a person cancels for the customer', () => {
  it('one line: it can be taken back, else it runs, and the customer gets a confirmation', async () => {
    const { shop, order } = await waiting(aShop(), anOrder().of('MUG').of('POT'));
    const [mug, pot] = order.lines;
    if (!mug || !pot) throw new Error('no lines');
    const lines = { ...JO, lineIds: [mug.id] };
    await cancelForCustomer(shop.deps, SHOP, order.id, lines);
    await shop.advance(5 * MINUTE);
    expect(words(await takeCancelBack(shop.deps, SHOP, order.id, lines))).toBe('done');
    await shop.advance(HOUR);
    expect(mug.current).toBe(1);
    // when
    await cancelForCustomer(shop.deps, SHOP, order.id, lines);
    await shop.advance(HOUR);
    // then
    expect([mug.current, pot.current]).toEqual([0, 1]);
    expect(shop.steps()).toEqual(['first-notice', 'cancelled']);
    expect(words(await takeCancelBack(shop.deps, SHOP, order.id, lines))).toContain('too late');
    expect(await signedIn(shop, order, 'cancel-undone')).toMatchObject({ person: 'Jo' });
  });

  it('the whole order: the authorization is let go', async () => {
    const { shop, order } = await waiting();
    await cancelForCustomer(shop.deps, SHOP, order.id, { ...JO, lineIds: [] });
    await shop.advance(HOUR);
    expect(order.cancelledAt).not.toBeNull();
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization', 'void']);
  });
});

describe('two people at once', () => {
  it('on one order: the slower one is told, and nothing of theirs is done', async () => {
    const { shop, order } = await waiting();
    const seen = (await shop.caseOf(order.id))?.version;
    await shop.giveDate(order.id, '2026-03-20');
    const acted = await cancelForCustomer(shop.deps, SHOP, order.id, { ...JO, seen, lineIds: [] });
    expect(words(acted)).toContain('changed since you opened it');
    expect(words(await settleAttention(shop.deps, SHOP, order.id, { seen }))).toContain('changed');
    await shop.advance(HOUR);
    expect(order.cancelledAt).toBeNull();
  });

  it('on the settings: the slower one is told, and the first one’s change stays', async () => {
    const { shop } = await waiting();
    const settings = async () => (await shop.store.read(SHOP, (tx) => tx.loadShop()))?.settings;
    const seen = (await settings())?.version;
    const change = (followUpDays: number) =>
      changeSettings(shop.deps, SHOP, { followUpDays }, seen);
    const both = await Promise.all([change(3), change(9)]);
    expect(both.map(words).toSorted()).toEqual([expect.stringContaining('not saved'), 'done']);
    expect((await settings())?.followUpDays).toBe(3);
  });
});

describe('the money that is held', () => {
  it('is remembered with the day on which it lapses, until it is taken', async () => {
    const { shop, order } = await waiting();
    const held = async () => (await shop.caseOf(order.id))?.heldMoney;
    expect(await held()).toEqual({
      amount: '20.00',
      currencyCode: 'USD',
      lapsesAt: new Date(order.placedAt.getTime() + 7 * DAY),
    });
    shop.shopify.arrive('MUG', 5);
    await shop.advance(HOUR);
    expect(await held()).toBeNull();
  });
});
