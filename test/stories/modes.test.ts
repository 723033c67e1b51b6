import { DAY, HOUR } from '../../app/domain/calendar';
import { aShop, anOrder } from '../support/builders';

const touched = (
  history: Awaited<ReturnType<Awaited<ReturnType<ReturnType<typeof aShop>['opens']>>['history']>>,
) => history.facts.filter((fact) => fact.kind === 'tried' || fact.kind === 'said');

describe('how far Holdfast may act', () => {
  it('watch: nothing leaves; then automatic: who waits is told now', async () => {
    // given
    const shop = await aShop().watching().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-05 12:00');
    expect(touched(await shop.history())).toEqual([]);
    expect((await shop.timeline(order.id)).map((e) => e.kind)).toContain('message-withheld');
    // when
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOUR);
    // then
    expect(shop.steps()).toEqual(['first-notice']);
    expect(order.fulfillmentOrders[0]?.holds).toHaveLength(1);
  });

  it('ask: each effect waits for a yes', async () => {
    // given
    const shop = await aShop().asking().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    expect(touched(await shop.history())).toEqual([]);
    expect((await shop.caseOf(order.id))?.attention).toContain('waits for your yes');
    // when
    expect(await shop.approveAll(order.id)).toBe(2);
    await shop.advance(HOUR);
    // then
    expect(shop.steps()).toEqual(['first-notice']);
    expect(order.fulfillmentOrders[0]?.holds).toHaveLength(1);
    expect((await shop.caseOf(order.id))?.attention).toBeNull();
  });

  it('ask: a yes in the customer’s night lets the message out in the morning', async () => {
    // given
    const shop = await aShop().asking().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-03 02:00');
    // when
    await shop.approveAll(order.id);
    await shop.until('2026-03-03 07:59');
    expect(shop.steps()).toEqual([]);
    await shop.until('2026-03-03 08:00');
    // then
    expect(shop.steps()).toEqual(['first-notice']);
  });

  it('ask: a yes to what has changed unheard since takes no money for it', async () => {
    // given
    const shop = await aShop().asking().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG', 2, '20.00'));
    await shop.advance(HOUR);
    await shop.approveAll(order.id);
    shop.shopify.arrive('MUG', 2);
    await shop.advance(HOUR);
    // when
    shop.loseWebhooks(true);
    const [mug] = order.lines;
    if (mug) expect(shop.shopify.takeOff(order.id, mug.id, 1)).toBe(true);
    await shop.approveAll(order.id);
    await shop.advance(HOUR);
    // then
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    await shop.approveAll(order.id);
    await shop.advance(HOUR);
    expect(shop.shopify.takenOf(order.id).amount).toBe('20.00');
  });

  it('pause: everything waits, and goes on when it is lifted', async () => {
    // given
    const shop = await aShop({}, { paused: true }).opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(2 * HOUR);
    expect(touched(await shop.history())).toEqual([]);
    // when
    await shop.change({ paused: false });
    await shop.advance(HOUR);
    // then
    expect(shop.steps()).toEqual(['first-notice']);
    expect(order.fulfillmentOrders[0]?.holds).toHaveLength(1);
  });

  it('pause: an unclear effect is looked up, but not tried again before it is lifted', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    shop.shopify.fault('hold', 'lost-call');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(40_000);
    // when
    await shop.change({ paused: true });
    await shop.advance(3 * HOUR);
    // then
    expect(order.fulfillmentOrders[0]?.holds).toEqual([]);
    await shop.change({ paused: false });
    await shop.advance(HOUR);
    expect(order.fulfillmentOrders[0]?.holds).toHaveLength(1);
  });

  it('uninstall: every task and mail stops', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    // when
    shop.uninstall();
    await shop.advance(30 * DAY);
    // then
    expect(shop.steps()).toEqual(['first-notice']);
    expect(await shop.desk.nextDueAt()).toBeNull();
  });
});
