import { panelPayments } from '../../app/use-cases/panel-payments';
import { aShop, anOrder } from '../support/builders';
import { SHOP } from '../support/harness';
import { DAYS, HOURS } from '../support/story';

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
      ['Sezzle', 7, 14],
    ]);
  });
});
