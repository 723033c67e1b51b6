import { aShop, ANNA, anOrder, BEN } from '../support/builders';
import { DAYS, eventsOf, HOURS } from '../support/story';

describe('left alone', () => {
  it('are test orders, unless the shop asks for them', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').like({ test: true }));
    await shop.advance(DAYS(2));
    expect(await eventsOf(shop, order)).toEqual([]);

    const asks = await aShop().with({ includeTestOrders: true }).opens('2026-03-02 10:00');
    const theirs = asks.place(anOrder().of('MUG').like({ test: true }));
    await asks.advance(HOURS(1));
    expect(await eventsOf(asks, theirs)).toEqual(['held', 'first-notice']);
  });

  it('are test orders after the shop no longer asks', async () => {
    const shop = await aShop().with({ includeTestOrders: true }).opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').like({ test: true }));
    await shop.advance(HOURS(1));
    await shop.change({ includeTestOrders: false });
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(10));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice', 'lapsed']);
  });

  it('are sales over the counter, though they use stock', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 1);
    const counter = shop.place(anOrder().of('MUG').from(BEN).like({ source: 'pos' }));
    await shop.advance(HOURS(1));
    const online = shop.place(anOrder().of('MUG').from(ANNA));
    await shop.advance(HOURS(1));
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(1));
    expect(shop.steps(online.id)).toEqual(['first-notice']);
    expect(await eventsOf(shop, counter)).toEqual([]);
  });

  it('are orders from before the install, though they come first in the queue', async () => {
    const shop = await aShop().with({ captureClearOrders: true }).opens('2026-03-01 10:00');
    shop.uninstall();
    const before = shop.place(anOrder().of('MUG').from(BEN));
    await shop.until('2026-03-02 10:00');
    await shop.reinstall();
    await shop.advance(HOURS(1));
    const after = shop.place(anOrder().of('MUG').from(ANNA));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(shop.steps(after.id)).toEqual(['first-notice']);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(shop.steps(after.id)).toEqual(['first-notice', 'ready']);
    expect(await eventsOf(shop, before)).toEqual([]);
  });

  it('are items whose stock Shopify does not count', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(
      anOrder().like({ lines: [{ sku: 'CARD', quantity: 1, tracked: false }] }),
    );
    await shop.advance(DAYS(1));
    expect(await eventsOf(shop, order)).toEqual([]);
  });

  it('is an order that Shopify has not routed: nobody knows yet what it lacks', async () => {
    const shop = await aShop().with({ captureClearOrders: true }).opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').like({ routedAfterMs: null }));
    await shop.advance(DAYS(5));
    expect(await eventsOf(shop, order)).toEqual([]);
  });

  it('but an order that is routed hours late is seen to then', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(
      anOrder()
        .of('MUG')
        .like({ routedAfterMs: HOURS(3) }),
    );
    await shop.advance(HOURS(4));
    expect(await eventsOf(shop, order)).toEqual(['held', 'first-notice']);
  });
});

describe('the money of a clear order', () => {
  const clear = async (
    change: Parameters<ReturnType<typeof anOrder>['like']>[0] = {},
    shopOf = aShop().with({ captureClearOrders: true }),
  ) => {
    const shop = await shopOf.opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 5);
    return { shop, order: shop.place(anOrder().of('MUG').like(change)) };
  };

  it('is captured only where the shop asked for it', async () => {
    const { shop, order } = await clear();
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(['captured 20.00']);
    const silent = await clear({}, aShop());
    await silent.shop.advance(DAYS(1));
    expect(await eventsOf(silent.shop, silent.order)).toEqual([]);
  });

  it('is captured for orders that are open when the shop first asks for it', async () => {
    const { shop, order } = await clear({}, aShop());
    await shop.advance(HOURS(1));
    await shop.change({ captureClearOrders: true });
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(['captured 20.00']);
  });

  it.each(['investigate', 'cancel', 'pending'] as const)(
    'is not captured while the fraud check says %s',
    async (risk) => {
      const { shop, order } = await clear({ risk });
      await shop.advance(DAYS(1));
      expect(await eventsOf(shop, order)).toEqual([]);
    },
  );

  it('is not captured while the payment is disputed, another holds the order, or it is a test', async () => {
    const disputed = await clear({ routedAfterMs: HOURS(1) });
    disputed.shop.shopify.dispute(disputed.order.id);
    await disputed.shop.advance(DAYS(1));
    expect(await eventsOf(disputed.shop, disputed.order)).toEqual([]);

    const held = await clear({ routedAfterMs: 0 });
    held.shop.shopify.holdByMerchant(held.order.id);
    await held.shop.advance(DAYS(1));
    expect(await eventsOf(held.shop, held.order)).toEqual(['held']);

    const test = await clear({ test: true });
    await test.shop.advance(DAYS(1));
    expect(await eventsOf(test.shop, test.order)).toEqual([]);
  });

  it('is not captured before the order is routed', async () => {
    const { shop, order } = await clear({ routedAfterMs: HOURS(2) });
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual([]);
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).toEqual(['captured 20.00']);
  });

  it('waits for a yes in mode ask, and is taken at once when the mode becomes automatic', async () => {
    const { shop, order } = await clear({}, aShop().asking().with({ captureClearOrders: true }));
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual([]);
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(['captured 20.00']);
  });

  it('is taken when a shop that only watched becomes automatic', async () => {
    const { shop, order } = await clear({}, aShop().watching().with({ captureClearOrders: true }));
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual([]);
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toEqual(['captured 20.00']);
  });
});
