import { money } from '../../app/domain/money';
import { cancelForCustomer } from '../../app/use-cases/hand-acts';
import { aShop, anOrder } from '../support/builders';
import { half } from '../support/half-order';
import { attentionOf, DAYS, eventsOf, holdsOn, HOURS, MINUTES } from '../support/story';
import type { Harness } from '../support/harness';
import type { PlacedOrder } from '../support/shop';

const lines = async (shop: Harness, order: PlacedOrder) =>
  (await attentionOf(shop, order)).split('\n');
const callLog = async (shop: Harness, order: PlacedOrder) =>
  (await shop.timeline(order.id))
    .filter(({ kind }) => kind.startsWith('attention'))
    .map(
      ({ kind, by, at, detail }) => `${at.toISOString()} ${kind} ${by} ${String(detail['reason'])}`,
    );

/** The refund of the mug comes to nothing at its provider, and so does ours of the same money after it. */
async function refundFailsTwice() {
  const shop = await aShop()
    .chargingAtCheckout()
    .on({ refundsTakeMs: DAYS(30) })
    .opens('2026-03-02 10:00');
  const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50'));
  await shop.advance(HOURS(1));
  const [mug] = order.lines;
  if (mug) await shop.choose(order.id, 'cancel', [mug.id]);
  await shop.advance(HOURS(2));
  for (let n = 0; n < 2; n += 1) {
    shop.shopify.settlePayments(order.id, 'failure');
    await shop.advance(HOURS(3));
  }
  return { shop, order };
}

