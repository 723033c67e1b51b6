import { ItemId, LineId, OrderId } from '../../../app/domain/ids';
import { isPositive } from '../../../app/domain/money';
import type {
  FinancialStatus,
  Fulfillment,
  OrderCustomer,
  OrderLine,
  OrderSnapshot,
} from '../../../app/domain/order';
import { accounts, currentQuantity, grossOf, priceOf } from '../../../simulator/shop/accounting';
import { isDisputed } from '../../../simulator/shop/dispute';
import { merchantEditableErrors } from '../../../simulator/shop/edit';
import { paymentUrl } from '../../../simulator/shop/pay-link';
import { financialStatus } from '../../../simulator/shop/statuses';
import type * as shopify from '../../../simulator/world/types';
import { cash, instant, instantOrNull } from './figures';
import type { Opened } from './open';
import { partOf } from './part';
import { paymentOf } from './payments';

/** The order as an app would read it now: what the adapter makes of the Admin API's answer, without the API. */
export function snapshotOf(
  { world, shop }: Pick<Opened, 'world' | 'shop'>,
  order: shopify.Order,
): OrderSnapshot {
  const sums = accounts(order, shop);
  const outstanding = cash(sums.outstanding, order);
  const totalCapturable = cash(sums.capturable, order);
  return {
    id: OrderId.parse(order.id),
    name: order.name,
    createdAt: instant(order.createdAt),
    processedAt: instant(order.processedAt),
    updatedAt: instant(order.updatedAt),
    cancelledAt: instantOrNull(order.cancelledAt),
    test: order.test,
    source: order.sourceName,
    tags: order.tags,
    customer: customerOf(order),
    lines: order.lines.map((line) => lineOf(shop, order, line)),
    fulfillmentOrders: order.fulfillmentOrders.map((part) => partOf(shop, order, part)),
    fulfillments: order.fulfillments.map(parcelOf),
    transactions: order.transactions.map((t) => paymentOf(shop, order, t)),
    currentTotal: cash(sums.currentTotal, order),
    outstanding,
    financialStatus: FINANCIAL[financialStatus(order, shop) ?? ''] ?? null,
    refunded: cash(sums.refunded, order),
    disputed: isDisputed(order),
    capturable: isPositive(totalCapturable),
    totalCapturable,
    editable: merchantEditableErrors(order).length === 0,
    risk: RISKS[order.risk],
    requiresPaymentByTerms: order.paymentTerms !== null,
    paymentUrl: isPositive(outstanding) ? paymentUrl(world, shop, order) : null,
  };
}

const FINANCIAL: Readonly<Record<string, FinancialStatus>> = {
  PENDING: 'pending',
  AUTHORIZED: 'authorized',
  PARTIALLY_PAID: 'partially-paid',
  PAID: 'paid',
  PARTIALLY_REFUNDED: 'partially-refunded',
  REFUNDED: 'refunded',
  VOIDED: 'voided',
  EXPIRED: 'expired',
};

const RISKS = {
  ACCEPT: 'accept',
  CANCEL: 'cancel',
  INVESTIGATE: 'investigate',
  NONE: 'none',
  PENDING: 'pending',
} as const satisfies Record<shopify.Order['risk'], OrderSnapshot['risk']>;

export const customerOf = (order: shopify.Order): OrderCustomer => ({
  email: order.email,
  phone: order.phone,
  firstName: order.address?.firstName ?? null,
  locale: order.locale,
  countryCode: order.address?.countryCode ?? null,
  provinceCode: order.address?.provinceCode ?? null,
});

export function lineOf(shop: shopify.Shop, order: shopify.Order, line: shopify.Line): OrderLine {
  const current = currentQuantity(line);
  return {
    id: LineId.parse(line.id),
    title: line.title,
    sku: line.sku || null,
    itemId: line.itemId === null ? null : ItemId.parse(line.itemId),
    tracked: shop.products.find(({ itemId }) => itemId === line.itemId)?.tracked ?? false,
    requiresShipping: line.requiresShipping,
    giftCard: line.giftCard,
    ordered: line.quantity,
    current,
    unitPrice: cash(priceOf(line, 1, order), order),
    gross: cash(grossOf(line, current, order), order),
  };
}

/** The events that a parcel of a story can have: all of them say that the carrier has it. */
export const hasLeft = ({ events }: shopify.Fulfillment): boolean => events.length > 0;

export function parcelOf(parcel: shopify.Fulfillment): Fulfillment {
  const trackingNumber = parcel.tracking[0]?.number || null;
  return {
    id: parcel.id,
    createdAt: instant(parcel.createdAt),
    cancelled: parcel.status === 'CANCELLED',
    trackingNumber,
    carrierHasIt: trackingNumber === null || hasLeft(parcel),
    lines: parcel.lines.map(({ lineId, quantity }) => ({ lineId: LineId.parse(lineId), quantity })),
  };
}
