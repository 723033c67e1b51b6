import { money } from '../../../app/domain/money';
import { aShop, anOrder } from '../../support/builders';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  HOURS,
  holdsOn,
  newestWords,
} from '../../support/story';

/* A person, Flow or another app acts on the same order: accepted, recorded, neither repeated nor undone. */

async function someoneWaits(theirs = anOrder().of('MUG'), shopOf = aShop()) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.advance(HOURS(1));
  return { shop, order };
}

const recorded = async ({ shop, order }: Awaited<ReturnType<typeof someoneWaits>>) =>
  (await shop.timeline(order.id)).filter(({ kind }) => kind === 'money-moved-by-other');

describe('what others do with the money', () => {
  it('a capture is recorded once, and not repeated when the goods come', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.captureByMerchant(order.id, money('20.00', 'USD'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    const events = await eventsOf(shop, order);
    expect(events.filter((event) => event.startsWith('captured'))).toEqual(['captured 20.00']);
    expect(holdsOn(order)).toBe(0);
    expect(await recorded({ shop, order })).toHaveLength(1);
  });

  it('our own capture is not taken for somebody else’s', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect(await recorded({ shop, order })).toEqual([]);
  });

  it('a capture of a part leaves the rest to be paid; nothing is captured on a spent authorization', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.captureByMerchant(order.id, money('5.00', 'USD'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
    shop.shopify.payByLink(order.id);
    await shop.advance(HOURS(2));
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('a capture for good on Plus leaves nothing set aside: no word says so, and its end is no news', async () => {
    const { shop, order } = await someoneWaits(anOrder().of('MUG'), aShop().onPlus());
    shop.shopify.captureByMerchant(order.id, money('5.00', 'USD'));
    await shop.advance(DAYS(6));
    expect(shop.steps(order.id).at(-1)).toBe('follow-up');
    expect(newestWords(shop, order)).not.toMatch('set aside, and not taken');
    await shop.advance(DAYS(2));
    // Any change of the order is looked at.
    shop.shopify.openReturn(order.id);
    await shop.advance(DAYS(6));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'follow-up', 'follow-up']);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('a refund by the merchant of a line that they took off is not given a second time', async () => {
    const { shop, order } = await someoneWaits(
      anOrder().of('MUG').of('CUP'),
      aShop().chargingAtCheckout(),
    );
    const [mug] = order.lines;
    if (mug) shop.shopify.takeOff(order.id, mug.id, 1);
    shop.shopify.refundByMerchant(order.id, money('20.00', 'USD'));
    await shop.advance(DAYS(1));
    expect((await eventsOf(shop, order)).filter((e) => e.startsWith('refunded'))).toEqual([
      'refunded 20.00',
    ]);
  });

  it('two authorizations are captured one after the other, each once', async () => {
    const { shop, order } = await someoneWaits(anOrder().of('MUG').upsold('CUP', 1, '8.00'));
    shop.shopify.arrive('MUG', 1);
    shop.shopify.arrive('CUP', 1);
    await shop.advance(HOURS(2));
    expect(
      (await eventsOf(shop, order)).filter((e) => e.startsWith('captured')).toSorted(),
    ).toEqual(['captured 20.00', 'captured 8.00']);
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('goods that a third party ships', () => {
  it('and has accepted already: it is asked to give them back, then they are held', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.thirdPartyAccepts(order.id);
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('cancellation-requested');
    expect(holdsOn(order)).toBe(0);
    shop.shopify.thirdPartyAnswers(order.id, 'accepted');
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(1);
    expect(
      (await eventsOf(shop, order)).filter((e) => e === 'cancellation-requested'),
    ).toHaveLength(1);
  });

  it('and does not give back: a person is called', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.thirdPartyAccepts(order.id);
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(1));
    shop.shopify.thirdPartyAnswers(order.id, 'rejected');
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toContain('did not give it back');
    await shop.advance(DAYS(2));
    await shop.reconcile();
    expect(
      (await eventsOf(shop, order)).filter((e) => e === 'cancellation-requested'),
    ).toHaveLength(1);
  });
});

describe('the hold follows the goods', () => {
  it('when the fulfillment order is split, merged or moved', async () => {
    const { shop, order } = await someoneWaits(anOrder().of('MUG', 2));
    const [fo] = order.fulfillmentOrders;
    if (fo) shop.shopify.split(order.id, fo.id, new Map(order.lines.map((line) => [line.id, 1])));
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(
      order.fulfillmentOrders.filter((f) => [...f.remaining.values()].some((n) => n > 0)).length,
    );
    shop.shopify.merge(order.id);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBeGreaterThan(0);
  });
});

describe('an order whose webhooks were all lost', () => {
  it('is found when the shop’s changes are gone through', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.loseWebhooks(true);
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(2));
    expect(holdsOn(order)).toBe(0);
    await shop.reconcile();
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(1);
    expect(shop.steps(order.id)).toEqual(['first-notice']);
  });
});
