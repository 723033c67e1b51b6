import { aShop, ANNA, anOrder } from '../support/builders';

const HOUR = 3_600_000;

describe('a shortage is found', () => {
  it('before the cut-off: the order is held and the customer is told the same day', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    shop.shopify.onHand('MUG', 1);
    // when
    const order = shop.place(anOrder().of('MUG', 2).from(ANNA));
    await shop.advance(HOUR);
    // then
    expect(shop.steps(order.id)).toEqual(['first-notice']);
    expect(order.fulfillmentOrders[0]?.holds).toHaveLength(1);
    expect(shop.letters(order.id)[0]?.mail.text).toContain('You have not been charged.');
  });
});
