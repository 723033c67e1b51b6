import { panelCase } from '../../../app/use-cases/panel-case';
import type { ShopSetup } from '../../support/shop';
import type { PlacedOrder } from '../../support/shop';
import type { Harness } from '../../support/harness';
import { aShop, anOrder } from '../../support/builders';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  holdsOn,
  HOURS,
  newestWords,
} from '../../support/story';

/*
 * An authorization that is over by our reckoning while Shopify still shows it as capturable. Shopify Payments keeps it for
 * 7 days, by our table; here the provider keeps it for 12, or Shopify shows it for longer than the provider keeps it.
 */

const LIVES_ON = anOrder().of('MUG').like({ authorizationDays: 12 });
const SHOWN_FOR_LONGER: Partial<ShopSetup> = { showsEndedForMs: DAYS(30) };

/** The release before its end came to nothing, for want of a yes: the order waits, and the authorization is late. */
async function nobodySaidYes(shopOf = aShop(), theirs = LIVES_ON) {
  const shop = await shopOf.asking().opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.advance(HOURS(1));
  await shop.approveAll(order.id);
  await shop.until('2026-03-10 09:00');
  return { shop, order };
}

/** The shop asks no more, and the goods come. */
async function goodsCome(shopOf = aShop(), theirs = LIVES_ON) {
  const { shop, order } = await nobodySaidYes(shopOf, theirs);
  shop.shopify.arrive('MUG', 1);
  await shop.advance(HOURS(1));
  await shop.approveAll(order.id);
  await shop.change({ mode: 'automatic' });
  await shop.advance(HOURS(2));
  return { shop, order };
}

