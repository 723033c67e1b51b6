import type { FulfillmentOrderId, ItemId, LineId, LocationId, OrderId, TransactionId } from './ids';
import type { Money } from './money';

/**
 * An order as it stood in Shopify when it was read: Holdfast's own shape of what it needs to decide.
 * Instants are UTC. All money is in the order's presentment currency, the one that the customer saw and pays in.
 */
export interface OrderSnapshot {
  readonly id: OrderId;
  /** As the customer knows it: "#1001". */
  readonly name: string;
  readonly createdAt: Date;
  readonly processedAt: Date;
  /** Shopify's own time of the last change. */
  readonly updatedAt: Date;
  readonly cancelledAt: Date | null;
  readonly test: boolean;
  /** Shopify's `sourceName`: "web", "pos", "draft_orders" or an app's id. */
  readonly source: string;
  readonly tags: readonly string[];
  readonly customer: OrderCustomer;
  readonly lines: readonly OrderLine[];
  readonly fulfillmentOrders: readonly FulfillmentOrder[];
  readonly fulfillments: readonly Fulfillment[];
  readonly transactions: readonly Transaction[];
  /** What the order costs now, after edits and removals, with tax, shipping and discounts. */
  readonly currentTotal: Money;
  readonly outstanding: Money;
  /** What Shopify says of the order's money; null where it says nothing. */
  readonly financialStatus: FinancialStatus | null;
  readonly refunded: Money;
  readonly disputed: boolean;
  /** Whether anything of its authorizations can still be captured; while a capture is pending it may say no. */
  readonly capturable: boolean;
  /** How much of its authorizations can still be captured, by Shopify's word. */
  readonly totalCapturable: Money;
  /** False where Shopify lets no app edit the order, such as one that another app created. */
  readonly editable: boolean;
  /** Shopify's advice on fraud; anything but "accept" and "none" forbids a capture by us of clear orders. */
  readonly risk: 'accept' | 'none' | 'investigate' | 'cancel' | 'pending';
  readonly requiresPaymentByTerms: boolean;
  /**
   * Where the customer can pay what is outstanding; null while Shopify offers no way. It lets whoever has it see the order:
   * it goes into the copy of a message that leaves, and nowhere else.
   */
  readonly paymentUrl: string | null;
}

/** Shopify's `displayFinancialStatus`. */
export type FinancialStatus =
  | 'pending'
  | 'authorized'
  | 'partially-paid'
  | 'paid'
  | 'partially-refunded'
  | 'refunded'
  | 'voided'
  | 'expired';

export interface OrderCustomer {
  /** Null when the order has none or when Shopify withholds it. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly firstName: string | null;
  /** BCP 47, as the customer shopped: "en", "de-AT". */
  readonly locale: string;
  readonly countryCode: string | null;
  readonly provinceCode: string | null;
}

export interface OrderLine {
  readonly id: LineId;
  readonly title: string;
  readonly sku: string | null;
  /** Null for custom lines and products that were deleted. */
  readonly itemId: ItemId | null;
  /** Whether Shopify counts this item's stock. */
  readonly tracked: boolean;
  readonly requiresShipping: boolean;
  readonly giftCard: boolean;
  /** As first ordered. */
  readonly ordered: number;
  /** After removals by edits and refunds. */
  readonly current: number;
  /** The price of one unit after all discounts, before tax. */
  readonly unitPrice: Money;
  /** What the `current` units cost the customer together: after all discounts, with tax, without shipping. */
  readonly gross: Money;
}

export interface FulfillmentOrder {
  readonly id: FulfillmentOrderId;
  readonly status:
    'open' | 'in-progress' | 'scheduled' | 'on-hold' | 'incomplete' | 'cancelled' | 'closed';
  /** Null when the location was deleted. */
  readonly locationId: LocationId | null;
  /** A fulfillment order that a third party has accepted can't be held (platform fact). */
  readonly canHold: boolean;
  /** The third party can be asked to give it back: it accepted, and Shopify offers the request. */
  readonly canRequestCancellation: boolean;
  /** How far our or anybody's request to give it back got; null when there was none since it was last accepted. */
  readonly cancellation: 'requested' | 'accepted' | 'rejected' | null;
  /** Shopify's `requestStatus`: how far the request to a fulfillment service got. */
  readonly request:
    | 'unsubmitted'
    | 'submitted'
    | 'accepted'
    | 'rejected'
    | 'cancellation-requested'
    | 'cancellation-accepted'
    | 'cancellation-rejected'
    | 'closed';
  /** A request that the service has not accepted yet can be taken back at once. */
  readonly canCancelRequest: boolean;
  /** A request to give it back is open, also while `request` still reads "accepted" (platform fact). */
  readonly cancellationAsked: boolean;
  /** How its units reach the customer; a pickup point of a carrier counts as shipping. Null where Shopify says nothing. */
  readonly delivery: 'shipping' | 'pickup' | 'local' | 'none' | 'retail' | null;
  readonly holds: readonly Hold[];
  readonly lines: readonly FulfillmentOrderLine[];
}

export interface FulfillmentOrderLine {
  /** Of the fulfillment order's own line: a hold on some units names it. */
  readonly id: string;
  readonly lineId: LineId;
  readonly remaining: number;
}

export interface Hold {
  readonly id: string;
  readonly handle: string | null;
  /** Whether it was put there by Holdfast. */
  readonly ours: boolean;
  readonly reason: string;
}

export interface Fulfillment {
  readonly id: string;
  readonly createdAt: Date;
  readonly cancelled: boolean;
  readonly trackingNumber: string | null;
  /** The carrier has it: an event in transit or later. Without tracking a fulfillment counts as shipped. */
  readonly carrierHasIt: boolean;
  readonly lines: readonly { readonly lineId: LineId; readonly quantity: number }[];
}

export interface Transaction {
  readonly id: TransactionId;
  readonly kind: 'authorization' | 'sale' | 'capture' | 'void' | 'refund' | 'change' | 'other';
  readonly status: 'success' | 'pending' | 'failure' | 'error' | 'unknown';
  readonly amount: Money;
  readonly gateway: string;
  readonly parentId: TransactionId | null;
  readonly processedAt: Date;
  /** Shopify tells it on Plus only (platform fact); elsewhere it is worked out from the gateway. */
  readonly authorizationExpiresAt: Date | null;
  /** From then on a capture costs the merchant a fee: the end of the standard time of an extended authorization (Plus). */
  readonly feeFrom: Date | null;
  readonly multiCapturable: boolean;
  readonly errorCode: string | null;
}

/** What one location holds of one item when it was read. `onHand` counts committed units; `available` does not. */
export interface StockLevel {
  readonly itemId: ItemId;
  readonly locationId: LocationId;
  readonly available: number;
  readonly onHand: number;
  readonly committed: number;
  /** Damaged, safety stock and quality control: on hand but not to be shared out. */
  readonly setAside: number;
}
