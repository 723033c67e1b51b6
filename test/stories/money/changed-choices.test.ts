import { aShop, anOrder } from '../../support/builders';
import { brokenPromises, eventsOf, HOURS } from '../../support/story';

/* The merchant's choices about money hold for the orders that wait already, not only for those to come. */

describe('a choice about money that is made while orders wait', () => {
  it('a gateway keeps authorizations for a shorter time: theirs are released in that time', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').paidBy('paypal'));
    await shop.advance(HOURS(1));
    await shop.change({ authorizationDays: { paypal: 4 } });
    // 48 hours before the end of the fourth day
    await shop.until('2026-03-04 10:30');
    expect(await eventsOf(shop, order)).toContain('voided');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('the ready part goes first: also of what is held as a whole', async () => {
    const shop = await aShop().onPlus().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(anOrder().of('MUG', 1, '20.00').of('TEA', 1, '8.00'));
    await shop.advance(HOURS(1));
    await shop.change({ partOrders: 'ready-first' });
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('captured 8.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('payment is captured by hand, says the merchant: goods that Shopify was to take it for are paid now', async () => {
    const shop = await aShop().with({ captureMethod: 'on-fulfillment' }).opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).not.toContain('captured 20.00');
    await shop.change({ captureMethod: 'manual' });
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
  });

  it('nobody is charged early any more: whoever had agreed to it is released like all others', async () => {
    const shop = await aShop().with({ beforeLapse: 'charge-if-agreed' }).opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    expect(await shop.agree(order.id, 'charge-early')).toEqual({ kind: 'done' });
    await shop.change({ beforeLapse: 'release' });
    await shop.until('2026-03-08 12:00');
    const events = await eventsOf(shop, order);
    expect(events).toContain('voided');
    expect(events).not.toContain('captured 20.00');
  });
});