describe('a person is called', () => {
  it('two parts can’t be held: the call is made once', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    shop.shopify.fault('hold', 'refused');
    shop.shopify.fault('hold', 'refused');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50', 'depot'));
    await shop.advance(HOURS(1));
    const all = await lines(shop, order);
    expect(all).toEqual([...new Set(all)]);
  });

  it('the hold is refused, and the merchant puts it on hold: the call ends', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    shop.shopify.fault('hold', 'refused');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.holdByMerchant(order.id);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(1);
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('the hold is refused, and the payment is disputed: the hold is still asked for', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    shop.shopify.fault('hold', 'refused');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.dispute(order.id);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    expect(await attentionOf(shop, order)).toContain('Put the order on hold');
  });

  it('the cancellation for silence is refused: it is still asked for when the authorization has ended', async () => {
    const shop = await aShop().with({ beforeLapse: 'cancel' }).opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.fault('cancelOrder', 'refused');
    await shop.until('2026-03-08 12:00');
    expect(await attentionOf(shop, order)).toContain('Cancel the order in Shopify');
    await shop.until('2026-03-12 12:00');
    expect(order.cancelledAt).toBeNull();
    expect(await attentionOf(shop, order)).toContain('Cancel the order in Shopify');
  });

  it('a part has left unpaid, and its authorization ends: an invoice is asked for', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(half);
    await shop.advance(HOURS(1));
    const [, tea] = order.lines;
    shop.shopify.releaseByMerchant(order.id);
    if (tea) shop.shopify.fulfill(order.id, { lines: new Map([[tea.id, 1]]) });
    await shop.until('2026-03-08 12:00');
    expect(await attentionOf(shop, order)).toContain('A part of the order has left');
    await shop.until('2026-03-12 12:00');
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    expect(await attentionOf(shop, order)).toMatch(/13\.64|left/);
  });

  it('a dispute: only what is still to be cancelled is named', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50').of('TEA', 1, '8.00'));
    await shop.advance(HOURS(1));
    const [mug, pot] = order.lines;
    if (mug) await shop.choose(order.id, 'cancel', [mug.id]);
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).toContain('refunded 20.00');
    await shop.advance(DAYS(5));
    shop.shopify.dispute(order.id);
    await shop.advance(HOURS(1));
    if (pot) await shop.choose(order.id, 'cancel', [pot.id]);
    await shop.advance(HOURS(2));
    const call = (await lines(shop, order)).find((c) => c.startsWith('The customer cancelled'));
    expect(call).toMatch(/^The customer cancelled POT,/);
  });

  it('what was not paid in time can’t be taken off: nobody says that the customer cancelled it', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(half);
    await shop.advance(HOURS(1));
    await shop.agree(order.id, 'part-first');
    await shop.advance(DAYS(1));
    shop.shopify.arrive('MUG', 1);
    shop.shopify.fault('removeUnits', 'refused');
    await shop.advance(DAYS(40));
    const call = (await lines(shop, order)).find((c) => c.startsWith('Take'));
    expect(call).toBeDefined();
    expect(call).not.toContain('the customer cancelled it');
  });

  it('the release of a part is refused: the call names what may go, and keeps the rest on hold', async () => {
    const shop = await aShop()
      .chargingAtCheckout()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 10:00');
    const order = shop.place(half);
    await shop.advance(HOURS(1));
    shop.shopify.fault('release', 'refused');
    shop.shopify.arrive('TEA', 1);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toMatch(/^Only 1 × TEA may ship: split it off/);
  });

  it('the hold of what the customer cancelled is refused: nobody says that its goods are missing', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    shop.shopify.arrive('POT', 1);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
    shop.shopify.fault('hold', 'refused');
    expect(
      await shop.choose(
        order.id,
        'cancel',
        order.lines.slice(0, 1).map((l) => l.id),
      ),
    ).toEqual({ kind: 'done' });
    await shop.advance(MINUTES(5));
    expect(await attentionOf(shop, order)).toContain('Put the order on hold');
    expect(await attentionOf(shop, order)).not.toContain('before its goods are here');
  });

  it('a refund is refused, and another cancellation is asked for: the refund is still asked for', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50').of('TEA', 1, '8.00'));
    await shop.advance(HOURS(1));
    const [mug, pot] = order.lines;
    if (mug) await shop.choose(order.id, 'cancel', [mug.id]);
    shop.shopify.fault('refund', 'refused');
    if (mug) shop.shopify.takeOff(order.id, mug.id, 1);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toMatch(/^Refund 20\.00 USD in Shopify/);
    if (pot) await shop.choose(order.id, 'cancel', [pot.id]);
    shop.shopify.fault('refund', 'refused');
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toContain('Refund 20.00');
  });

  it('without an address: a cancellation that came too late is called for, too', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50').from(null));
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toContain('no usable e-mail');
    const [mug] = order.lines;
    if (mug)
      await cancelForCustomer(shop.deps, shop.shopId, order.id, {
        person: 'Jo',
        lineIds: [mug.id],
      });
    await shop.advance(MINUTES(5));
    shop.shopify.releaseByMerchant(order.id);
    if (mug) shop.shopify.fulfill(order.id, { lines: new Map([[mug.id, 1]]) });
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toContain('agree with them on a return');
  });

  it('a second cancellation long after the first: nobody is called before its refund went out', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50').of('TEA', 1, '8.00'));
    await shop.advance(HOURS(1));
    const [mug, pot] = order.lines;
    if (mug) await shop.choose(order.id, 'cancel', [mug.id]);
    await shop.advance(DAYS(14));
    if (pot) await shop.choose(order.id, 'cancel', [pot.id]);
    await shop.advance(HOURS(2));
    expect(await callLog(shop, order)).toEqual([]);
  });

  it('units that are added to an order that was let go, and are not here, are held: nobody is called', async () => {
    const shop = await aShop()
      .chargingAtCheckout()
      .with({ partOrders: 'ready-first' })
      .opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    const before = await callLog(shop, order);
    const [mug] = order.lines;
    if (mug) shop.shopify.addUnits(order.id, mug.id, 1);
    await shop.advance(MINUTES(4));
    expect((await callLog(shop, order)).slice(before.length)).toEqual([]);
  });

  it('a line’s refund is refused, and its last day is near: one thing is asked', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50'));
    await shop.advance(HOURS(1));
    const [mug] = order.lines;
    shop.shopify.fault('refund', 'refused');
    if (mug) await shop.choose(order.id, 'cancel', [mug.id]);
    await shop.until('2026-03-11 12:00');
    const before = await lines(shop, order);
    shop.shopify.refundByMerchant(order.id, money('20.00', 'USD'));
    await shop.advance(HOURS(3));
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(before).toHaveLength(1);
  });

  it('payment terms are refused: one thing is asked', async () => {
    const shop = await aShop()
      .payableBy('terms')
      .with({ usePaymentTerms: true })
      .opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(DAYS(8));
    shop.shopify.fault('askForPayment', 'refused');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(await lines(shop, order)).toHaveLength(1);
  });

  it('what is left of an authorization can’t be voided, and lapses: the call ends', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').upsold('TEA', 1, '8.00'));
    await shop.advance(HOURS(1));
    const [mug] = order.lines;
    shop.shopify.arrive('TEA', 1);
    await shop.advance(HOURS(1));
    shop.shopify.fault('void', 'refused');
    if (mug) await shop.choose(order.id, 'cancel', [mug.id]);
    await shop.advance(HOURS(2));
    const first = await lines(shop, order);
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(12));
    expect(first[0]).toContain('Void the authorization');
    expect(await eventsOf(shop, order)).toContain('lapsed');
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('the merchant puts on hold what we could not, and settles it: it stays settled', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    for (let n = 0; n < 3; n += 1) shop.shopify.fault('hold', 'refused');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.holdByMerchant(order.id);
    await shop.settle(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('“no page to pay” was settled, and the order is made smaller: it stays settled', async () => {
    const shop = await aShop().payableBy('never').opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG', 2));
    await shop.advance(DAYS(8));
    shop.shopify.arrive('MUG', 2);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toContain('no page to pay');
    await shop.settle(order.id);
    await shop.advance(HOURS(1));
    if (order.lines[0]) shop.shopify.takeOff(order.id, order.lines[0].id, 1);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('the cancellation is refused, and a payment is pending: it is still asked for', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50'));
    await shop.advance(HOURS(1));
    shop.shopify.fault('cancelOrder', 'refused');
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(2));
    shop.shopify.captureSlowly(order.id, money('20.00', 'USD'));
    await shop.advance(HOURS(1));
    expect(order.cancelledAt).toBeNull();
    expect(await attentionOf(shop, order)).not.toBe('nothing');
  });

  it('a capture is refused, and the order is made smaller: the new amount is named, and that the last was refused', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50'));
    await shop.advance(HOURS(1));
    shop.shopify.fault('capture', 'refused');
    shop.shopify.arrive('MUG', 1);
    shop.shopify.arrive('POT', 1);
    await shop.advance(HOURS(1));
    const [, pot] = order.lines;
    if (pot) shop.shopify.takeOff(order.id, pot.id, 1);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toMatch(
      /^Capture 20\.00 USD .*Our last capture was refused/,
    );
  });

  it('the hold is refused, and Shopify offers none any more: it is still asked for', async () => {
    const shop = await aShop().opens('2026-03-02 09:00');
    shop.shopify.fault('hold', 'refused');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.schedule(order.id);
    shop.hint({ kind: 'look-at-order', orderId: order.id });
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toContain('Put the order on hold');
  });

  it('our refund did not arrive, and nobody refunds: they are called again when the last day is near', async () => {
    const { shop, order } = await refundFailsTwice();
    const first = await attentionOf(shop, order);
    expect(first).toContain('did not arrive');
    await shop.settle(order.id);
    await shop.until('2026-03-13 12:00');
    // Nothing was given back, and nothing is on its way.
    expect(order.transactions.filter((t) => t.kind === 'refund').map((t) => t.status)).toEqual([
      'failure',
      'failure',
    ]);
    expect(await attentionOf(shop, order)).toMatch(/^Refund 20\.00 USD by/m);
  });

  it('our refund did not arrive, twice: the call names what is owed, not the sum of the tries', async () => {
    const { shop, order } = await refundFailsTwice();
    expect(await attentionOf(shop, order)).toContain('Refund 20.00 USD');
  });
});
