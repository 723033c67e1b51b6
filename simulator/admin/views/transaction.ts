import { capturableOf, takenFrom } from '../../shop/accounting';
import { isMultiCapturable } from '../../shop/multi-capturable';
import { refundable } from '../../shop/refund';
import { isPositive, subtract, ZERO } from '../../world/money';
import type { Order, Transaction } from '../../world/types';
import type { Context, View } from '../context';
import { money, moneyBag } from './basics';
import { orderView } from './order';

export const capturableTransaction = (order: Order, t: Transaction): boolean =>
  isPositive(capturableOf(order, t));

export function transactionView(ctx: Context, order: Order, t: Transaction): View {
  const parent = order.transactions.find((candidate) => candidate.id === t.parentId);
  const payment = (t.kind === 'SALE' || t.kind === 'CAPTURE') && t.status === 'SUCCESS';
  return {
    __typename: 'OrderTransaction',
    id: t.id,
    kind: t.kind,
    status: t.status,
    gateway: t.gateway,
    formattedGateway: t.gateway.replaceAll('_', ' '),
    createdAt: t.createdAt,
    processedAt: t.processedAt,
    errorCode: t.errorCode,
    test: t.test,
    manualPaymentGateway: t.gateway === 'manual',
    amountSet: moneyBag(t.amount, order),
    amount: t.amount.shop,
    amountV2: money(t.amount.shop, order.currency),
    // Shopify shows when an authorization ends to stores on Plus only.
    authorizationExpiresAt: ctx.shop.plan === 'plus' ? t.expiresAt : null,
    shopifyPaymentsSet: ctx.shop.plan === 'plus' ? paymentsSet(t) : null,
    multiCapturable: isMultiCapturable(t),
    manuallyCapturable: t.gateway !== 'manual' && capturableTransaction(order, t),
    parentTransaction: parent ? () => transactionView(ctx, order, parent) : null,
    order: () => orderView(ctx, order),
    paymentId: `${order.name}.${order.transactions.indexOf(t) + 1}`,
    totalUnsettledSet: moneyBag(
      t.kind === 'AUTHORIZATION' && t.ended === null
        ? subtract(t.amount, settled(order, t))
        : t.status === 'PENDING'
          ? t.amount
          : ZERO,
      order,
    ),
    maximumRefundableV2: payment
      ? money(refundable(order, t).presentment, order.presentmentCurrency)
      : null,
    fees: [],
    settlementCurrency: order.currency,
    settlementCurrencyRate: null,
    receiptJson: '{}',
  };
}

const paymentsSet = (t: Transaction): View => ({
  __typename: 'ShopifyPaymentsTransactionSet',
  refundSet: null,
  extendedAuthorizationSet:
    t.feeFrom === null
      ? null
      : {
          __typename: 'ShopifyPaymentsExtendedAuthorization',
          standardAuthorizationExpiresAt: t.feeFrom,
          extendedAuthorizationExpiresAt: t.expiresAt,
        },
});

/** A pending capture is still unsettled: Shopify counts it as outstanding until it succeeds. */
const settled = (order: Order, t: Transaction) =>
  subtract(
    takenFrom(order, t),
    takenFrom(
      { ...order, transactions: order.transactions.filter((x) => x.status === 'PENDING') },
      t,
    ),
  );
