import { DAY } from '../../../app/domain/calendar';
import { anOrder } from '../../support/builders';
import { aLoneShop, MAPLE, only } from '../../support/lone-shop';
import type { PlacedOrder } from '../../support/shop';

const kinds = (order: PlacedOrder): string[] => order.transactions.map((t) => t.kind);

function capturing(shopify: ReturnType<typeof aLoneShop>, order: PlacedOrder) {
  const authorizationId = only(order.transactions.filter((t) => t.kind === 'authorization')).id;
  return (amount: string, final: boolean | null = null) =>
    shopify.port.capture(MAPLE, {
      orderId: order.id,
      authorizationId,
      amount: shopify.cash(amount),
      final,
    });
}

describe('captures by the app', () => {
  it('off Plus the first ends the authorization, however little it takes', async () => {
    const shopify = aLoneShop();
    const capture = capturing(shopify, shopify.placed(anOrder().of('MUG', 2)));
    expect(await capture('10.00')).toMatchObject({ outcome: 'done' });
    expect(await capture('10.00')).toMatchObject({ outcome: 'refused' });
    shopify.advance(8 * DAY);
    expect(shopify.facts('lapsed')).toEqual([]);
  });

  it('on Plus several are possible, until a final one', async () => {
    const shopify = aLoneShop({ plus: true });
    const capture = capturing(shopify, shopify.placed(anOrder().of('MUG', 2)));
    expect(await capture('10.00')).toMatchObject({ outcome: 'done' });
    expect(await capture('10.00', true)).toMatchObject({ outcome: 'done' });
    expect(await capture('10.00')).toMatchObject({ outcome: 'refused' });
  });

  it.each([true, false])(
    'off Plus it is refused with the word on the last one: %s',
    async (final) => {
      const shopify = aLoneShop();
      const capture = capturing(shopify, shopify.placed(anOrder().of('MUG', 2)));
      expect(await capture('40.00', final)).toMatchObject({
        outcome: 'refused',
        reason: expect.stringContaining('Setting final capture is not supported'),
      });
      expect(await capture('40.00')).toMatchObject({ outcome: 'done' });
    },
  );

  it('a gateway that captures in full only refuses a part', async () => {
    const shopify = aLoneShop();
    const capture = capturing(shopify, shopify.placed(anOrder().of('MUG').paidBy('pay_in_parts')));
    expect(await capture('10.00')).toMatchObject({ outcome: 'refused' });
    expect(await capture('20.00')).toMatchObject({ outcome: 'done' });
  });

  it('one that the bank declines is in the books as failed', async () => {
    const shopify = aLoneShop();
    const order = shopify.placed(anOrder().of('MUG'));
    shopify.decline(order.id);
    expect(await capturing(shopify, order)('20.00')).toMatchObject({ outcome: 'refused' });
    expect((await shopify.read(order)).transactions.at(-1)).toMatchObject({
      kind: 'capture',
      status: 'failure',
      errorCode: 'CARD_DECLINED',
    });
    expect(shopify.facts('captured')).toEqual([]);
  });
});

