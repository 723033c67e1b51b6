import { accounts, currentQuantity, unfulfilledQuantity } from '../../shop/accounting';
import { merchantEditableErrors } from '../../shop/edit';
import { canMarkAsPaid } from '../../shop/mark-as-paid';
import { paymentUrl } from '../../shop/pay-link';
import { financialStatus, fulfillmentStatus, openFulfillmentOrders } from '../../shop/statuses';
import { compare, isPositive } from '../../world/money';
import type { Order } from '../../world/types';
import { connection, firstOf } from '../connection';
import type { Args, Context, View } from '../context';
import { legacyId, metafieldFields } from './basics';
import { addressView, customerView } from './customer';
import { fulfillmentOrderView, fulfillmentView, seesFulfillmentOrder } from './fulfillment';
import { orderAmounts } from './order-amounts';
import { lineView } from './order-line';
import { termsView } from './payment-terms';
import { refundView } from './refund';
import { suggestedRefundView } from './suggested-refund';
import { capturableTransaction, transactionView } from './transaction';

export function orderView(ctx: Context, order: Order): View {
  const { shop } = ctx;
  const personal = shop.protectedData;
  const a = accounts(order, shop);
  const customer = shop.customers.find((candidate) => candidate.id === order.customerId);
  const errors = merchantEditableErrors(order);
  const visibleFos = order.fulfillmentOrders.filter((fo) => seesFulfillmentOrder(ctx, fo));
  return {
    __typename: 'Order',
    id: order.id,
    legacyResourceId: legacyId(order.id),
    name: order.name,
    number: order.number,
    createdAt: order.createdAt,
    processedAt: order.processedAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    closedAt: order.closedAt,
    closed: order.closedAt !== null,
    test: order.test,
    confirmed: order.confirmed,
    edited: order.edited,
    confirmationNumber: order.token.slice(0, 9).toUpperCase(),
    cancellation: order.cancelledAt ? { __typename: 'OrderCancellation', staffNote: null } : null,
    email: personal ? order.email : null,
    phone: personal ? order.phone : null,
    customerLocale: order.locale,
    note: null,
    tags: order.tags,
    sourceName: order.sourceName,
    sourceIdentifier: null,
    customAttributes: order.attributes.map((attribute) => ({
      __typename: 'Attribute',
      ...attribute,
    })),
    paymentGatewayNames: [...new Set(order.transactions.map((t) => t.gateway))],
    customer: customer ? () => customerView(ctx, customer) : null,
    shippingAddress: () => addressView(ctx, order),
    billingAddress: () => addressView(ctx, order),
    displayAddress: () => addressView(ctx, order),
    billingAddressMatchesShippingAddress: true,
    currencyCode: order.currency,
    presentmentCurrencyCode: order.presentmentCurrency,
    displayFinancialStatus: financialStatus(order, shop),
    displayFulfillmentStatus: fulfillmentStatus(order),
    returnStatus: order.openReturn ? 'IN_PROGRESS' : 'NO_RETURN',
    capturable: isPositive(a.capturable),
    unpaid: !isPositive(a.received),
    fullyPaid: compare(a.net, a.currentTotal) >= 0,
    refundable: isPositive(a.net),
    restockable: true,
    canMarkAsPaid: canMarkAsPaid(shop, order),
    canNotifyCustomer: order.email !== null,
    fulfillable: openFulfillmentOrders(order).length > 0,
    requiresShipping: order.lines.some((l) => l.requiresShipping),
    taxesIncluded: order.taxesIncluded,
    taxExempt: false,
    estimatedTaxes: false,
    dutiesIncluded: false,
    customerAcceptsMarketing: false,
    hasTimelineComment: false,
    productNetwork: false,
    ...orderAmounts(order, a),
    subtotalLineItemsQuantity: order.lines.reduce((n, l) => n + l.quantity, 0),
    currentSubtotalLineItemsQuantity: order.lines.reduce((n, l) => n + currentQuantity(l), 0),
    channelInformation: {
      __typename: 'ChannelInformation',
      id: `gid://shopify/ChannelInformation/${legacyId(order.id)}`,
      channelId: 'gid://shopify/Channel/1',
      displayName: order.sourceName,
      channelDefinition: {
        __typename: 'ChannelDefinition',
        id: 'gid://shopify/ChannelDefinition/1',
        handle: order.sourceName,
        channelName: order.sourceName,
        subChannelName: order.sourceName,
        isMarketplace: false,
      },
    },
    attribution: {
      __typename: 'OrderAttribution',
      handle: order.sourceName,
      displayName: order.sourceName,
      icon: null,
    },
    risk: riskView(order),
    paymentTerms: order.paymentTerms ? termsView(ctx, order, order.paymentTerms) : null,
    suggestedRefund: (args: Args) => suggestedRefundView(ctx, order, args),
    purchasingEntity: null,
    disputes: order.disputes.map((dispute) => ({ __typename: 'OrderDisputeSummary', ...dispute })),
    transactions: (args: Args) =>
      firstOf(
        order.transactions.filter(
          (t) => args.capturable !== true || capturableTransaction(order, t),
        ),
        (t) => transactionView(ctx, order, t),
      )(args),
    transactionsCount: {
      __typename: 'Count',
      count: order.transactions.length,
      precision: 'EXACT',
    },
    lineItems: connection('LineItem', order.lines, (line) => lineView(ctx, order, line)),
    nonFulfillableLineItems: connection(
      'LineItem',
      order.lines.filter((l) => unfulfilledQuantity(l) === 0),
      (line) => lineView(ctx, order, line),
    ),
    fulfillmentOrders: connection('FulfillmentOrder', visibleFos, (fo) =>
      fulfillmentOrderView(ctx, order, fo),
    ),
    fulfillments: firstOf(order.fulfillments, (f) => fulfillmentView(ctx, order, f)),
    fulfillmentsCount: {
      __typename: 'Count',
      count: order.fulfillments.length,
      precision: 'EXACT',
    },
    refunds: firstOf(order.refunds, (refund) => refundView(ctx, order, refund)),
    merchantEditable: errors.length === 0,
    merchantEditableErrors: errors,
    paymentCollectionDetails: {
      __typename: 'OrderPaymentCollectionDetails',
      additionalPaymentCollectionUrl: paymentUrl(ctx.world, shop, order),
      vaultedPaymentMethods: null,
    },
    statusPageUrl: `${ctx.world.settings.publicUrl}/orders/${order.token}`,
    ...metafieldFields(order.metafields),
  };
}

/** While an assessment is being made, Shopify advises nothing. */
const riskView = ({ risk }: Order): View => ({
  __typename: 'OrderRiskSummary',
  recommendation: risk === 'PENDING' ? 'NONE' : risk,
  assessments:
    risk === 'PENDING' ? [{ __typename: 'OrderRiskAssessment', riskLevel: 'PENDING' }] : [],
});
