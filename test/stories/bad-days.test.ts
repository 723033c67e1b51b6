import { DAY, HOUR } from '../../app/domain/calendar';
import { aShop, anOrder } from '../support/builders';
import { ROUGH } from '../support/harness/hints';

describe('on a bad day', () => {
  const arrived = async (
    fault: 'lost-answer' | 'lost-call' | 'pending' | 'refused' | 'throttled',
  ) => {
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    shop.shopify.fault('capture', fault);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOUR);
    const tries = (await shop.history()).facts.filter(
      (fact) => fact.kind === 'tried' && fact.effect === 'capture',
    );
    return { shop, order, tries };
  };

  it('a capture whose answer got lost is looked up, not repeated', async () => {
    const { order, tries } = await arrived('lost-answer');
    expect(tries).toHaveLength(1);
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization', 'capture']);
    expect(order.fulfillmentOrders[0]?.holds).toEqual([]);
  });

  it('a capture that never happened is found out, and done', async () => {
    const { order, tries } = await arrived('lost-call');
    expect(tries).toHaveLength(2);
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization', 'capture']);
  });

  it('a capture that runs as a job is waited for: nothing is released before it is seen to succeed', async () => {
    const { shop, order } = await arrived('pending');
    const facts = (await shop.history()).facts.filter((f) => 'order' in f && f.order === order.id);
    const kinds = facts
      .map((f) => f.kind)
      .filter((kind) => kind === 'captured' || kind === 'released');
    expect(kinds).toEqual(['captured', 'released']);
  });

  it('a capture that is refused: the order stays on hold and a person is called', async () => {
    const { shop, order } = await arrived('refused');
    expect(order.fulfillmentOrders[0]?.holds).toHaveLength(1);
    expect((await shop.caseOf(order.id))?.attention).toContain('refuses');
    expect(shop.steps(order.id)).toEqual(['first-notice']);
  });

  it('being throttled is waited out', async () => {
    const { order } = await arrived('throttled');
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization', 'capture']);
  });

  it('a letter whose outcome is unclear is not sent again, and a person is asked to check', async () => {
    for (const fault of ['lost', 'kept'] as const) {
      // given
      const shop = await aShop().opens('2026-03-02 12:00');
      shop.mailFault(fault);
      // when
      const order = shop.place(anOrder().of('MUG'));
      await shop.advance(DAY);
      // then
      expect(shop.letters(order.id)).toHaveLength(1);
      expect((await shop.caseOf(order.id))?.attention).toContain('may or may not');
    }
  });

  it('webhooks that are late, doubled, lost and out of order change nothing of the end', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      // given
      const shop = await aShop({}, {}, { weather: ROUGH, seed }).opens('2026-03-02 12:00');
      shop.shopify.onHand('MUG', 1);
      const order = shop.place(anOrder().of('MUG', 2));
      await shop.advance(HOUR);
      // when
      shop.shopify.arrive('MUG', 1);
      await shop.advance(HOUR);
      // then
      expect(order.transactions.map((t) => t.kind)).toEqual(['authorization', 'capture']);
      expect(shop.steps()).toEqual(['first-notice', 'ready']);
    }
  });

  it('Shopify cannot be read for a while: the shortage is told when it can', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    for (let i = 0; i < 4; i += 1) shop.shopify.fault('readOrder', 'unreachable');
    // when
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    // then
    expect(shop.steps(order.id)).toEqual(['first-notice']);
  });
});
