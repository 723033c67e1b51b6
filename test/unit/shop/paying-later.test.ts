import { DAY } from '../../../app/domain/calendar';
import { anOrder } from '../../support/builders';
import { aLoneShop, MAPLE } from '../../support/lone-shop';
import type { ShopSetup } from '../../support/shop';

function lapsed(payablePerLinkAfterLoss: ShopSetup['payablePerLinkAfterLoss']) {
  const shopify = aLoneShop({ payablePerLinkAfterLoss });
  const order = shopify.placed(anOrder().of('MUG'));
  expect(shopify.payByLink(order.id)).toBe(false);
  shopify.advance(8 * DAY);
  const ask = () => shopify.port.askForPayment(MAPLE, { orderId: order.id, at: shopify.now() });
  return { shopify, order, ask };
}

describe('an order that lost its authorization', () => {
  it('is paid by the link', async () => {
    const { shopify, order } = lapsed('link');
    expect((await shopify.read(order)).paymentUrl).not.toBeNull();
    expect(shopify.payByLink(order.id)).toBe(true);
    expect(shopify.payByLink(order.id)).toBe(false);
    expect(shopify.facts('paid')).toMatchObject([
      { amount: shopify.cash('20.00'), by: 'customer' },
    ]);
  });

  it('is paid by the link only after it was asked for', async () => {
    const { shopify, order, ask } = lapsed('terms');
    expect(shopify.payByLink(order.id)).toBe(false);
    expect(await ask()).toMatchObject({ outcome: 'done' });
    expect(await ask()).toMatchObject({ outcome: 'done' });
    expect(shopify.payByLink(order.id)).toBe(true);
  });

  it('has no page to pay on even with payment terms, but a person can say that it was', async () => {
    const { shopify, order, ask } = lapsed('never');
    expect(await ask()).toMatchObject({ outcome: 'done' });
    expect(shopify.payByLink(order.id)).toBe(false);
    expect(shopify.markAsPaid(order.id)).toBe(true);
    expect(shopify.facts('paid')).toMatchObject([{ by: 'merchant' }]);
  });

  it('may get a new authorization by the link, or a payment that comes later', () => {
    const { shopify, order } = lapsed('link');
    expect(shopify.payByLink(order.id, 'authorization')).toBe(true);
    expect(shopify.facts('authorized')).toHaveLength(2);
    shopify.advance(8 * DAY);
    expect(shopify.payByLink(order.id, 'pending')).toBe(true);
    expect(shopify.facts('paid')).toEqual([]);
    shopify.settlePayments(order.id, 'success');
    expect(shopify.facts('paid')).toHaveLength(1);
  });

  it('is found among the changed orders, the oldest change first', async () => {
    const { shopify, order } = lapsed('link');
    const since = shopify.now();
    const other = shopify.placed(anOrder().of('POT'));
    shopify.advance(1);
    shopify.payByLink(order.id);
    const changed = await shopify.port.listChangedOrders(MAPLE, since, null);
    expect(changed.orders.map(({ id }) => id)).toEqual([other.id, order.id]);
  });
});
