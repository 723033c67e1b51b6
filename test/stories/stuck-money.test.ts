import { aShop, anOrder } from '../support/builders';
import { attentionOf, brokenPromises, DAYS, eventsOf, holdsOn, HOURS } from '../support/story';

async function someoneWaits(theirs = anOrder().of('MUG'), shopOf = aShop()) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.advance(HOURS(1));
  return { shop, order };
}

/** A capture of the order was refused. */
const REFUSED =
  'Capture 20.00 USD in Shopify, or ask the customer to pay another way: the order stays on hold until it is paid. Our last capture was refused: Shopify refuses.';

describe('the money cannot be taken', () => {
  it('since the capture is refused: the hold stays, a person is called, and their word lets it be tried anew', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.fault('capture', 'refused');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(2));
    expect(holdsOn(order)).toBe(1);
    expect(await attentionOf(shop, order)).toBe(REFUSED);
    await shop.settle(order.id);
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
  });

  it('and a person was called for something else before: they are called for the payment, too', async () => {
    const { shop, order } = await someoneWaits();
    await shop.giveDate(order.id, '2026-03-04');
    await shop.until('2026-03-04 20:00');
    const before = await attentionOf(shop, order);
    expect(before).toContain('date is passing');
    shop.shopify.fault('capture', 'refused');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toBe(`${REFUSED}\n${before}`);
  });

  it('the first time, when nothing was short: it is tried anew when goods that went missing since are there', async () => {
    const shop = await aShop().with({ captureClearOrders: true }).opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    shop.shopify.fault('capture', 'refused');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(1);
    shop.shopify.onHand('MUG', 1);
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
  });

  it('since the authorization has ended: nothing is captured or released before the customer has paid', async () => {
    const { shop, order } = await someoneWaits();
    await shop.advance(DAYS(8));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization', 'void']);
    expect(holdsOn(order)).toBe(1);
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
  });

  it('since the merchant voided it', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.voidByMerchant(order.id);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(1);
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
  });

  it('since the payment is disputed: everything freezes', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.dispute(order.id);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(
      (await eventsOf(shop, order)).filter((e) => e !== 'held' && e !== 'first-notice'),
    ).toEqual([]);
    expect(await attentionOf(shop, order)).toContain('disputed');
  });

  it('and the customer cancels while it is disputed: a person is called, whatever they were called for before', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.fault('capture', 'refused');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    shop.shopify.dispute(order.id);
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toMatch(
      /^The customer cancelled MUG, but the payment is disputed.*\nThe payment is disputed/s,
    );
    expect(order.cancelledAt).toBeNull();
    await shop.advance(DAYS(3));
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('and a person takes off what the customer is cancelling: they are called for the money; it goes back once the bank has decided', async () => {
    const { shop, order } = await someoneWaits(anOrder().of('MUG'), aShop().chargingAtCheckout());
    await shop.choose(order.id, 'cancel');
    shop.shopify.dispute(order.id);
    const [mug] = order.lines;
    if (mug) shop.shopify.takeOff(order.id, mug.id, 1);
    await shop.advance(DAYS(8));
    expect(await attentionOf(shop, order)).toMatch(
      /^The customer cancelled what they had paid 20\.00 USD for, but the payment is disputed/,
    );
    expect(await eventsOf(shop, order)).not.toContain('refunded 20.00');
    expect(await brokenPromises(shop)).toEqual([]);
    await shop.settle(order.id);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toBe('nothing');
    shop.shopify.endDispute(order.id);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('refunded 20.00');
  });

  it('since a person took it first: it is released and told without a second capture', async () => {
    const { shop, order } = await someoneWaits();
    const [authorization] = order.transactions;
    if (authorization) shop.shopify.captureByMerchant(order.id, authorization.amount);
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
  });
});

describe('the hold', () => {
  it('that somebody released is accepted, not fought', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.releaseByMerchant(order.id);
    await shop.advance(DAYS(5));
    expect(holdsOn(order)).toBe(0);
    expect((await eventsOf(shop, order)).filter((event) => event === 'held')).toHaveLength(1);
    expect((await shop.timeline(order.id)).map(({ kind }) => kind)).toContain(
      'hold-released-by-other',
    );
    expect(shop.steps(order.id)).toEqual(['first-notice', 'follow-up', 'money-notice']);
  });

  it('of somebody else is left where it is', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.holdByOther(order.id);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(order.fulfillmentOrders[0]?.holds.map(({ ours }) => ours)).toEqual([false]);
  });
});
