import { aShop, anOrder } from '../support/builders';
import { half } from '../support/half-order';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  holdsOn,
  HOURS,
  MINUTES,
  newestWords,
} from '../support/story';

describe('a shop that was watching', () => {
  it('tells those who wait when it turns automatic, holds and later captures once', async () => {
    const shop = await aShop().watching().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(DAYS(4));
    expect(await eventsOf(shop, order)).toEqual([]);
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice']);
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(2)).toEqual(['captured 20.00', 'released', 'ready']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('sends nothing about goods that came while it watched, but takes their money and lets them go once it is taken', async () => {
    const shop = await aShop().watching().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(DAYS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    await shop.change({ mode: 'automatic' });
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toEqual(['held', 'captured 20.00', 'released']);
  });

  it.each([
    ['moved', '2026-03-20', 'now expected to ship by Friday, March 20 (before: Thursday, March 5)'],
    ['passed', null, 'no new date yet (before: Thursday, March 5)'],
  ])(
    'tells who went by a date that %s while it watched that it does not hold',
    async (_, day, words) => {
      const shop = await aShop().opens('2026-03-02 10:00');
      const order = shop.place(anOrder().of('MUG'));
      await shop.advance(HOURS(1));
      await shop.giveDate(order.id, '2026-03-05');
      await shop.advance(HOURS(1));
      await shop.change({ mode: 'watch' });
      if (day !== null) await shop.giveDate(order.id, day);
      await shop.until('2026-03-06 10:00');
      await shop.change({ mode: 'automatic' });
      await shop.advance(HOURS(1));
      expect(shop.steps(order.id)).toEqual(['first-notice', 'new-date', 'new-date']);
      expect(newestWords(shop, order)).toContain('The date that we gave you');
      expect(newestWords(shop, order)).toContain(words);
    },
  );

  it('notes once that it would have asked for the payment, and asks when it turns automatic', async () => {
    const shop = await aShop().watching().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-12 10:00');
    shop.shopify.arrive('MUG', 1);
    for (let day = 1; day <= 3; day++) {
      await shop.advance(DAYS(1));
      shop.hint({ kind: 'look-at-order', orderId: order.id });
    }
    await shop.advance(HOURS(1));
    const said = (await shop.caseOf(order.id))?.said ?? [];
    expect(said.filter(({ step }) => step === 'payment-request')).toHaveLength(1);
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id)).toEqual(['payment-request']);
  });

  it('tells the date that was given while it watched to those who had been told before', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await shop.change({ mode: 'watch' });
    await shop.giveDate(order.id, '2026-03-20');
    await shop.advance(DAYS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice']);
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'new-date']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('hears first of the delay, not that a date has passed which nobody told them', async () => {
    const shop = await aShop().watching().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await shop.giveDate(order.id, '2026-03-05');
    await shop.advance(HOURS(1));
    await shop.change({ paused: true });
    await shop.until('2026-03-05 18:30');
    await shop.change({ paused: false });
    await shop.change({ mode: 'automatic' });
    await shop.until('2026-03-06 09:00');
    expect(shop.steps(order.id)).toEqual(['first-notice']);
    expect(newestWords(shop, order)).not.toContain('The date that we gave you');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('tells of each parcel, also of one that leaves after it has watched again', async () => {
    const shop = await aShop()
      .watching()
      .with({ shippingToldBy: 'holdfast' })
      .opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    const ships = async (): Promise<void> => {
      shop.shopify.releaseByMerchant(order.id);
      shop.shopify.fulfill(order.id, { notify: false });
      await shop.advance(HOURS(1));
    };
    const anotherMug = async (): Promise<void> => {
      for (const { id } of order.lines) shop.shopify.addUnits(order.id, id, 1);
      await shop.advance(MINUTES(1 / 3));
    };
    await shop.advance(HOURS(1));
    await ships();
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(1));
    await anotherMug();
    await ships();
    expect(shop.steps(order.id)).toEqual(['shipped']);
    await shop.change({ mode: 'watch' });
    await anotherMug();
    await shop.advance(HOURS(1));
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(1));
    await ships();
    expect(shop.steps(order.id)).toEqual(['shipped', 'shipped']);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('a shop that is asked', () => {
  it('says yes to each effect, and each then happens once', async () => {
    const shop = await aShop().asking().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    expect(await shop.approveAll(order.id)).toBe(2);
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    for (let i = 0; i < 4; i += 1) {
      await shop.advance(HOURS(1));
      await shop.approveAll(order.id);
    }
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toEqual([
      'held',
      'first-notice',
      'captured 20.00',
      'released',
      'ready',
    ]);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('asks for nothing more once the order is over', async () => {
    const shop = await aShop().asking().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe('Something waits for your yes.');
    shop.shopify.cancelByMerchant(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await shop.approveAll(order.id)).toBe(0);
  });

  it('never says yes: nothing leaves, and what waits is no longer asked when the goods came meanwhile', async () => {
    const shop = await aShop().asking().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(3));
    await shop.approveAll(order.id);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(['held', 'captured 20.00']);
  });

  it('is no longer asked once it is automatic, and nothing seems to wait for a yes', async () => {
    const shop = await aShop().asking().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice']);
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('still has the customer without an address on the list of calls after its yes to the hold', async () => {
    const shop = await aShop().asking().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').from(null));
    await shop.advance(HOURS(1));
    await shop.approveAll(order.id);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(1);
    expect(await attentionOf(shop, order)).toContain('call the customer');
  });

  it('is asked for a cancellation, too, and the goods stay held meanwhile', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await shop.change({ mode: 'ask' });
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(5));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(5));
    expect([order.cancelledAt, holdsOn(order)]).toEqual([null, 1]);
    expect(await attentionOf(shop, order)).toContain('waits for your yes');
    await shop.approveAll(order.id);
    await shop.advance(HOURS(1));
    expect(order.cancelledAt).not.toBeNull();
  });
});

describe('a shop that pauses everything', () => {
  it('sends and moves nothing, and goes on from there when the pause is lifted', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await shop.change({ paused: true });
    await shop.choose(order.id, 'cancel');
    await shop.advance(DAYS(2));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice']);
    await shop.change({ paused: false });
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(2)).toEqual([
      'voided',
      'order-cancelled',
      'cancelled',
    ]);
  });

  it('may stay paused past the follow-up: one goes out when it is lifted, not a heap', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await shop.change({ paused: true });
    await shop.advance(DAYS(20));
    await shop.change({ paused: false });
    await shop.advance(DAYS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'money-notice']);
  });

  it('names no date that went by in the pause, and calls a person for another one', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    await shop.change({ paused: true });
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await shop.giveDate(order.id, '2026-03-05');
    await shop.until('2026-03-06 10:00');
    await shop.change({ paused: false });
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice']);
    expect(newestWords(shop, order)).not.toContain('March 5');
    expect(await attentionOf(shop, order)).toContain('set a new date');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('an effect whose end is not known when the mode is changed', () => {
  it.each(['pending', 'lost-call', 'lost-answer'] as const)(
    'is not tried again at once: the call may still be under way (%s)',
    async (fault) => {
      const shop = await aShop()
        .onPlus()
        .with({ partOrders: 'ready-first' })
        .opens('2026-03-02 10:00');
      const order = shop.place(half);
      await shop.advance(HOURS(1));
      shop.shopify.fault('capture', fault);
      shop.shopify.arrive('TEA', 1);
      const isTried = async () =>
        (await shop.intents(order.id)).some(({ status }) => status === 'unclear');
      for (let i = 0; i < 600 && !(await isTried()); i += 1) await shop.advance(1_000);
      const at = shop.now();
      await shop.change({ paused: true });
      await shop.change({ paused: false });
      await shop.advance(HOURS(2));
      const tries = (await shop.history()).facts.filter(
        (fact) => fact.kind === 'tried' && fact.effect === 'capture' && fact.at > at,
      );
      expect(tries.every((fact) => fact.at.getTime() >= at.getTime() + MINUTES(1))).toBe(true);
      expect(shop.shopify.takenOf(order.id).amount).toBe('13.64');
      expect(await brokenPromises(shop)).toEqual([]);
    },
  );
});
