import { LineId, OrderId, ShopId, TransactionId } from '../../../app/domain/ids';
import { OutcomeUnclear, Permanent } from '../../../app/errors';
import { answering } from './answering';
import { aLine, anOrder, aPayment, aRoutedPart, euros } from './shopify-order';

const shop = ShopId.parse('a.myshopify.com');
const orderId = OrderId.parse('gid://shopify/Order/1');
const lineId = LineId.parse('gid://shopify/LineItem/11');
const parentId = TransactionId.parse('gid://shopify/OrderTransaction/31');
const ONE_PAGE = { hasNextPage: false, endCursor: null };

const onePage = ({ lineItems, ...part }: ReturnType<typeof aRoutedPart>) => ({
  ...part,
  lineItems: { ...lineItems, pageInfo: ONE_PAGE },
});

/** The order as the first of the calls reads it. */
function read(parts: Parameters<typeof anOrder>[1] = {}) {
  const { head, lines, payments, routed } = anOrder(
    {},
    { payments: [aPayment({ kind: 'SALE' })], ...parts },
  );
  return {
    order: {
      ...head,
      lineItems: { nodes: lines, pageInfo: ONE_PAGE },
      fulfillmentOrders: { nodes: routed.map(onePage), pageInfo: ONE_PAGE },
      transactions: payments,
      fulfillments: [],
    },
  };
}

const wish = {
  orderId,
  lines: [{ lineId, quantity: 1 }],
  payments: [{ parentId, amount: { amount: '19.90', currencyCode: 'EUR' } }],
  note: 'Cancelled by the customer',
  key: 'holdfast-1',
};
const refunded = (...statuses: string[]) => ({
  refundCreate: {
    refund: {
      id: 'gid://shopify/Refund/1',
      transactions: { nodes: statuses.map((status) => ({ status, errorCode: null })) },
    },
    userErrors: [],
  },
});
const said = (message: string) => ({
  refundCreate: { refund: null, userErrors: [{ message }] },
});

