import { DAY, HOUR, MINUTE } from '../../app/domain/calendar';
import { aShop, ANNA, anOrder, BEN } from '../support/builders';

describe('stock arrives', () => {
  it('oldest first: captured, then released, then told', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    const older = shop.place(anOrder().of('MUG').from(ANNA));
    await shop.advance(10 * MINUTE);
    const younger = shop.place(anOrder().of('MUG').from(BEN));
    await shop.advance(HOUR);
    // when
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOUR);
    // then
    const facts = (await shop.history()).facts.filter((f) => 'order' in f && f.order === older.id);
    const order = facts.map((f) => (f.kind === 'said' ? f.step : f.kind));
    expect(order.filter((kind) => ['captured', 'released', 'ready'].includes(kind))).toEqual([
      'captured',
      'released',
      'ready',
    ]);
    expect(younger.transactions.map((t) => t.kind)).toEqual(['authorization']);
    expect(younger.fulfillmentOrders[0]?.holds).toHaveLength(1);
  });

  it('in part: the order waits for the rest', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG').of('POT'));
    await shop.advance(HOUR);
    // when
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOUR);
    // then
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization']);
    expect(order.fulfillmentOrders[0]?.holds).toHaveLength(1);
    // when the rest comes
    shop.shopify.arrive('POT', 1);
    await shop.advance(HOUR);
    // then
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization', 'capture']);
    expect(order.fulfillmentOrders[0]?.holds).toEqual([]);
  });

  it('after the authorization has ended: nothing is captured or released, and the customer is asked to pay', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-10 12:00');
    // when
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAY);
    // then
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization', 'void']);
    expect(order.fulfillmentOrders[0]?.holds).toHaveLength(1);
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
  });

  it('and the order costs more than was authorized by now: a person is called', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    const [line] = order.lines;
    if (line) shop.shopify.addUnits(order.id, line.id, 1);
    // when
    shop.shopify.arrive('MUG', 2);
    await shop.advance(HOUR);
    // then
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization']);
    expect((await shop.caseOf(order.id))?.attention).toContain('more than was authorized');
  });

  it('at a location that a feed overwrites: a higher number is not an arrival', async () => {
    // given
    const shop = await aShop({}, { feedLocations: ['gid://shopify/Location/depot'] }).opens(
      '2026-03-02 12:00',
    );
    const older = shop.place(anOrder().of('MUG', 1, '20.00', 'depot').from(ANNA));
    await shop.advance(HOUR);
    // when
    shop.shopify.feed('MUG', 9, 'depot');
    await shop.advance(HOUR);
    const younger = shop.place(anOrder().of('MUG', 1, '20.00', 'depot').from(BEN));
    await shop.advance(HOUR);
    // then
    expect(older.fulfillmentOrders[0]?.holds).toHaveLength(1);
    expect(shop.steps(younger.id)).toEqual(['first-notice']);
  });

  it('while an order that is out of our sight still has its claim: who waits gets what is left beyond it', async () => {
    // given: Shopify shows the older order no more, but keeps a unit committed to it
    const shop = await aShop().on({ readAllOrders: false }).opens('2026-01-02 12:00');
    shop.place(anOrder().of('MUG').from(ANNA));
    await shop.until('2026-03-10 12:00');
    const younger = shop.place(anOrder().of('MUG').from(BEN));
    await shop.advance(HOUR);
    // when
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOUR);
    // then
    expect(younger.fulfillmentOrders[0]?.holds).toHaveLength(1);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOUR);
    expect(younger.fulfillmentOrders[0]?.holds).toEqual([]);
  });

  it('and they ship: where we tell, the customer hears it that day, once', async () => {
    // given
    const shop = await aShop({}, { shippingToldBy: 'holdfast' }).opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    shop.shopify.arrive('MUG', 1);
    await shop.until('2026-03-03 10:00');
    // when
    shop.shopify.fulfill(order.id, { trackingNumber: 'T1', notify: false });
    await shop.until('2026-03-03 12:00');
    expect(shop.steps().at(-1)).toBe('ready');
    shop.shopify.carrierTakes(order.id);
    await shop.until('2026-03-20 12:00');
    // then
    expect(shop.steps().filter((step) => step === 'shipped')).toHaveLength(1);
    expect(shop.steps().at(-1)).toBe('shipped');
  });

  it('and Shopify tells of shipments: we don’t', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 12:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOUR);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOUR);
    // when
    shop.shopify.fulfill(order.id, { notify: true });
    await shop.advance(3 * DAY);
    // then
    expect(shop.steps()).toEqual(['first-notice', 'ready']);
  });
});

describe('clear orders', () => {
  it('are captured only where the shop opted in', async () => {
    for (const [captureClearOrders, expected] of [
      [false, ['authorization']],
      [true, ['authorization', 'capture']],
    ] as const) {
      // given
      const shop = await aShop({}, { captureClearOrders }).opens('2026-03-02 12:00');
      shop.shopify.onHand('MUG', 1);
      // when
      const order = shop.place(anOrder().of('MUG'));
      await shop.advance(HOUR);
      // then
      expect(order.transactions.map((t) => t.kind)).toEqual(expected);
    }
  });

  it('are not captured when Shopify advises to look twice, or before they are routed', async () => {
    // given
    const shop = await aShop({}, { captureClearOrders: true }).opens('2026-03-02 12:00');
    shop.shopify.onHand('MUG', 5);
    // when
    const risky = shop.place(anOrder().of('MUG').like({ risk: 'investigate' }));
    const unrouted = shop.place(anOrder().of('MUG').like({ routedAfterMs: null }));
    await shop.advance(DAY);
    // then
    expect(risky.transactions.map((t) => t.kind)).toEqual(['authorization']);
    expect(unrouted.transactions.map((t) => t.kind)).toEqual(['authorization']);
  });
});
