import { anOrder } from '../../support/builders';
import { aLoneShop, MAPLE, only } from '../../support/lone-shop';

const paid = (order = anOrder().of('MUG', 2).withTax('3.00').shippedFor('5.00')) => {
  const shopify = aLoneShop({ captureMode: 'checkout' });
  const placed = shopify.placed(order);
  const lineId = placed.lines[0]?.id;
  if (lineId === undefined) throw new Error('The order has no line');
  const lines = [{ lineId, quantity: 1 }];
  const of = { orderId: placed.id, lines };
  return { shopify, order: placed, of, suggest: () => shopify.port.suggestRefund(MAPLE, of) };
};

describe('a refund in the shop', () => {
  it('suggests the units with their tax, without shipping', async () => {
    expect(only(await paid().suggest()).amount.amount).toBe('21.50');
  });

  it('takes the units off and moves the money once for each key', async () => {
    const { shopify, order, of, suggest } = paid();
    const payments = await suggest();
    const refund = (key: string, what = payments) =>
      shopify.port.refund(MAPLE, { ...of, payments: what, note: '', key });
    const first = await refund('a');
    expect(first).toMatchObject({ outcome: 'done' });
    expect(await refund('a')).toEqual(first);
    expect(await refund('a', [])).toMatchObject({ code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH' });
    expect(await shopify.read(order)).toMatchObject({
      refunded: shopify.cash('21.50'),
      currentTotal: shopify.cash('26.50'),
      outstanding: shopify.cash('0'),
    });
    expect(only(shopify.facts('refunded'))).toMatchObject({ by: 'holdfast' });
  });

  it('suggests nothing for units that nobody has paid for', async () => {
    const shopify = aLoneShop();
    const order = shopify.placed(anOrder().of('MUG', 2));
    const lines = order.lines.map((line) => ({ lineId: line.id, quantity: 1 }));
    expect(await shopify.port.suggestRefund(MAPLE, { orderId: order.id, lines })).toEqual([]);
  });

  it('first lowers what is outstanding', async () => {
    const shopify = aLoneShop();
    const order = shopify.placed(anOrder().of('MUG', 3));
    shopify.captureByMerchant(order.id, shopify.cash('50.00'));
    const lines = order.lines.map((line) => ({ lineId: line.id, quantity: 1 }));
    const suggested = await shopify.port.suggestRefund(MAPLE, { orderId: order.id, lines });
    expect(only(suggested).amount.amount).toBe('10.00');
  });

  it('goes back to each tender, the gift card last', async () => {
    const { shopify, order } = paid(anOrder().of('MUG').of('POT').withGiftCard('30.00'));
    const lines = order.lines.map((line) => ({ lineId: line.id, quantity: 1 }));
    const suggested = await shopify.port.suggestRefund(MAPLE, { orderId: order.id, lines });
    const gateways = new Map(order.transactions.map((t) => [t.id, t.gateway]));
    expect(suggested.map((p) => [gateways.get(p.parentId), p.amount.amount])).toEqual([
      ['shopify_payments', '10.00'],
      ['gift_card', '30.00'],
    ]);
  });

  it('without units suggests what is paid beyond the price', async () => {
    const { shopify, order, of } = paid();
    shopify.takeOff(order.id, only(of.lines).lineId, 1);
    const suggested = await shopify.port.suggestRefund(MAPLE, { orderId: order.id, lines: [] });
    expect(only(suggested).amount.amount).toBe('21.50');
  });

  it('of units by a person gives back what Shopify suggests', () => {
    const { shopify, order, of } = paid();
    const { lineId } = only(of.lines);
    expect(shopify.refundUnitsByMerchant(order.id, lineId, 1)).toBe(true);
    expect(shopify.refundUnitsByMerchant(order.id, lineId, 2)).toBe(false);
    expect(shopify.facts('refunded')).toMatchObject([
      { amount: shopify.cash('21.50'), by: 'merchant' },
    ]);
  });

  it('is refused beyond what was paid', async () => {
    const { shopify, order, of } = paid();
    const payments = [{ parentId: only(order.transactions).id, amount: shopify.cash('48.01') }];
    const input = { ...of, payments, note: '', key: 'a' };
    expect(await shopify.port.refund(MAPLE, input)).toMatchObject({ outcome: 'refused' });
    expect((await shopify.read(order)).lines[0]?.current).toBe(2);
  });

  it('of a whole order is refused while a return is open, and done after it', () => {
    const { shopify, order } = paid();
    shopify.openReturn(order.id);
    expect(shopify.cancelByMerchant(order.id)).toMatchObject({ outcome: 'refused' });
    shopify.closeReturn(order.id);
    expect(shopify.cancelByMerchant(order.id)).toMatchObject({ outcome: 'done' });
    expect(shopify.facts('refunded')).toMatchObject([{ amount: shopify.cash('48.00') }]);
  });
});