describe('an authorization', () => {
  it.each([
    ['shopify_payments', 7],
    ['paypal', 29],
    ['klarna', 28],
    ['a_gateway_of_its_own', 7],
  ])('by %s lapses after %d days', (gateway, days) => {
    const shopify = aLoneShop();
    shopify.placed(anOrder().of('MUG').paidBy(gateway));
    shopify.advance(days * DAY - 1);
    expect(shopify.facts('lapsed')).toEqual([]);
    shopify.advance(1);
    expect(shopify.facts('lapsed')).toHaveLength(1);
  });

  it('for longer, on Plus, tells from when it costs a fee', async () => {
    const shopify = aLoneShop({ plus: true });
    const order = shopify.placed(anOrder().of('MUG').withLongAuthorization());
    const at = (days: number): Date => new Date(order.placedAt.getTime() + days * DAY);
    expect(only((await shopify.read(order)).transactions)).toMatchObject({
      feeFrom: at(7),
      authorizationExpiresAt: at(30),
      multiCapturable: true,
    });
  });

  it('of its own is made for an upsell', () => {
    const shopify = aLoneShop();
    const order = shopify.placed(anOrder().of('MUG').upsold('POT', 1, '5.00').shippedFor('4.00'));
    expect(order.transactions.map((t) => t.amount.amount)).toEqual(['24.00', '5.00']);
  });

  it('is never made by a gateway that charges at once', () => {
    const shopify = aLoneShop();
    const order = shopify.placed(anOrder().of('MUG').paidBy('bank_redirect'));
    expect(kinds(order)).toEqual(['sale']);
  });

  it('is pending first where the provider takes its time, and blocks the order meanwhile', async () => {
    const shopify = aLoneShop();
    const order = shopify.placed(anOrder().of('MUG').paidBy('klarna'));
    const statuses = async () => (await shopify.read(order)).transactions.map((t) => t.status);
    expect(await statuses()).toEqual(['pending']);
    expect(shopify.cancelByMerchant(order.id)).toMatchObject({ outcome: 'refused' });
    shopify.advance(DAY);
    expect(await statuses()).toEqual(['success']);
    expect(shopify.facts('authorized')).toHaveLength(1);
  });

  it('may fail after all', async () => {
    const shopify = aLoneShop();
    const order = shopify.placed(anOrder().of('MUG').stillPending('failure', DAY));
    shopify.advance(DAY);
    expect(only((await shopify.read(order)).transactions).status).toBe('failure');
    expect(shopify.facts('authorized')).toEqual([]);
  });
});

describe('captures by Shopify itself', () => {
  const two = anOrder().of('MUG').of('POT', 1, '30.00').shippedFor('5.00');
  const part = (order: PlacedOrder, sku: string) => ({
    lines: new Map(order.lines.filter((l) => l.sku === sku).map((l) => [l.id, 1])),
  });
  const amounts = (shopify: ReturnType<typeof aLoneShop>) =>
    shopify
      .facts('captured')
      .map((fact) => (fact.kind === 'captured' ? [fact.amount.amount, fact.by] : []));

  it('come once the entire order is fulfilled', () => {
    const shopify = aLoneShop({ captureMode: 'on-fulfillment' });
    const order = shopify.placed(two);
    shopify.fulfill(order.id, part(order, 'MUG'));
    expect(amounts(shopify)).toEqual([]);
    shopify.fulfill(order.id);
    expect(amounts(shopify)).toEqual([['55.00', 'shopify']]);
  });

  it('come with each part, the shipping with the first', () => {
    const shopify = aLoneShop({ captureMode: 'per-fulfillment', plus: true });
    const order = shopify.placed(two);
    shopify.fulfill(order.id, part(order, 'MUG'));
    shopify.fulfill(order.id);
    expect(amounts(shopify)).toEqual([
      ['25.00', 'shopify'],
      ['30.00', 'shopify'],
    ]);
  });

  it.each([
    ['has lapsed', (shopify: ReturnType<typeof aLoneShop>) => shopify.advance(8 * DAY)],
    [
      'is declined',
      (shopify: ReturnType<typeof aLoneShop>, o: PlacedOrder) => shopify.decline(o.id),
    ],
  ])('leave the order unpaid when the authorization %s', async (_, spoil) => {
    const shopify = aLoneShop({ captureMode: 'on-fulfillment' });
    const order = shopify.placed(anOrder().of('MUG'));
    spoil(shopify, order);
    shopify.fulfill(order.id);
    const { outstanding, totalCapturable } = await shopify.read(order);
    // What is authorized is no debt, also after a declined capture.
    expect(Number(outstanding.amount) + Number(totalCapturable.amount)).toBe(20);
    expect(shopify.takenOf(order.id).amount).toBe('0.00');
  });
});
