import type { DeliveryMethodType, Fulfillment, FulfillmentOrder } from './fulfillment';
import type { Bag, Dispute, PaymentTerms, Refund, Transaction } from './money';
import type { Actor, Address } from './people';

/* An order, and what is being done to it. */

export interface Line {
  id: string;
  variantId: string | null;
  productId: string | null;
  itemId: string | null;
  sku: string;
  title: string;
  vendor: string;
  requiresShipping: boolean;
  giftCard: boolean;
  tracked: boolean;
  /** As ordered; what edits and refunds take away is counted beside it, as Shopify does. */
  quantity: number;
  removed: number;
  /** Shipped, also what came back since. */
  fulfilled: number;
  /** Shipped units that a refund took off the order. */
  returned: number;
  /** Units that a refund without CANCEL took off the order while they waited: their fulfillment order keeps them. */
  stillToSend: number;
  unitPrice: Bag;
  discount: Bag;
  /** Of `quantity` units, also of those that were removed since; within the price if the order's prices include tax. */
  tax: Bag;
  locationId: string | null;
  /** Null: shipped, or nothing to deliver where the product needs no shipping. */
  delivery: DeliveryMethodType | null;
}

export interface Metafield {
  id: string;
  ownerId: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}

export interface Order {
  id: string;
  number: number;
  name: string;
  token: string;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  closedAt: string | null;
  test: boolean;
  confirmed: boolean;
  email: string | null;
  phone: string | null;
  locale: string;
  customerId: string | null;
  address: Address | null;
  currency: string;
  presentmentCurrency: string;
  /** Presentment amounts are shop amounts times this, fixed when the order was made. */
  rate: string;
  lines: Line[];
  shipping: Bag;
  shippingRefunded: Bag;
  /** Line prices include tax, as in most of Europe; else it comes on top. */
  taxesIncluded: boolean;
  paymentTerms: PaymentTerms | null;
  /** A return that is not closed yet. Returns themselves are not played; one that is open is in the way of a cancellation. */
  openReturn: boolean;
  /** So many captures that come next are declined by the customer's bank; none unless it is said. */
  declines?: number;
  /** Given at checkout (Plus): authorizations last 30 days, and cost a fee after the standard time. */
  extendedAuthorization: boolean;
  transactions: Transaction[];
  fulfillmentOrders: FulfillmentOrder[];
  fulfillments: Fulfillment[];
  refunds: Refund[];
  disputes: Dispute[];
  metafields: Metafield[];
  tags: string[];
  attributes: { key: string; value: string }[];
  sourceName: string;
  /** PENDING: nothing is advised yet, since an assessment is still being made. */
  risk: 'ACCEPT' | 'CANCEL' | 'INVESTIGATE' | 'NONE' | 'PENDING';
  gateway: string;
  routed: boolean;
  edited: boolean;
  /** Made by an app that alone may edit it: not by the merchant, not by another app. */
  editable: boolean;
  invoiced: boolean;
  /** How long this order's authorizations last, where it is not what its gateway usually gives. */
  authorizationDays: number | null;
}

export interface EditSession {
  id: string;
  orderId: string;
  changes: { lineId: string; quantity: number; restock: boolean }[];
}

export interface CancelRequest {
  reason: string;
  restock: boolean;
  refund: boolean;
  notify: boolean;
  by: Actor;
}

export interface Job {
  id: string;
  kind: 'orderCancel';
  orderId: string;
  done: boolean;
  status: 'STARTED' | 'SUCCEEDED' | 'FAILED';
  errors: { code: string; message: string }[];
  request: CancelRequest;
}
