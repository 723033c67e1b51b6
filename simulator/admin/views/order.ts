import {
  accounts,
  currentQuantity,
  discountedTotal,
  netOf,
  originalTotal,
  priceOf,
  taxRate,
  totalTax,
  unfulfilledQuantity,
} from '../../shop/accounting';
import { merchantEditableErrors } from '../../shop/edit';
import { paymentUrl } from '../../shop/pay-link';
import { financialStatus, fulfillmentStatus, openFulfillmentOrders } from '../../shop/statuses';
import { bagOf, compare, isPositive, portion, subtract, sum, times, ZERO } from '../../world/money';
import type { Bag, Customer, Line, Order } from '../../world/types';
import { connection, firstOf } from '../connection';
import type { Args, Context, View } from '../context';
import { legacyId, metafieldFields, money, moneyBag } from './basics';
import { fulfillmentOrderView, fulfillmentView, seesFulfillmentOrder } from './fulfillment';
import { productView, variantView } from './product';
import { termsView } from './payment-terms';
import { refundView } from './refund';
import { suggestedRefundView } from './suggested-refund';
import { capturableTransaction, transactionView } from './transaction';

export function lineView(ctx: Context, order: Order, line: Line): View {
  const product = ctx.shop.products.find((candidate) => candidate.variantId === line.variantId);
  const bag = (value: Bag): View => moneyBag(value, order);
  const current = currentQuantity(line);
  return {
    __typename: 'LineItem',
    id: line.id,
    sku: line.sku,
    title: line.title,
    name: line.title,
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: current,
    unfulfilledQuantity: unfulfilledQuantity(line),
    fulfillableQuantity: unfulfilledQuantity(line),
    nonFulfillableQuantity: line.quantity - unfulfilledQuantity(line),
    refundableQuantity: current,
    requiresShipping: line.requiresShipping,
    isGiftCard: line.giftCard,
    taxable: true,
    restockable: line.tracked,
    merchantEditable: unfulfilledQuantity(line) > 0,
    variantTitle: null,
    customAttributes: [],
    fulfillmentStatus:
      unfulfilledQuantity(line) === 0
        ? 'fulfilled'
        : line.fulfilled > 0
          ? 'partial'
          : 'unfulfilled',
    sellingPlan: null,
    variant: product ? () => variantView(ctx, product) : null,
    product: product ? () => productView(ctx, product) : null,
    originalUnitPriceSet: bag(line.unitPrice),
    originalTotalSet: bag(originalTotal(line)),
    discountedTotalSet: bag(discountedTotal(line)),
    totalDiscountSet: bag(line.discount),
    discountedUnitPriceSet: bag(portion(discountedTotal(line), 1, line.quantity, order)),
    discountedUnitPriceAfterAllDiscountsSet: bag(
      portion(discountedTotal(line), 1, line.quantity, order),
    ),
    unfulfilledDiscountedTotalSet: bag(priceOf(line, unfulfilledQuantity(line), order)),
    unfulfilledOriginalTotalSet: bag(times(line.unitPrice, unfulfilledQuantity(line))),
    priceAfterAllDiscountsBeforeTaxesSet: bag(netOf(line, current, order)),
    taxLines: firstOf(isPositive(line.tax) ? [line] : [], () => taxLineView(line, order)),
  };
}

/** The tax of all units that were ever ordered, as Shopify tells it. */
const taxLineView = (line: Line, order: Order): View => ({
  __typename: 'TaxLine',
  title: 'Tax',
  channelLiable: false,
  rate: taxRate(line, order),
  ratePercentage: taxRate(line, order) * 100,
  source: null,
  price: line.tax.shop,
  priceSet: moneyBag(line.tax, order),
});

