import { DAY, HOUR, MINUTE } from '../../app/domain/calendar';
import { aShop, anOrder } from '../support/builders';

describe('a customer cancels', () => {
  const waiting = async (checkout = anOrder().of('MUG'), shop = aShop()) => {
    const open = await shop.opens('2026-03-02 12:00');
    const order = open.place(checkout);
    await open.advance(HOUR);
    return { shop: open, order };
  };

  it('and takes it back: nothing happens', async () => {
    // given
    const { shop, order } = await waiting();
    // when
    await shop.choose(order.id, 'cancel');
    await shop.advance(10 * MINUTE);
    await shop.choose(order.id, 'undo');
    await shop.advance(DAY);
    // then
    expect(order.cancelledAt).toBeNull();
    expect(shop.steps()).toEqual(['first-notice']);
  });

  it('after fifteen minutes the order is cancelled, the authorization voided, and one confirmation sent', async () => {
    // given
    const { shop, order } = await waiting();
    // when
    await shop.choose(order.id, 'cancel');
    await shop.advance(14 * MINUTE);
    expect(order.cancelledAt).toBeNull();
    await shop.advance(10 * DAY);
    // then
    expect(order.cancelledAt).not.toBeNull();
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization', 'void']);
    expect(shop.steps()).toEqual(['first-notice', 'cancelled']);
  });

  it('and the goods arrive meanwhile: nothing is captured or released, and it is cancelled', async () => {
    // given
    const { shop, order } = await waiting();
    // when
    await shop.choose(order.id, 'cancel');
    shop.shopify.arrive('MUG', 5);
    await shop.advance(DAY);
    // then
    expect(order.transactions.map((t) => t.kind)).not.toContain('capture');
    expect(order.cancelledAt).not.toBeNull();
  });

  it('one of two lines: it is taken off, the other waits on', async () => {
    // given
    const { shop, order } = await waiting(anOrder().of('MUG').of('POT'));
    const [mug, pot] = order.lines;
    // when
    await shop.choose(order.id, 'cancel', mug ? [mug.id] : []);
    await shop.advance(HOUR);
    // then
    expect([mug?.current, pot?.current]).toEqual([0, 1]);
    expect(order.cancelledAt).toBeNull();
    expect(shop.steps()).toEqual(['first-notice', 'cancelled']);
  });

  it('a part that was paid for, and Shopify refuses the refund: a person is called, until it is done', async () => {
    // given
    const checkout = anOrder().of('MUG').of('POT', 1, '34.50');
    const { shop, order } = await waiting(checkout, aShop().chargingAtCheckout());
    const [mug] = order.lines;
    shop.shopify.fault('refund', 'refused');
    // when
    await shop.choose(order.id, 'cancel', mug ? [mug.id] : []);
    await shop.advance(HOUR);
    // then
    expect((await shop.caseOf(order.id))?.attention).toBe(
      'Take 1 × MUG off the order in Shopify and refund it: the customer cancelled it. Holdfast could not do it: Shopify refuses.',
    );
    if (mug) shop.shopify.refundUnitsByMerchant(order.id, mug.id, 1);
    await shop.settle(order.id);
    await shop.advance(HOUR);
    expect((await shop.caseOf(order.id))?.attention).toBeNull();
  });

  it('a whole order that was paid for: it is cancelled and refunded in one act', async () => {
    // given
    const { shop, order } = await waiting(anOrder().of('MUG', 2), aShop().chargingAtCheckout());
    // when
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOUR);
    // then
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    expect(shop.letters(order.id).at(-1)?.mail.step).toBe('cancelled');
  });

  it('a line that is ordered anew can be cancelled anew', async () => {
    // given
    const { shop, order } = await waiting(anOrder().of('MUG').of('POT'));
    const [mug] = order.lines;
    if (!mug) throw new Error('no line');
    await shop.choose(order.id, 'cancel', [mug.id]);
    await shop.advance(HOUR);
    // when
    shop.shopify.addUnits(order.id, mug.id, 1);
    await shop.advance(DAY);
    const outcome = await shop.choose(order.id, 'cancel', [mug.id]);
    // then
    expect(outcome).toEqual({ kind: 'done' });
  });

  it('when the goods are here and free to go: they are on hold from the click, so that nothing ships meanwhile', async () => {
    // given
    const { shop, order } = await waiting(anOrder().of('MUG'), aShop().chargingAtCheckout());
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOUR);
    expect(order.fulfillmentOrders[0]?.holds).toEqual([]);
    // when
    await shop.choose(order.id, 'cancel');
    await shop.advance(MINUTE);
    // then
    expect(order.fulfillmentOrders[0]?.holds).toHaveLength(1);
    expect(shop.shopify.fulfill(order.id)).toBeNull();
    await shop.advance(HOUR);
    expect(order.cancelledAt).not.toBeNull();
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
  });

  it('but a parcel was faster: a person is asked to agree on a return', async () => {
    // given
    const { shop, order } = await waiting();
    await shop.choose(order.id, 'cancel');
    // when: somebody takes the hold off and ships in spite of it
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.fulfill(order.id);
    await shop.advance(DAY);
    // then
    expect(order.cancelledAt).toBeNull();
    expect((await shop.caseOf(order.id))?.attention).toContain('agree with them on a return');
  });
});
