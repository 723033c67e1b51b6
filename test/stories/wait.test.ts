import { DAY, HOUR } from '../../app/domain/calendar';
import { aShop, ANNA, anOrder } from '../support/builders';

describe('while a customer waits', () => {
  it('there is a follow-up within four days, and never more than seven days of silence', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    // when
    await shop.until('2026-04-02 12:00');
    // then
    const at = shop.letters(order.id).map((letter) => letter.at.getTime());
    expect(shop.steps().slice(0, 3)).toEqual(['first-notice', 'follow-up', 'money-notice']);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeLessThan(4 * DAY);
    at.slice(1).forEach((time, i) => expect(time - (at[i] ?? 0)).toBeLessThanOrEqual(7 * DAY));
  });

  it('who chose to wait gets no second offer of the same date, but follow-ups', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    await shop.giveDate(order.id, '2026-03-25');
    await shop.advance(HOUR);
    // when
    await shop.choose(order.id, 'keep');
    await shop.until('2026-03-20 12:00');
    // then
    expect(shop.steps().filter((step) => step === 'new-date')).toHaveLength(1);
    expect(shop.steps().filter((step) => step === 'follow-up').length).toBeGreaterThan(1);
  });

  it('and the date slips: the new offer goes out before the old date passes', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    await shop.giveDate(order.id, '2026-03-10');
    await shop.until('2026-03-10 19:00');
    const before = shop.letters().length;
    // when: it is the last evening of the old date
    await shop.giveDate(order.id, '2026-03-24');
    await shop.until('2026-03-10 23:59');
    // then
    const news = shop.letters().slice(before);
    expect(news.map((letter) => letter.mail.step)).toEqual(['new-date']);
    expect(news[0]?.mail.text).toContain('Tuesday, March 24');
  });

  it('and the date passes with no word: the customer hears it before the day is over, and a person is called', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    await shop.giveDate(order.id, '2026-03-05');
    // when
    await shop.until('2026-03-05 23:59');
    // then
    expect(shop.steps().at(-1)).toBe('date-passed');
    expect((await shop.caseOf(order.id))?.attention).toContain('ask the supplier');
  });

  it('a date is the shop’s day, wherever the customer lives', async () => {
    // given: the end of March 20 in New York is March 21 in Sydney
    const shop = await aShop().opens('2026-03-02 18:00');
    const order = shop.place(anOrder().of('MUG').livingIn('AU'));
    await shop.advance(DAY);
    // when
    await shop.giveDate(order.id, '2026-03-20');
    await shop.advance(DAY);
    // then
    expect(shop.letters(order.id).at(-1)?.mail.text).toContain('Friday, March 20');
  });

  it('a customer with two orders gets no two follow-ups within the cap', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    shop.place(anOrder().of('MUG').from(ANNA));
    await shop.advance(HOUR);
    shop.place(anOrder().of('POT').from(ANNA));
    // when
    await shop.until('2026-04-02 12:00');
    // then
    const followUps = shop.letters().filter((letter) => letter.mail.step === 'follow-up');
    followUps.slice(1).forEach((letter, i) => {
      const before = followUps[i];
      if (before)
        expect(letter.at.getTime() - before.at.getTime()).toBeGreaterThanOrEqual(20 * HOUR);
    });
  });

  it('a follow-up that could not be handed over goes out a little later', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    shop.mailFault('unreachable');
    // when
    await shop.until('2026-03-06 12:00');
    // then
    expect(shop.steps(order.id)).toEqual(['first-notice', 'follow-up']);
  });

  it('someone releases the hold: that is accepted, not fought', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    // when
    shop.shopify.releaseByMerchant(order.id);
    await shop.advance(2 * DAY);
    // then
    expect(order.fulfillmentOrders.flatMap((fo) => fo.holds)).toEqual([]);
    const kinds = (await shop.timeline(order.id)).map((entry) => entry.kind);
    expect(kinds).toContain('hold-released-by-other');
  });

  it('the order goes out of sight after 60 days: a person is called and nothing more is sent', async () => {
    // given
    const shop = await aShop().on({ readAllOrders: false }).opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    // when
    await shop.until('2026-05-02 12:00');
    const sent = shop.letters().length;
    await shop.until('2026-05-25 12:00');
    // then
    expect(shop.letters()).toHaveLength(sent);
    expect((await shop.caseOf(order.id))?.attention).toContain('60 days');
  });
});
