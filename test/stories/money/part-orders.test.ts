import { answerChoice, viewChoice } from '../../../app/use-cases/choices';
import { aShop, anOrder } from '../../support/builders';
import { locationId } from '../../support/shop';
import { half } from '../../support/half-order';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  HOURS,
  holdsOn,
  linkOf,
  newestWords,
} from '../../support/story';

/* One line is here and the other is not. 20.00 + 1.60 tax for the mug that is missing, 8.00 + 0.64 for the tea, 5.00 shipping. */

async function halfIsHere(shopOf = aShop()) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  shop.shopify.onHand('TEA', 5);
  const order = shop.place(half);
  await shop.advance(HOURS(1));
  return { shop, order };
}

describe('an order of which a part is here', () => {
  it('waits as a whole by default', async () => {
    const { shop, order } = await halfIsHere();
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice']);
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
  });

  it('goes in parts where it is paid already and the shop sends parts', async () => {
    const { shop, order } = await halfIsHere(
      aShop().chargingAtCheckout().with({ partOrders: 'ready-first' }),
    );
    expect(holdsOn(order)).toBe(1);
    const [held] = order.fulfillmentOrders.filter((fo) => fo.holds.length > 0);
    expect([...(held?.remaining ?? [])].filter(([, n]) => n > 0)).toHaveLength(1);
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('that was charged for the part that is here sends it, also where the shop sends whole orders by now', async () => {
    const { shop, order } = await halfIsHere(aShop().onPlus().with({ partOrders: 'ready-first' }));
    expect(holdsOn(order)).toBe(1);
    await shop.change({ partOrders: 'hold-all' });
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toContain('captured 13.64');
    expect(holdsOn(order)).toBe(1);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is captured part by part where the authorization allows it: first what is here, with the shipping', async () => {
    const { shop, order } = await halfIsHere(aShop().onPlus().with({ partOrders: 'ready-first' }));
    expect((await eventsOf(shop, order)).filter((e) => e.startsWith('captured'))).toEqual([
      'captured 13.64',
    ]);
    expect(holdsOn(order)).toBe(1);
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toEqual(['held', 'captured 13.64', 'first-notice']);
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).filter((e) => e.startsWith('captured'))).toEqual([
      'captured 13.64',
      'captured 21.60',
    ]);
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is not sent in parts while the money of the part can’t be taken: a person is called', async () => {
    const shop = await aShop()
      .onPlus()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    const order = shop.place(half);
    await shop.advance(HOURS(1));
    shop.shopify.fault('capture', 'refused');
    shop.shopify.arrive('TEA', 1);
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice']);
    expect(shop.shopify.fulfill(order.id)).toBeNull();
    expect(await attentionOf(shop, order)).not.toBe('nothing');
  });

  it('is captured to the end though the call for a last part that costs less got lost', async () => {
    const shop = await aShop()
      .onPlus()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('POT', 1);
    const order = shop.place(anOrder().of('POT', 1, '50.00').of('CUP', 1, '10.00'));
    await shop.advance(HOURS(1));
    shop.shopify.fault('capture', 'lost-call');
    shop.shopify.arrive('CUP', 1);
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).filter((e) => e.startsWith('captured'))).toEqual([
      'captured 50.00',
      'captured 10.00',
    ]);
    // The free part is left to whoever packs it, for a working day at most.
    expect(holdsOn(order)).toBe(1);
    await shop.advance(DAYS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('with a single capture goes in parts on the customer’s recorded yes alone', async () => {
    const { shop, order } = await halfIsHere(aShop().with({ partOrders: 'ready-first' }));
    // What is missing, and what is here until it is paid, each by a hold of its own.
    expect(await eventsOf(shop, order)).toEqual(['held', 'held', 'first-notice']);
    expect(await shop.agree(order.id, 'part-first')).toEqual({ kind: 'done' });
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).filter((e) => e.startsWith('captured'))).toEqual([
      'captured 13.64',
    ]);
    expect(holdsOn(order)).toBe(1);
    expect((await shop.caseOf(order.id))?.agreements?.[0]?.words).toContain('$13.64');
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    // The rest of the authorization went with the single capture: it is paid by link.
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
    expect(newestWords(shop, order)).toContain('$21.60');
    shop.shopify.payByLink(order.id);
    await shop.advance(HOURS(2));
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('with two authorizations lets go of both by the one capture, so that one link pays for the rest', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 1);
    const order = shop.place(anOrder().of('MUG').of('TEA', 1, '8.00').upsold('POT', 1, '12.00'));
    await shop.advance(HOURS(1));
    await shop.agree(order.id, 'part-first');
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toContain('voided');
    shop.shopify.arrive('MUG', 1);
    shop.shopify.arrive('POT', 1);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(newestWords(shop, order)).toContain('Pay $32.00: https://');
    shop.shopify.payByLink(order.id);
    await shop.advance(HOURS(2));
    // The rest waits until the tea has left: Shopify would merge the two.
    expect(holdsOn(order)).toBe(1);
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('of which the part that is paid still lies there stays, when the rest is not paid for by the last day', async () => {
    const { shop, order } = await halfIsHere();
    await shop.agree(order.id, 'part-first');
    await shop.advance(DAYS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(40));
    const events = await eventsOf(shop, order);
    expect(events.filter((e) => /captured|refunded/.test(e))).toEqual(['captured 13.64']);
    expect(events).not.toContain('order-cancelled');
    const [mug, tea] = (await shop.caseOf(order.id))?.lines ?? [];
    expect(mug?.choice).toMatchObject({ kind: 'cancelled', by: 'rule' });
    expect(tea?.choice).toEqual({ kind: 'none' });
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(1));
    expect(shop.shopify.takenOf(order.id).amount).toBe('13.64');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('of which one unit of a line is paid, and the other is not by the last day: only that one is cancelled', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('MUG', 2).shippedFor('5.00'));
    await shop.advance(HOURS(1));
    await shop.agree(order.id, 'part-first');
    await shop.advance(DAYS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(40));
    const events = await eventsOf(shop, order);
    expect(events.filter((e) => /captured|refunded/.test(e))).toEqual(['captured 25.00']);
    expect(events).not.toContain('order-cancelled');
    expect(events.slice(-2)).toEqual(['line now 1', 'cancelled']);
    expect((await shop.caseOf(order.id))?.lines[0]?.choice).toEqual({ kind: 'none' });
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(1));
    expect((await shop.caseOf(order.id))?.closedAt).not.toBeNull();
    expect(shop.shopify.takenOf(order.id).amount).toBe('25.00');
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('of which the part that is paid still lies there: what is asked for, and may be cancelled, is the rest', async () => {
    const { shop, order } = await halfIsHere();
    await shop.agree(order.id, 'part-first');
    await shop.advance(DAYS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect(newestWords(shop, order)).toContain('the rest of your order #1001 has arrived');
    await shop.advance(DAYS(9));
    expect(shop.steps(order.id).at(-1)).toBe('payment-reminder');
    expect(newestWords(shop, order)).toContain('The rest of your order #1001 has arrived');
    expect(newestWords(shop, order)).toContain('we cancel the rest, and you owe nothing.');
    expect(newestWords(shop, order)).not.toContain('goes back');
  });

  it('whose price has changed since the customer opened the page is not charged on their yes', async () => {
    const { shop, order } = await halfIsHere(aShop().with({ partOrders: 'ready-first' }));
    const page = await viewChoice(shop.deps, linkOf(shop, order));
    const shown = page?.offers.partFirst?.amount.amount ?? 'nothing';
    expect(shown).toBe('13.64');
    const tea = order.lines.find((line) => line.sku === 'TEA');
    if (tea) shop.shopify.addUnits(order.id, tea.id, 1);
    await shop.advance(HOURS(1));
    const answer = { action: 'part-first', amount: shown } as const;
    expect((await answerChoice(shop.deps, linkOf(shop, order), answer)).kind).toBe('too-late');
    await shop.advance(HOURS(2));
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
  });

  it('is paid from the authorization that ends first: the other is there for the rest', async () => {
    const shop = await aShop()
      .onPlus()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('TEA'));
    await shop.until('2026-03-04 10:00');
    const [tea] = order.lines;
    if (tea) shop.shopify.addUnits(order.id, tea.id, 1);
    expect(shop.shopify.payByLink(order.id, 'authorization')).toBe(true);
    await shop.advance(HOURS(1));
    shop.shopify.arrive('TEA', 1);
    await shop.until('2026-03-08 10:00');
    shop.shopify.arrive('TEA', 1);
    await shop.advance(HOURS(2));
    expect((await eventsOf(shop, order)).filter((e) => e.startsWith('captured'))).toEqual([
      'captured 20.00',
      'captured 20.00',
    ]);
    expect(shop.steps(order.id)).not.toContain('payment-request');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('stays free, the part that went first, when more of the rest arrives', async () => {
    const shop = await aShop()
      .onPlus()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 1);
    const order = shop.place(half.of('CUP', 1, '10.00'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('CUP', 1);
    await shop.advance(HOURS(2));
    const units = (): number[][] =>
      [true, false].map((held) =>
        order.fulfillmentOrders
          .filter((fo) => fo.holds.length > 0 === held)
          .map((fo) => [...fo.remaining.values()].reduce((a, b) => a + b, 0))
          .filter((n) => n > 0),
      );
    // Not merged under whoever packs the first part; what came since goes a working day later, or when that has left.
    expect(units()).toEqual([[2], [1]]);
    await shop.advance(DAYS(1));
    expect(units()).toEqual([[1], [2]]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('whose customer asked for parts and then cancels the rest pays for what went alone', async () => {
    const { shop, order } = await halfIsHere(aShop());
    await shop.agree(order.id, 'part-first');
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    const [mug] = order.lines;
    await shop.choose(order.id, 'cancel', mug === undefined ? [] : [mug.id]);
    await shop.advance(HOURS(2));
    expect(shop.shopify.takenOf(order.id).amount).toBe('13.64');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('a part of a line whose price can’t be split evenly', () => {
  const oneOfThree = anOrder().of('MUG', 3, '400').discountedBy('100').shippedFor('500');

  it.each([
    ['USD', anOrder().of('MUG', 3, '4.00').discountedBy('1.00').shippedFor('5.00'), '8.66', null],
    ['USD', anOrder().of('MUG', 3, '4.00').discountedBy('1.00').shippedFor('5.00'), '8.66', 'T1'],
    ['JPY', oneOfThree, '866', null],
    ['JPY', oneOfThree, '866', 'T1'],
  ])(
    'leaves nothing to be paid when the rest is cancelled, not to the last unit of %s',
    async (currency, theirs, price, trackingNumber) => {
      const shop = await aShop().on({ currency }).opens('2026-03-02 10:00');
      shop.shopify.onHand('MUG', 1);
      const order = shop.place(theirs);
      await shop.advance(HOURS(1));
      await shop.agree(order.id, 'part-first');
      await shop.advance(HOURS(1));
      shop.shopify.fulfill(order.id, { trackingNumber });
      await shop.advance(HOURS(1));
      await shop.choose(order.id, 'cancel');
      await shop.advance(DAYS(2));
      expect(shop.shopify.takenOf(order.id).amount).toBe(price);
      expect(shop.steps(order.id)).not.toContain('payment-request');
      expect(await attentionOf(shop, order)).toBe('nothing');
      expect(await brokenPromises(shop)).toEqual([]);
    },
  );
});

describe('found by histories of random shops', () => {
  it('in mode ask the yes to a release is no yes to a hold days later, when what was there is gone', async () => {
    const shop = await aShop()
      .onPlus()
      .with({ mode: 'ask', partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    const saysYes = async (): Promise<void> => {
      for (let i = 0; i < 3; i += 1) {
        await shop.advance(HOURS(1));
        await shop.approveAll(order.id);
      }
      await shop.advance(HOURS(1));
    };
    await saysYes();
    shop.shopify.arrive('MUG', 1);
    await saysYes();
    expect(holdsOn(order)).toBe(0);
    await shop.advance(DAYS(1));
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(2));
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
    await saysYes();
    expect(await eventsOf(shop, order)).toContain('held');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('in mode ask the yes to the release of a part is the yes to the hold on the rest: nothing is free meanwhile', async () => {
    const shop = await aShop()
      .asking()
      .chargingAtCheckout()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG', 3));
    await shop.advance(HOURS(1));
    await shop.approveAll(order.id);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(1);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    await shop.approveAll(order.id);
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(-2)).toEqual(['released', 'held']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('at a feed’s location a unit that has left takes what it was given with it, and is not charged twice', async () => {
    const shop = await aShop()
      .onPlus()
      .with({ partOrders: 'ready-first', feedLocations: [locationId('depot')] })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('TIN', 1, 'depot');
    const order = shop.place(anOrder().of('TIN', 3, '10.00', 'depot'));
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(2));
    expect((await eventsOf(shop, order)).filter((e) => e.startsWith('captured'))).toEqual([
      'captured 10.00',
    ]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('what a third party keeps though it is not there may leave any day: a part goes once that is paid for, too', async () => {
    const shop = await aShop()
      .with({ partOrders: 'ready-first', captureClearOrders: true })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('POT', 1);
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('POT', 1, '50.00').of('MUG', 1, '20.00'));
    await shop.advance(HOURS(1));
    shop.shopify.thirdPartyAccepts(order.id);
    for (const { id, sku } of order.lines)
      if (sku === 'MUG') shop.shopify.addUnits(order.id, id, 1);
    await shop.advance(HOURS(1));
    shop.shopify.thirdPartyAnswers(order.id, 'rejected');
    shop.shopify.onHand('POT', 0);
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    const planned = (await shop.timeline(order.id)).flatMap(({ kind, detail }) =>
      kind === 'effect-planned' ? [String(detail['intent'])] : [],
    );
    expect(planned.filter((intent) => /^(hold|release)-/.test(intent))).toHaveLength(1);
    expect(holdsOn(order)).toBe(1);
    shop.shopify.arrive('POT', 1);
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
    expect(newestWords(shop, order)).toContain('$20.00');
    shop.shopify.payByLink(order.id);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('a part is let go also while a third party keeps what is not there', async () => {
    const shop = await aShop()
      .chargingAtCheckout()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    shop.shopify.onHand('POT', 1);
    const order = shop.place(anOrder().of('POT', 1, '50.00').of('MUG', 1, '20.00'));
    await shop.advance(HOURS(1));
    shop.shopify.thirdPartyAccepts(order.id);
    shop.shopify.onHand('POT', 0);
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
    shop.shopify.thirdPartyAnswers(order.id, 'accepted');
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(1);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
