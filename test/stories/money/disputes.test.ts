import { addMs } from '../../../app/domain/calendar';
import { aShop } from '../../support/builders';
import type { PlacedOrder } from '../../support/shop';
import type { Harness } from '../../support/harness';
import { half } from '../../support/half-order';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  HOURS,
  MINUTES,
  newestWords,
} from '../../support/story';

/* While the bank decides about a payment nothing moves, and a person hears of it once. */

async function placed(shopOf = aShop().chargingAtCheckout()) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  shop.shopify.onHand('TEA', 5);
  const order = shop.place(half);
  await shop.advance(HOURS(1));
  const mug = order.lines.slice(0, 1).map(({ id }) => id);
  return { shop, order, mug };
}

/** The tea is charged and gone, the mug is here, and its customer was asked to pay for it. */
async function askedForTheMug() {
  const played = await placed(aShop().with({ partOrders: 'ready-first' }));
  const { shop, order } = played;
  await shop.agree(order.id, 'part-first');
  await shop.advance(HOURS(1));
  shop.shopify.fulfill(order.id);
  shop.shopify.arrive('MUG', 1);
  await shop.advance(DAYS(1));
  expect(newestWords(shop, order)).toContain('Pay $21.60');
  return played;
}

const reminders = (shop: Harness, order: PlacedOrder): number =>
  shop.steps(order.id).filter((step) => step === 'payment-reminder').length;

const remindersPlanned = async (shop: Harness, order: PlacedOrder) =>
  (await shop.intents(order.id)).filter(({ effect }) =>
    effect.target.startsWith('payment-reminder'),
  );

describe('a person is called for a dispute', () => {
  it('once: what they have seen to does not come back', async () => {
    const { shop, order } = await placed();
    shop.shopify.dispute(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toContain('The payment is disputed');
    await shop.settle(order.id);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('beside what they were called for before', async () => {
    const { shop, order } = await placed();
    await shop.giveDate(order.id, '2026-03-04');
    await shop.until('2026-03-04 20:00');
    const before = await attentionOf(shop, order);
    shop.shopify.dispute(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toMatch(/^The payment is disputed/);
    expect(await attentionOf(shop, order)).toContain(before);
  });

  it('and for a cancellation that meets it, once more', async () => {
    const { shop, order, mug } = await placed();
    shop.shopify.dispute(order.id);
    await shop.advance(HOURS(1));
    await shop.settle(order.id);
    await shop.choose(order.id, 'cancel', mug);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toContain('The customer cancelled');
    await shop.settle(order.id);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('until it is won: then what was cancelled goes back by itself, and no call asks for it', async () => {
    const { shop, order, mug } = await placed();
    shop.shopify.dispute(order.id);
    await shop.choose(order.id, 'cancel', mug);
    await shop.advance(HOURS(1));
    shop.shopify.endDispute(order.id);
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).toContain('refunded 21.60');
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('and no longer for a refund that was late: the bank may give it back', async () => {
    const { shop, order, mug } = await placed(aShop().asking().chargingAtCheckout());
    await shop.approveAll(order.id);
    await shop.until('2026-03-03 12:00');
    await shop.approveAll(order.id);
    await shop.choose(order.id, 'cancel', mug);
    await shop.until('2026-03-11 00:30');
    expect(await attentionOf(shop, order)).toContain('Refund 21.60');
    shop.shopify.dispute(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).not.toContain('Refund 21.60');
  });

  it('not for what ended by our rule, unpaid: no customer cancelled it', async () => {
    const { shop, order } = await askedForTheMug();
    await shop.until('2026-03-12 22:00');
    await shop.change({ paused: true });
    await shop.advance(DAYS(9));
    shop.shopify.dispute(order.id);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).not.toContain('The customer cancelled');
  });
});

describe('a customer who was asked to pay for the rest', () => {
  it('is reminded of nothing while a payment is disputed', async () => {
    const { shop, order } = await askedForTheMug();
    shop.shopify.dispute(order.id);
    const before = shop.letters(order.id).length;
    await shop.advance(DAYS(12));
    expect(shop.letters(order.id)).toHaveLength(before);
    expect(await remindersPlanned(shop, order)).toEqual([]);
  });

  it('is not reminded either where Shopify’s news of the dispute were lost', async () => {
    const undisputed = await askedForTheMug();
    while (reminders(undisputed.shop, undisputed.order) < 1)
      await undisputed.shop.advance(HOURS(1));
    const reminded = undisputed.shop.letters(undisputed.order.id).at(-1)?.at ?? new Date(0);
    const { shop, order } = await askedForTheMug();
    await shop.advanceTo(addMs(reminded, -MINUTES(5)));
    shop.loseWebhooks(true);
    shop.shopify.dispute(order.id);
    await shop.advance(DAYS(1));
    expect(reminders(shop, order)).toBe(0);
  });

  it('and was reminded as often as they should be has their days anew, too', async () => {
    const { shop, order } = await askedForTheMug();
    while (reminders(shop, order) < 2) await shop.advance(HOURS(6));
    shop.shopify.dispute(order.id);
    await shop.advance(DAYS(5));
    shop.shopify.endDispute(order.id);
    await shop.advance(DAYS(1));
    expect(order.lines[0]?.current).toBe(1);
    await shop.advance(DAYS(12));
    expect(reminders(shop, order)).toBe(4);
    expect(order.lines[0]?.current).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('has their days anew when it is won: nothing is cancelled at once', async () => {
    const { shop, order } = await askedForTheMug();
    shop.shopify.dispute(order.id);
    await shop.until('2026-03-20 12:00');
    shop.shopify.endDispute(order.id);
    await shop.advance(DAYS(1));
    expect(order.lines[0]?.current).toBe(1);
    await shop.advance(DAYS(12));
    expect(reminders(shop, order)).toBe(2);
    expect(order.lines[0]?.current).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('may pay meanwhile: the rest goes when it is won', async () => {
    const { shop, order } = await askedForTheMug();
    shop.shopify.dispute(order.id);
    await shop.advance(HOURS(1));
    shop.shopify.payByLink(order.id);
    await shop.advance(DAYS(3));
    shop.shopify.endDispute(order.id);
    await shop.advance(DAYS(1));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual(['paid 21.60', 'released', 'ready']);
  });
});
