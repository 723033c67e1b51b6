import { money } from '../../app/domain/money';
import { panelPayments } from '../../app/use-cases/panel-payments';
import { aShop, anOrder } from '../support/builders';
import { SHOP } from '../support/harness';
import { DAYS, eventsOf, HOURS } from '../support/story';

/* What the page of payments shows of a shop's life. */

const names = (gateways: readonly { readonly name: string }[]): string[] =>
  gateways.map(({ name }) => name);

describe('how the shop takes payment', () => {
  it('is not known while there are no orders; the usual gateways are there to be set', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const view = await panelPayments(shop.deps, SHOP);
    expect(view).toMatchObject({ found: null, said: null });
    expect(names(view.gateways)).toEqual(['Shopify Payments', 'PayPal', 'Klarna']);
    expect(view.gateways.flatMap(({ evidence }) => evidence)).toEqual([]);
  });

  it('shows by how many orders it was found, per gateway, and not what is older than 90 days', async () => {
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 10:00');
    for (const gateway of ['shopify_payments', 'shopify_payments', 'authorize_net'])
      shop.place(anOrder().of('MUG').paidBy(gateway));
    await shop.advance(HOURS(1));
    await shop.reconcile();
    const view = await panelPayments(shop.deps, SHOP);
    expect(view.found).toBe('checkout');
    expect(view.gateways.slice(0, 2)).toMatchObject([
      { name: 'Shopify Payments', evidence: [{ method: 'checkout', orders: 2 }] },
      { name: 'Authorize net', evidence: [{ method: 'checkout', orders: 1 }] },
    ]);
    await shop.advance(DAYS(91));
    const later = await panelPayments(shop.deps, SHOP);
    expect(names(later.gateways)).not.toContain('Authorize net');
  });

  it('shows the shop’s own word beside it, and its own days beside the usual ones', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    await shop.change({ captureMethod: 'manual', authorizationDays: { sezzle: 14, paypal: 3 } });
    const { said, gateways } = await panelPayments(shop.deps, SHOP);
    expect(said).toBe('manual');
    expect(gateways.map(({ name, usualDays, ownDays }) => [name, usualDays, ownDays])).toEqual([
      ['Shopify Payments', 7, null],
      ['PayPal', 29, 3],
      ['Klarna', 28, null],
      ['Sezzle', null, 14],
    ]);
  });

  it('lists the gateways whose days the merchant is asked for, while money is set aside through them', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').paidBy('authorize_net'));
    await shop.advance(HOURS(1));
    const { gateways } = await panelPayments(shop.deps, SHOP);
    expect(gateways).toContainEqual(
      expect.objectContaining({ gateway: 'authorize_net', usualDays: null, ownDays: null }),
    );
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    const later = await panelPayments(shop.deps, SHOP);
    expect(names(later.gateways)).not.toContain('Authorize net');
  });
});

describe('payments of orders in stock that were not taken', () => {
  const captures = aShop().with({ captureClearOrders: true });
  const inStock = async (shopOf = captures, refused = true) => {
    const shop = await shopOf.opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', 5);
    if (refused) shop.shopify.fault('capture', 'refused');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    const untaken = async () => (await panelPayments(shop.deps, SHOP)).untaken;
    return { shop, order, untaken };
  };

  it('stand here with why; nothing is held and the customer hears nothing', async () => {
    const { shop, order, untaken } = await inStock();
    expect(await untaken()).toMatchObject([
      { orderId: order.id, amount: money('20.00', 'USD'), reason: 'Shopify refuses' },
    ]);
    expect(await eventsOf(shop, order)).toEqual([]);
  });

  it('go from here once somebody has taken the money, or cancelled the order', async () => {
    const taken = await inStock();
    taken.shop.shopify.captureByMerchant(taken.order.id, money('20.00', 'USD'));
    await taken.shop.advance(HOURS(1));
    expect(await taken.untaken()).toEqual([]);
    const cancelled = await inStock();
    cancelled.shop.shopify.cancelByMerchant(cancelled.order.id);
    await cancelled.shop.advance(HOURS(1));
    expect(await cancelled.untaken()).toEqual([]);
  });

  it('stay when the authorization ends, since the order is still not paid', async () => {
    const { shop, untaken } = await inStock();
    await shop.advance(DAYS(8));
    await shop.reconcile();
    expect(await untaken()).toHaveLength(1);
  });

  it('leave this page for the order’s own when its goods go missing', async () => {
    const { shop, untaken } = await inStock();
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(1));
    expect(await untaken()).toEqual([]);
  });

  it('can be given the yes that they wait for', async () => {
    const { shop, order, untaken } = await inStock(captures.with({ mode: 'ask' }), false);
    expect(await untaken()).toMatchObject([{ reason: null }]);
    expect(await shop.approveAll(order.id)).toBe(1);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect(await untaken()).toEqual([]);
  });
});
