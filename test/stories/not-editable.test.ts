import { viewChoice } from '../../app/use-cases/choices';
import { aShop, anOrder } from '../support/builders';
import type { PlacedOrder } from '../support/shop';
import type { Harness } from '../support/harness';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  HOURS,
  linkOf,
  newestWords,
} from '../support/story';

const byAnotherApp = () => anOrder().of('MUG').of('TEA', 1, '8.00').like({ editable: false });

const line = (order: PlacedOrder, place: number) => {
  const found = order.lines[place];
  if (found === undefined) throw new Error('There is no such line');
  return found.id;
};

/** A mug is missing; the order was created by another app, and no other app may edit it. */
async function mugIsMissing(from = aShop()) {
  const shop = await from.opens('2026-03-02 09:00');
  shop.shopify.onHand('TEA', 5);
  const order = shop.place(byAnotherApp());
  await shop.advance(HOURS(1));
  return { shop, order };
}

const choiceOf = async (shop: Harness, order: PlacedOrder) =>
  (await shop.caseOf(order.id))?.lines.map(({ choice }) => choice.kind);

describe('an order that no app may edit, and that is not paid', () => {
  it('is offered to be cancelled as a whole, and says so', async () => {
    const { shop, order } = await mugIsMissing();
    expect(newestWords(shop, order)).toContain('free to cancel the whole order');
    expect(newestWords(shop, order)).not.toContain('any item');
    expect((await viewChoice(shop.deps, linkOf(shop, order)))?.cancelsWhole).toBe(true);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('a line alone can’t be cancelled: nothing is promised that nobody can do', async () => {
    const { shop, order } = await mugIsMissing();
    expect(await shop.choose(order.id, 'cancel', [line(order, 0)])).toMatchObject({
      kind: 'too-late',
      reason: expect.stringContaining('only as a whole'),
    });
    await shop.advance(DAYS(1));
    expect(await choiceOf(shop, order)).toEqual(['none', 'none']);
  });

  it('is cancelled as a whole when the customer asks for it', async () => {
    const { shop, order } = await mugIsMissing();
    expect(await shop.choose(order.id, 'cancel')).toEqual({ kind: 'done' });
    await shop.advance(HOURS(1));
    expect(order.cancelledAt).not.toBeNull();
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('the cancellation is taken back for all of it, whichever line the customer names', async () => {
    const { shop, order } = await mugIsMissing();
    await shop.choose(order.id, 'cancel');
    await shop.choose(order.id, 'undo', [line(order, 1)]);
    await shop.advance(HOURS(1));
    expect(order.cancelledAt).toBeNull();
    expect(await choiceOf(shop, order)).toEqual(['none', 'none']);
  });
});

describe('an order that no app may edit, and that is paid', () => {
  it('a line can be cancelled: the refund takes it off', async () => {
    const { shop, order } = await mugIsMissing(aShop().chargingAtCheckout());
    expect(newestWords(shop, order)).toContain('free to cancel any item');
    expect(await shop.choose(order.id, 'cancel', [line(order, 0)])).toEqual({ kind: 'done' });
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('refunded 20.00');
    expect(order.lines[0]?.current).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

/** The tea has left, not paid; the mug still waits. */
async function teaHasLeft() {
  const { shop, order } = await mugIsMissing();
  shop.shopify.releaseByMerchant(order.id);
  shop.shopify.fulfill(order.id, { lines: new Map([[line(order, 1), 1]]) });
  await shop.advance(HOURS(1));
  return { shop, order };
}

describe('a part of such an order has left, so that it can’t be cancelled as a whole', () => {
  it('the rest is taken off by a refund of no money', async () => {
    const { shop, order } = await teaHasLeft();
    await shop.choose(order.id, 'cancel', [line(order, 0)]);
    await shop.advance(HOURS(1));
    expect(order.lines[0]?.current).toBe(0);
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
  });

  it('Shopify refuses that, too: a person is called, and told what can be done', async () => {
    const { shop, order } = await teaHasLeft();
    shop.shopify.fault('refund', 'refused');
    await shop.choose(order.id, 'cancel', [line(order, 0)]);
    await shop.advance(HOURS(1));
    expect(order.lines[0]?.current).toBe(1);
    expect(await attentionOf(shop, order)).toContain('in the app that created the order');
  });
});
