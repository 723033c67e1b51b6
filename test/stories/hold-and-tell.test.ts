import { HOUR, MINUTE } from '../../app/domain/calendar';
import { aShop, ANNA, anOrder, BEN } from '../support/builders';

describe('a shortage is found', () => {
  it('at noon: the order is held and the customer is told the same day', async () => {
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

  it('after the cut-off: the customer is told in the first permitted minute of the next day', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 18:30');
    // when
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-03 07:59');
    // then
    expect(order.fulfillmentOrders[0]?.holds).toHaveLength(1);
    expect(shop.steps()).toEqual([]);
    await shop.until('2026-03-03 08:00');
    expect(shop.steps()).toEqual(['first-notice']);
  });

  it('before the cut-off, in what is the customer’s night until tomorrow: the same day outranks the night', async () => {
    // given: 17:30 in New York is 23:30 in Berlin, and Berlin’s morning is New York’s next day
    const shop = await aShop().opens('2026-03-02 17:25');
    // when
    shop.place(anOrder().of('MUG').livingIn('DE'));
    await shop.until('2026-03-02 17:35');
    // then
    expect(shop.steps()).toEqual(['first-notice']);
  });

  it('for several lines within a minute: that is one notice', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    // when
    shop.place(anOrder().of('MUG').of('POT').of('TIN'));
    await shop.advance(HOUR);
    // then
    expect(shop.steps()).toEqual(['first-notice']);
  });

  it('and there is no e-mail address: the customer is on the list of those to call', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    // when
    const order = shop.place(anOrder().of('MUG').from(null));
    await shop.advance(HOUR);
    // then
    expect(shop.letters()).toEqual([]);
    expect((await shop.caseOf(order.id))?.attention).toContain('call the customer');
  });

  it('and the mail server refuses the address: a person is asked to call', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    shop.mailFault('refused');
    // when
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    // then
    expect(shop.steps()).toEqual([]);
    expect((await shop.caseOf(order.id))?.attention).toContain('call the customer');
  });

  it('for a test order: nothing moves and nothing is sent', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    // when
    const order = shop.place(anOrder().of('MUG').like({ test: true }));
    await shop.advance(48 * HOUR);
    // then
    expect(shop.letters()).toEqual([]);
    expect(order.fulfillmentOrders[0]?.holds).toEqual([]);
    expect(await shop.caseOf(order.id)).toBeNull();
  });

  it('where the money was taken at checkout: no message says that it was not', async () => {
    // given
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 12:00');
    // when
    const order = shop.place(anOrder().of('MUG', 2));
    await shop.until('2026-03-12 12:00');
    // then
    expect(shop.letters(order.id).length).toBeGreaterThan(1);
    for (const { mail } of shop.letters(order.id)) {
      expect(mail.text).toContain('You paid $40.00 when you ordered.');
      expect(mail.text).not.toMatch(/not (been )?charged/i);
    }
  });

  it('after the order was clear, since stock was corrected downwards: the younger order waits', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 2);
    const older = shop.place(anOrder().of('MUG').from(ANNA));
    await shop.advance(10 * MINUTE);
    const younger = shop.place(anOrder().of('MUG').from(BEN));
    await shop.advance(HOUR);
    expect(shop.steps()).toEqual([]);
    // when
    shop.shopify.onHand('MUG', 1);
    await shop.advance(HOUR);
    // then
    expect(shop.steps(older.id)).toEqual([]);
    expect(shop.steps(younger.id)).toEqual(['first-notice']);
  });

  it('not at all when an edit adds a unit that is there', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 5);
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    const [line] = order.lines;
    // when
    if (line) shop.shopify.addUnits(order.id, line.id, 2);
    await shop.advance(HOUR);
    // then
    expect(await shop.caseOf(order.id)).toBeNull();
    expect(shop.letters()).toEqual([]);
  });
});
