import { LineId, OrderId, ItemId, TransactionId } from '../../domain/ids';
import { isPositive } from '../../domain/money';
import type { OrderCustomer, OrderLine, OrderSnapshot, Transaction } from '../../domain/order';
import type {
  DisputeStatus,
  LineFragment,
  OrderHeadFragment,
  OrderTransactionKind,
  OrderTransactionStatus,
  PaymentFragment,
} from './generated/admin';
import { readFinancialStatus } from './financial-status';
import { readInstant, readInstantOrNull } from './instants';
import { grossOf } from './line-gross';
import { type Parcel, readParcel } from './parcel';
import { readMoney } from './presentment';
import { readRoutedPart, type RoutedPart } from './routed-part';
import { translate } from './translate';

type ShopifyOrder = OrderHeadFragment;

/** An order with all of its pages put together. */
export interface WholeOrder {
  readonly head: Omit<ShopifyOrder, 'transactions'>;
  readonly lines: readonly LineFragment[];
  readonly payments: readonly PaymentFragment[];
  readonly routed: readonly RoutedPart[];
  readonly parcels: readonly Parcel[];
}

const TRANSACTION_KINDS: Readonly<Record<OrderTransactionKind, Transaction['kind']>> = {
  AUTHORIZATION: 'authorization',
  // A card that was read by a terminal.
  EMV_AUTHORIZATION: 'authorization',
  SALE: 'sale',
  CAPTURE: 'capture',
  VOID: 'void',
  REFUND: 'refund',
  CHANGE: 'change',
  // A proposal, not money.
  SUGGESTED_REFUND: 'other',
};

const TRANSACTION_STATUSES: Readonly<Record<OrderTransactionStatus, Transaction['status']>> = {
  SUCCESS: 'success',
  PENDING: 'pending',
  AWAITING_RESPONSE: 'pending',
  FAILURE: 'failure',
  ERROR: 'error',
  UNKNOWN: 'unknown',
};

/** A lost dispute still means that the money is gone: only one that was won or prevented leaves the order free. */
const DISPUTE_FREEZES: Readonly<Record<DisputeStatus, boolean>> = {
  NEEDS_RESPONSE: true,
  UNDER_REVIEW: true,
  ACCEPTED: true,
  CHARGE_REFUNDED: true,
  LOST: true,
  WON: false,
  PREVENTED: false,
};

const RISKS = {
  ACCEPT: 'accept',
  CANCEL: 'cancel',
  INVESTIGATE: 'investigate',
  NONE: 'none',
} as const satisfies Record<ShopifyOrder['risk']['recommendation'], OrderSnapshot['risk']>;

function readRisk({ recommendation, assessments }: ShopifyOrder['risk']): OrderSnapshot['risk'] {
  const waits = assessments.some((assessment) => assessment.riskLevel === 'PENDING');
  return recommendation === 'NONE' && waits ? 'pending' : translate(RISKS, recommendation);
}

function readCustomer(order: WholeOrder['head']): OrderCustomer {
  return {
    email: order.email,
    phone: order.phone,
    firstName: order.customer?.firstName ?? order.shippingAddress?.firstName ?? null,
    locale: order.customerLocale ?? 'en',
    countryCode: order.shippingAddress?.countryCodeV2 ?? null,
    provinceCode: order.shippingAddress?.provinceCode ?? null,
  };
}

function readLine(line: LineFragment): OrderLine {
  return {
    id: LineId.parse(line.id),
    title: line.title,
    sku: line.sku || null,
    itemId: line.variant ? ItemId.parse(line.variant.inventoryItem.id) : null,
    tracked: line.variant?.inventoryItem.tracked ?? false,
    requiresShipping: line.requiresShipping,
    giftCard: line.isGiftCard,
    ordered: line.quantity,
    current: line.currentQuantity,
    unitPrice: readMoney(line.discountedUnitPriceAfterAllDiscountsSet),
    gross: grossOf(line),
  };
}

/**
 * Within an extended authorization `authorizationExpiresAt` may be the end of the standard time, after which the money
 * can still be taken for a fee: the extended end is the one that counts.
 */
function readPayment(payment: PaymentFragment): Transaction {
  const extended = payment.shopifyPaymentsSet?.extendedAuthorizationSet ?? null;
  return {
    id: TransactionId.parse(payment.id),
    kind: translate(TRANSACTION_KINDS, payment.kind),
    status: translate(TRANSACTION_STATUSES, payment.status),
    amount: readMoney(payment.amountSet),
    gateway: payment.gateway ?? '',
    parentId: payment.parentTransaction ? TransactionId.parse(payment.parentTransaction.id) : null,
    processedAt: readInstant(payment.processedAt ?? payment.createdAt),
    authorizationExpiresAt: readInstantOrNull(
      extended?.extendedAuthorizationExpiresAt ?? payment.authorizationExpiresAt,
    ),
    feeFrom: readInstantOrNull(extended?.standardAuthorizationExpiresAt ?? null),
    multiCapturable: payment.multiCapturable,
    errorCode: payment.errorCode,
  };
}

/** Shopify's words in Holdfast's shape; says nothing that Shopify didn't. */
export function readOrderSnapshot({
  head,
  lines,
  payments,
  routed,
  parcels,
}: WholeOrder): OrderSnapshot {
  const outstanding = readMoney(head.totalOutstandingSet);
  return {
    id: OrderId.parse(head.id),
    name: head.name,
    createdAt: readInstant(head.createdAt),
    processedAt: readInstant(head.processedAt),
    updatedAt: readInstant(head.updatedAt),
    cancelledAt: readInstantOrNull(head.cancelledAt),
    test: head.test,
    source: head.sourceName ?? '',
    tags: head.tags,
    customer: readCustomer(head),
    lines: lines.map(readLine),
    fulfillmentOrders: routed.map(readRoutedPart),
    fulfillments: parcels.map(readParcel),
    transactions: payments.map(readPayment),
    currentTotal: readMoney(head.currentTotalPriceSet),
    outstanding,
    financialStatus: readFinancialStatus(head.displayFinancialStatus),
    refunded: readMoney(head.totalRefundedSet),
    disputed: head.disputes.some((dispute) => translate(DISPUTE_FREEZES, dispute.status)),
    capturable: head.capturable,
    totalCapturable: readMoney(head.totalCapturableSet),
    editable: head.merchantEditable,
    risk: readRisk(head.risk),
    requiresPaymentByTerms: head.paymentTerms !== null,
    paymentUrl: isPositive(outstanding)
      ? head.paymentCollectionDetails.additionalPaymentCollectionUrl
      : null,
  };
}