describe('a refund', () => {
  it('names its key, payment, gateway, currency and place, and has Shopify send no mail', async () => {
    const { port, asked } = answering(read(), refunded('SUCCESS'));
    expect(await port.refund(shop, wish)).toEqual({
      outcome: 'done',
      reference: 'gid://shopify/Refund/1',
    });
    expect(asked[1]).toEqual({
      name: 'RefundOrder',
      variables: {
        key: 'holdfast-1',
        input: {
          orderId,
          note: 'Cancelled by the customer',
          notify: false,
          currency: 'EUR',
          refundLineItems: [
            {
              lineItemId: lineId,
              quantity: 1,
              restockType: 'CANCEL',
              locationId: 'gid://shopify/Location/51',
            },
          ],
          transactions: [
            { orderId, parentId, gateway: 'shopify_payments', kind: 'REFUND', amount: '19.90' },
          ],
        },
      },
    });
  });

  it('restocks where the units still wait, not where others were sent from', async () => {
    const sent = aRoutedPart({
      status: 'CLOSED',
      lineItems: {
        nodes: [
          {
            id: 'gid://shopify/FulfillmentOrderLineItem/1',
            remainingQuantity: 0,
            lineItem: { id: lineId },
          },
        ],
      },
    });
    const waiting = aRoutedPart({
      id: 'gid://shopify/FulfillmentOrder/42',
      assignedLocation: { location: { id: 'gid://shopify/Location/52' } },
    });
    const { port, asked } = answering(read({ routed: [sent, waiting] }), refunded('SUCCESS'));
    await port.refund(shop, wish);
    expect(asked[1]?.variables).toMatchObject({
      input: { refundLineItems: [{ locationId: 'gid://shopify/Location/52' }] },
    });
  });

  it('restocks where the units are, not where a parcel of them was cancelled', async () => {
    // A cancelled parcel leaves its old fulfillment order closed with the unit counted as remaining (recorded).
    const old = aRoutedPart({ status: 'CLOSED' });
    const fresh = aRoutedPart({
      id: 'gid://shopify/FulfillmentOrder/42',
      assignedLocation: { location: { id: 'gid://shopify/Location/52' } },
    });
    const { port, asked } = answering(read({ routed: [old, fresh] }), refunded('SUCCESS'));
    await port.refund(shop, wish);
    expect(asked[1]?.variables).toMatchObject({
      input: { refundLineItems: [{ locationId: 'gid://shopify/Location/52' }] },
    });
  });

  it.each([
    [['SUCCESS', 'PENDING'], 'pending'],
    [['SUCCESS', 'FAILURE'], 'refused'],
    [[], 'done'],
  ])('whose transactions are %j is %s', async (statuses, outcome) => {
    const { port } = answering(read(), refunded(...statuses));
    expect(await port.refund(shop, wish)).toMatchObject({ outcome });
  });

  it('is never sent for a payment that the order does not have', async () => {
    const { port, asked } = answering(
      read({ payments: [aPayment({ id: 'gid://shopify/OrderTransaction/99' })] }),
    );
    expect(await port.refund(shop, wish)).toMatchObject({
      outcome: 'refused',
      code: 'TRANSACTION_NOT_FOUND',
    });
    expect(asked.map(({ name }) => name)).toEqual(['ReadOrder']);
  });

  it.each([
    // Shopify's own sentences, from its schema (2026-10).
    ['This request is currently in progress, please try again.', { outcome: 'pending' }],
    [
      'A previous request with this idempotency key failed. Retry with a new idempotency key.',
      { outcome: 'key-spent' },
    ],
    [
      'The same idempotency key cannot be used with different operation parameters.',
      { outcome: 'refused', code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH' },
    ],
    // The codes, where Shopify gives one.
    ['IDEMPOTENCY_CONCURRENT_REQUEST', { outcome: 'pending' }],
    ['IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED', { outcome: 'key-spent' }],
    [
      'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
      { outcome: 'refused', code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH' },
    ],
    ['Refund amount is too large', { outcome: 'refused', code: null }],
  ])('of which Shopify says "%s" is told in words', async (message, expected) => {
    const { port } = answering(read(), said(message));
    expect(await port.refund(shop, wish)).toMatchObject(expected);
  });

  it.each([
    [{ refundCreate: null }],
    [{ refundCreate: { refund: null, userErrors: [] } }],
    [refunded('UNKNOWN')],
  ])('of which Shopify says nothing is unclear', async (reply) => {
    await expect(answering(read(), reply).port.refund(shop, wish)).rejects.toBeInstanceOf(
      OutcomeUnclear,
    );
  });
});

describe('a suggestion', () => {
  const suggested = (...suggestedTransactions: object[]) => ({
    order: { suggestedRefund: { suggestedTransactions } },
  });

  it('leaves out payments that get nothing', async () => {
    const { port } = answering(
      suggested(
        { amountSet: euros('0.0'), parentTransaction: null },
        { amountSet: euros('5.5'), parentTransaction: { id: parentId } },
      ),
    );
    expect(await port.suggestRefund(shop, wish)).toEqual([
      { parentId, amount: { amount: '5.50', currencyCode: 'EUR' } },
    ]);
  });

  it('that names no payment is for a person', async () => {
    const { port } = answering(suggested({ amountSet: euros('5.5'), parentTransaction: null }));
    await expect(port.suggestRefund(shop, wish)).rejects.toBeInstanceOf(Permanent);
  });

  it('without lines is what was paid beyond the price', async () => {
    const paid = aPayment({ kind: 'SALE', amountSet: euros('80.0') });
    const { port } = answering(read({ payments: [paid], lines: [aLine()] }));
    expect(await port.suggestRefund(shop, { orderId, lines: [] })).toEqual([
      { parentId, amount: { amount: '20.30', currencyCode: 'EUR' } },
    ]);
  });
});