describe('an authorization that lives on after the end that we count on', () => {
  it('is captured when the goods are here: nobody is asked to pay', async () => {
    const { shop, order } = await goodsCome();
    const events = await eventsOf(shop, order);
    expect(events.slice(-3)).toEqual(['captured 20.00', 'released', 'ready']);
    expect(shop.steps(order.id)).not.toContain('payment-request');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('also where Shopify is to capture it as the goods are fulfilled: they are not sent on its strength', async () => {
    const { shop, order } = await goodsCome(
      aShop().capturingOnFulfillment().with({ captureMethod: 'on-fulfillment' }),
    );
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is captured for what the order costs now, and no more', async () => {
    const { shop, order } = await nobodySaidYes(
      aShop(),
      anOrder().of('MUG').of('TEA', 1, '8.00').like({ authorizationDays: 12 }),
    );
    const [, tea] = order.lines;
    if (tea) shop.shopify.takeOff(order.id, tea.id, 1);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is not said to have run out, to anybody, and the customer is not told to pay later', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(LIVES_ON);
    shop.shopify.fault('void', 'refused');
    await shop.until('2026-03-11 12:00');
    await shop.giveDate(order.id, '2026-03-20');
    await shop.advance(DAYS(1));
    expect(shop.steps(order.id).at(-1)).toBe('new-date');
    expect(newestWords(shop, order)).toContain('that amount is set aside, and not taken');
    expect(newestWords(shop, order)).not.toMatch(/run out|link to pay/);
    expect(shop.steps(order.id)).not.toContain('money-notice');
    const told = (await shop.timeline(order.id)).map(({ kind }) => kind);
    expect(told).not.toContain('authorization-ended');
    const money = (await panelCase(shop.deps, shop.shopId, order.id))?.money;
    expect(money?.sentence).toContain('Shopify still shows it');
    expect(JSON.stringify(money)).not.toMatch(/lapsed|expired/i);
  });

  it('is voided while the goods are still missing, once the shop lets us, and the customer is told then', async () => {
    const { shop, order } = await nobodySaidYes();
    await shop.change({ mode: 'automatic' });
    await shop.advance(DAYS(1));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'voided',
      'follow-up',
      'money-notice',
    ]);
    expect(newestWords(shop, order)).toContain('has been released');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is captured in a shop that takes its clear orders’ money, too', async () => {
    const shop = await aShop().with({ captureClearOrders: true }).opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 5);
    await shop.change({ paused: true });
    const order = shop.place(LIVES_ON);
    await shop.until('2026-03-10 09:00');
    await shop.change({ paused: false });
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).toEqual(['captured 20.00']);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('an authorization that Shopify shows for longer than its provider keeps it', () => {
  const slow = () => aShop().on(SHOWN_FOR_LONGER);
  const theirs = anOrder().of('MUG');

  it('is tried once, then voided, and only then the customer is asked to pay', async () => {
    const { shop, order } = await goodsCome(slow(), theirs);
    const tried = (await shop.history()).facts.filter(
      (fact) => fact.kind === 'tried' && fact.effect === 'capture',
    );
    expect(tried).toMatchObject([{ outcome: 'refused' }]);
    const events = await eventsOf(shop, order);
    expect(events.slice(-2)).toEqual(['voided', 'payment-request']);
    expect(newestWords(shop, order)).toContain(shop.shopify.paymentUrl(order.id) ?? 'no page');
    expect(holdsOn(order)).toBe(1);
    expect(await attentionOf(shop, order)).toBe('nothing');
    shop.shopify.payByLink(order.id);
    await shop.advance(HOURS(2));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual(['paid 20.00', 'released', 'ready']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('no payment terms are made meanwhile: Shopify would refuse them as paid in full', async () => {
    const { shop, order } = await goodsCome(
      slow().payableBy('terms').with({ usePaymentTerms: true }),
      theirs,
    );
    const asked = (await shop.history()).facts.flatMap((fact) =>
      fact.kind === 'tried' && fact.effect !== 'message' ? [`${fact.effect} ${fact.outcome}`] : [],
    );
    expect(asked.slice(-3)).toEqual(['capture refused', 'void done', 'ask-for-payment done']);
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
  });

  it('where it can’t be voided, a person is called, and nobody is asked to pay', async () => {
    const { shop, order } = await nobodySaidYes(slow(), theirs);
    shop.shopify.fault('void', 'refused');
    shop.shopify.arrive('MUG', 1);
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(3));
    expect(shop.steps(order.id)).not.toContain('payment-request');
    expect(await attentionOf(shop, order)).toContain('Void the authorization in Shopify');
    expect(await attentionOf(shop, order)).toContain('no page to pay');
    shop.shopify.voidByMerchant(order.id);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('once Shopify shows it as expired, nothing has to be voided: the customer is asked to pay', async () => {
    const { shop, order } = await nobodySaidYes(aShop().on({ showsEndedForMs: DAYS(2) }), theirs);
    shop.shopify.fault('void', 'refused');
    shop.shopify.arrive('MUG', 1);
    await shop.change({ mode: 'automatic' });
    await shop.until('2026-03-11 09:00');
    shop.shopify.heal();
    await shop.until('2026-03-13 09:00');
    expect(await eventsOf(shop, order)).toContain('lapsed');
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
  });

  it('a capture that is refused as expired before the end that we count on ends it as well', async () => {
    const shop = await aShop().on(SHOWN_FOR_LONGER).opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').like({ authorizationDays: 1 }));
    await shop.until('2026-03-04 10:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect((await eventsOf(shop, order)).slice(-2)).toEqual(['voided', 'payment-request']);
    expect(await attentionOf(shop, order)).toBe('nothing');
  });
});

describe('an order that Shopify shows as expired', () => {
  it('has nothing set aside any more, whatever the calendar says: the customer is told', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').like({ authorizationDays: 2 }));
    await shop.until('2026-03-04 11:00');
    shop.hint({ kind: 'look-at-order', orderId: order.id });
    await shop.advance(DAYS(1));
    expect((await eventsOf(shop, order)).slice(-2)).toEqual(['lapsed', 'money-notice']);
    expect(newestWords(shop, order)).toContain('has run out');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    const events = await eventsOf(shop, order);
    expect(events.at(-1)).toBe('payment-request');
    expect((await shop.intents(order.id)).map(({ effect }) => effect.kind)).not.toContain(
      'capture',
    );
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('what was told as run out is not taken', () => {
  /** Shopify shows it as expired, the customer is told, and the goods come. */
  async function toldAndHere() {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(LIVES_ON);
    await shop.advance(HOURS(1));
    shop.shopify.showsExpired(order.id, true);
    await shop.advance(HOURS(4));
    expect(newestWords(shop, order)).toContain('has run out');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(4));
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
    return { shop, order };
  }

  /** As messages were kept before it was noted of which authorizations they spoke. */
  async function forgetWhatWasNoted(shop: Harness, order: PlacedOrder) {
    await shop.store.transact(shop.shopId, { orders: [order.id] }, async (tx) => {
      const value = await tx.loadCase(order.id);
      if (value === null) throw new Error('no case');
      const said = value.said.map(({ released: _released, ...each }) => each);
      await tx.saveCase({ ...value, said });
    });
  }

  it('though Shopify shows it as capturable again: it is voided, and the customer pays by the link', async () => {
    const { shop, order } = await toldAndHere();
    shop.shopify.showsExpired(order.id, false);
    await shop.advance(HOURS(4));
    const events = await eventsOf(shop, order);
    expect(events).not.toContain('captured 20.00');
    expect(events.at(-1)).toBe('voided');
    expect(shop.shopify.payByLink(order.id)).toBe(true);
    await shop.advance(HOURS(2));
    expect((await eventsOf(shop, order)).slice(-2)).toEqual(['paid 20.00', 'released']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('nor by a message that did not note of what it spoke', async () => {
    const { shop, order } = await toldAndHere();
    await forgetWhatWasNoted(shop, order);
    shop.shopify.showsExpired(order.id, false);
    await shop.advance(HOURS(4));
    const events = await eventsOf(shop, order);
    expect(events).not.toContain('captured 20.00');
    expect(events.at(-1)).toBe('voided');
  });
});

describe('an extended authorization after its standard time', () => {
  const longer = anOrder().of('MUG').withLongAuthorization();

  it('is not captured where the shop has not accepted the fee: it is voided, and paid by link', async () => {
    const { shop, order } = await goodsCome(aShop().onPlus(), longer);
    const events = await eventsOf(shop, order);
    expect(events).not.toContain('captured 20.00');
    expect(events.slice(-2)).toEqual(['voided', 'payment-request']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is captured where the shop has accepted it', async () => {
    const { shop, order } = await goodsCome(
      aShop().onPlus().with({ useExtendedAuthorizations: true }),
      longer,
    );
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('of which a part was captured can’t be voided: a person is called', async () => {
    const shop = await aShop()
      .onPlus()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 1);
    const order = shop.place(anOrder().of('MUG').of('TEA', 1, '8.00').withLongAuthorization());
    await shop.until('2026-03-11 09:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).not.toContain('captured 20.00');
    expect(await attentionOf(shop, order)).toContain('costs a fee');
    await shop.change({ useExtendedAuthorizations: true });
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect(await attentionOf(shop, order)).toBe('nothing');
  });
});
