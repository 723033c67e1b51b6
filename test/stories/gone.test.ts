import { aShop, anOrder } from '../support/builders';
import { attentionOf, brokenPromises, DAYS, eventsOf, HOURS, MINUTES } from '../support/story';

describe('the app is uninstalled', () => {
  it('and everything stops; reinstalled, it picks up those who wait', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.uninstall();
    await shop.advance(DAYS(3));
    expect(shop.steps(order.id)).toEqual(['first-notice']);
    await shop.reinstall();
    await shop.advance(DAYS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'follow-up']);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
  });

  it('and goods go while it is away: nothing is charged or released on what was known before', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 1);
    const order = shop.place(anOrder().of('MUG').of('TEA'));
    await shop.advance(HOURS(1));
    shop.uninstall();
    shop.shopify.onHand('TEA', 0);
    await shop.advance(HOURS(1));
    await shop.reinstall();
    shop.shopify.onHand('MUG', 1);
    await shop.advance(HOURS(1));
    const events = await eventsOf(shop, order);
    expect(events).not.toContain('captured 40.00');
    expect(events).not.toContain('released');
    expect(await brokenPromises(shop)).toEqual([]);
    shop.shopify.onHand('TEA', 1);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('captured 40.00');
  });

  it('while a customer takes their time to undo: the cancellation runs after the reinstall', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await shop.choose(order.id, 'cancel');
    shop.uninstall();
    await shop.advance(HOURS(5));
    expect(order.cancelledAt).toBeNull();
    await shop.reinstall();
    await shop.advance(HOURS(1));
    expect(order.cancelledAt).not.toBeNull();
  });

  it('while the news of a cancellation waits for the morning: the customer hears it after the reinstall', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-02 22:30');
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).at(-1)).toBe('order-cancelled');
    shop.uninstall();
    await shop.advance(HOURS(1));
    await shop.reinstall();
    await shop.advance(DAYS(1));
    expect((await eventsOf(shop, order)).at(-1)).toBe('cancelled');
  });

  it('while an effect is unclear: it is looked up after the reinstall, not repeated', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.fault('capture', 'lost-answer');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(MINUTES(1) / 4);
    expect(shop.shopify.takenOf(order.id).amount).toBe('20.00');
    shop.uninstall();
    await shop.advance(DAYS(1));
    await shop.reinstall();
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
    expect(order.transactions.filter((t) => t.kind === 'capture')).toHaveLength(1);
  });

  it('while an effect waits its turn: it is wanted again after the reinstall', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    for (let i = 0; i < 4; i += 1) shop.shopify.fault('capture', 'unreachable');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(MINUTES(1));
    shop.uninstall();
    await shop.advance(DAYS(1));
    await shop.reinstall();
    await shop.advance(HOURS(1));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
  });
});

describe('the order is gone from sight', () => {
  it('since somebody deleted it: a person is told, and nothing is sent', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.erase(order.id);
    await shop.advance(DAYS(10));
    expect(await attentionOf(shop, order)).toContain('no longer shows this order');
    expect(shop.letters()).toHaveLength(1);
    expect(await shop.desk.deadTasks()).toEqual([]);
    await shop.settle(order.id);
    await shop.advance(DAYS(2));
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('since it is older than 60 days: a person is told, and nothing is sent', async () => {
    const shop = await aShop().on({ readAllOrders: false }).opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(DAYS(80));
    expect(await attentionOf(shop, order)).toContain('60 days');
    const last = shop.letters(order.id).at(-1)?.at ?? shop.now();
    expect(last.getTime() - order.placedAt.getTime()).toBeLessThan(DAYS(60));
  });

  it('but not with the permission to read all orders: then the follow-ups go on', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(DAYS(80));
    const last = shop.letters(order.id).at(-1)?.at ?? order.placedAt;
    expect(shop.now().getTime() - last.getTime()).toBeLessThan(DAYS(7));
  });
});
