/** What the simulated Shopify knows, as plain data: it is written to a file and read back as it is. */

/** An amount in the shop's currency and in the one that the customer saw. Decimal strings, never floats. */
export interface Bag {
  readonly shop: string;
  readonly presentment: string;
}

export type Plan = 'basic' | 'advanced' | 'plus';
export type CaptureMode = 'manual' | 'checkout' | 'on-fulfillment' | 'per-fulfillment';
export type Actor = 'app' | 'shopify' | 'merchant' | 'customer' | 'other-app';

/** Answers to questions that only a real store can settle; each can be played both ways. See README. */
export interface Switches {
  /** A voided or lapsed order still owes its price and has a payment link. */
  voidedPayable: boolean;
  /** orders/updated is sent when an authorization lapses. */
  updatedAtExpiry: boolean;
  /** Units on hold count as unfulfilled, so capture on fulfillment waits for them. */
  holdBlocksCapture: boolean;
  /** totalOutstandingSet leaves out what an open authorization covers. */
  outstandingExcludesAuthorized: boolean;
  /** A capture is pending for a while before it succeeds. */
  capturesPend: boolean;
  /** A fulfillment order that a third party has accepted can still be put on hold. */
  acceptedCanBeHeld: boolean;
  /** An order with payment terms has a payment link, also after a loss of its authorization. */
  termsPayable: boolean;
  /** A third party that gives goods back closes its fulfillment order, and a new one takes its place. */
  givenBackIsReplaced: boolean;
  /** Units removed without restocking leave the building (on_hand falls too). */
  unstockedLeave: boolean;
}

export interface Location {
  id: string;
  name: string;
  countryCode: string;
  /** A third party's location needs the third-party scopes; the merchant's own the merchant-managed ones. */
  kind: 'merchant' | 'third-party';
  active: boolean;
  createdAt: string;
}

export interface Level {
  itemId: string;
  locationId: string;
  available: number;
  committed: number;
  incoming: number;
  reserved: number;
  damaged: number;
  safety_stock: number;
  quality_control: number;
  updatedAt: string;
}

export interface Product {
  id: string;
  variantId: string;
  itemId: string;
  sku: string;
  title: string;
  vendor: string;
  price: string;
  tags: string[];
  tracked: boolean;
  requiresShipping: boolean;
  giftCard: boolean;
  inventoryPolicy: 'DENY' | 'CONTINUE';
  createdAt: string;
  updatedAt: string;
}

export interface Customer {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  locale: string;
  account: boolean;
  createdAt: string;
}

export interface Address {
  id: string;
  firstName: string | null;
  lastName: string | null;
  countryCode: string;
  provinceCode: string | null;
  city: string | null;
  zip: string | null;
  timeZone: string | null;
}

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
  fulfilled: number;
  unitPrice: Bag;
  discount: Bag;
  /** Of `quantity` units, also of those that were removed since; within the price if the order's prices include tax. */
  tax: Bag;
  locationId: string | null;
}

export type TransactionKind = 'AUTHORIZATION' | 'CAPTURE' | 'REFUND' | 'SALE' | 'VOID';
export type TransactionStatus = 'SUCCESS' | 'PENDING' | 'FAILURE' | 'ERROR';

export interface Transaction {
  id: string;
  kind: TransactionKind;
  status: TransactionStatus;
  gateway: string;
  amount: Bag;
  parentId: string | null;
  createdAt: string;
  processedAt: string | null;
  errorCode: string | null;
  /** Authorizations only: until when the money can be taken, and whether it still can. */
  expiresAt: string | null;
  /** Extended authorizations only: from then on a capture costs a fee. */
  feeFrom: string | null;
  ended: 'voided' | 'expired' | 'captured' | null;
  multiCapturable: boolean;
  test: boolean;
}

export interface Hold {
  id: string;
  handle: string | null;
  externalId: string | null;
  reason: string;
  reasonNotes: string | null;
  by: Actor;
  createdAt: string;
}

export interface FulfillmentOrderLine {
  id: string;
  lineId: string;
  total: number;
  remaining: number;
}

export type RequestStatus =
  | 'UNSUBMITTED'
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'REJECTED'
  | 'CANCELLATION_REQUESTED'
  | 'CANCELLATION_ACCEPTED'
  | 'CANCELLATION_REJECTED'
  | 'CLOSED';

export interface FulfillmentOrder {
  id: string;
  orderId: string;
  locationId: string;
  status: 'OPEN' | 'IN_PROGRESS' | 'CANCELLED' | 'CLOSED' | 'INCOMPLETE' | 'SCHEDULED' | 'ON_HOLD';
  requestStatus: RequestStatus;
  lines: FulfillmentOrderLine[];
  holds: Hold[];
  createdAt: string;
  updatedAt: string;
}

export interface FulfillmentEvent {
  id: string;
  status: string;
  happenedAt: string;
  message: string | null;
}

export interface Fulfillment {
  id: string;
  name: string;
  orderId: string;
  locationId: string;
  status: 'SUCCESS' | 'CANCELLED';
  lines: { id: string; lineId: string; fulfillmentOrderId: string; quantity: number }[];
  tracking: { company: string | null; number: string | null; url: string | null }[];
  notified: boolean;
  events: FulfillmentEvent[];
  createdAt: string;
  updatedAt: string;
}

export interface Refund {
  id: string;
  orderId: string;
  note: string | null;
  createdAt: string;
  amount: Bag;
  lines: {
    id: string;
    lineId: string;
    quantity: number;
    restockType: string;
    locationId: string | null;
    subtotal: Bag;
  }[];
  transactionIds: string[];
}

export interface Dispute {
  id: string;
  initiatedAs: 'CHARGEBACK' | 'INQUIRY';
  status: 'NEEDS_RESPONSE' | 'UNDER_REVIEW' | 'WON' | 'LOST' | 'ACCEPTED' | 'PREVENTED';
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

export type TermsType = 'RECEIPT' | 'FULFILLMENT' | 'NET' | 'FIXED';

export interface PaymentTerms {
  id: string;
  type: TermsType;
  name: string;
  dueInDays: number | null;
  issuedAt: string | null;
  dueAt: string | null;
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
  risk: 'ACCEPT' | 'CANCEL' | 'INVESTIGATE' | 'NONE';
  gateway: string;
  routed: boolean;
  edited: boolean;
  invoiced: boolean;
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

export interface CancelRequest {
  reason: string;
  restock: boolean;
  refund: boolean;
  notify: boolean;
  by: Actor;
}

export interface EditSession {
  id: string;
  orderId: string;
  changes: { lineId: string; quantity: number; restock: boolean }[];
}

export interface Shop {
  id: string;
  domain: string;
  name: string;
  email: string;
  plan: Plan;
  captureMode: CaptureMode;
  timezone: string;
  currency: string;
  countryCode: string;
  scopes: string[];
  protectedData: boolean;
  /** A custom app's token never expires. */
  custom: boolean;
  installed: boolean;
  uninstalledAt: string | null;
  switches: Switches;
  createdAt: string;
  nextOrderNumber: number;
  locations: Location[];
  products: Product[];
  customers: Customer[];
  levels: Level[];
  orders: Order[];
  jobs: Job[];
  edits: EditSession[];
}