export function customerView(ctx: Context, c: Customer): View {
  const personal = ctx.shop.protectedData;
  const name = [c.firstName, c.lastName].filter(Boolean).join(' ');
  return {
    __typename: 'Customer',
    id: c.id,
    legacyResourceId: legacyId(c.id),
    locale: c.locale,
    state: c.account ? 'ENABLED' : 'DISABLED',
    createdAt: c.createdAt,
    updatedAt: c.createdAt,
    verifiedEmail: true,
    tags: [],
    displayName: personal ? name || (c.email ?? c.phone ?? '') : '',
    firstName: personal ? c.firstName : null,
    lastName: personal ? c.lastName : null,
    email: personal ? c.email : null,
    phone: personal ? c.phone : null,
    numberOfOrders: String(ctx.shop.orders.filter((order) => order.customerId === c.id).length),
    defaultEmailAddress:
      personal && c.email
        ? { __typename: 'CustomerEmailAddress', emailAddress: c.email, validFormat: true }
        : null,
    defaultPhoneNumber:
      personal && c.phone ? { __typename: 'CustomerPhoneNumber', phoneNumber: c.phone } : null,
    ...metafieldFields([]),
    orders: connection(
      'Order',
      ctx.shop.orders.filter(
        (order) => order.customerId === c.id && ctx.world.visible(ctx.shop, order),
      ),
      (order) => orderView(ctx, order),
    ),
  };
}

function addressView(ctx: Context, order: Order): View | null {
  const a = order.address;
  if (!a) return null;
  const personal = ctx.shop.protectedData;
  return {
    __typename: 'MailingAddress',
    id: `${a.id}?model_name=Address`,
    countryCodeV2: a.countryCode,
    countryCode: a.countryCode,
    country: a.countryCode,
    provinceCode: a.provinceCode,
    province: a.provinceCode,
    coordinatesValidated: false,
    city: personal ? a.city : null,
    zip: personal ? a.zip : null,
    timeZone: a.timeZone,
    formatted: [a.city, a.countryCode].filter((part) => part !== null && personal),
    formattedArea: a.countryCode,
    firstName: personal ? a.firstName : null,
    lastName: personal ? a.lastName : null,
    name: personal ? [a.firstName, a.lastName].filter(Boolean).join(' ') : null,
  };
}

export function orderView(ctx: Context, order: Order): View {
  const { shop } = ctx;
  const personal = shop.protectedData;
  const bag = (value: Bag) => moneyBag(value, order);
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
    canMarkAsPaid: isPositive(a.outstanding) && order.cancelledAt === null,
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
    totalCapturableSet: bag(a.capturable),
    totalOutstandingSet: bag(a.outstanding),
    currentTotalPriceSet: bag(a.currentTotal),
    currentSubtotalPriceSet: bag(a.currentSubtotal),
    currentTotalTaxSet: bag(a.currentTax),
    currentTotalDiscountsSet: bag(
      sum(
        order.lines.map((line) =>
          portion(line.discount, currentQuantity(line), line.quantity, order),
        ),
      ),
    ),
    currentShippingPriceSet: bag(subtract(order.shipping, order.shippingRefunded)),
    totalReceivedSet: bag(a.received),
    netPaymentSet: bag(a.net),
    totalRefundedSet: bag(a.refunded),
    totalPriceSet: bag(a.total),
    originalTotalPriceSet: bag(a.total),
    subtotalPriceSet: bag(a.subtotal),
    totalTaxSet: bag(totalTax(order)),
    totalShippingPriceSet: bag(order.shipping),
    totalRefundedShippingSet: bag(order.shippingRefunded),
    totalDiscountsSet: bag(sum(order.lines.map((line) => line.discount))),
    totalTipReceivedSet: bag(ZERO),
    refundDiscrepancySet: bag(bagOf(0, order)),
    totalCapturable: a.capturable.shop,
    totalPrice: a.total.shop,
    totalReceived: a.received.shop,
    totalRefunded: a.refunded.shop,
    netPayment: a.net.shop,
    totalTipReceived: money('0', order.currency),
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
    risk: { __typename: 'OrderRiskSummary', recommendation: order.risk, assessments: [] },
    paymentTerms: order.paymentTerms ? termsView(order.paymentTerms, ctx.world.clock.now()) : null,
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
