import type {
  FulfillmentOrderId,
  ItemId,
  LineId,
  OrderId,
  ShopId,
  TransactionId,
} from '../domain/ids';
import type { RefundPayment } from '../domain/intent';
import type { Money } from '../domain/money';
import type { OrderSnapshot, StockLevel } from '../domain/order';

/** What became of a call that changes something. Anything that isn't known to be one of these is thrown. */
export type EffectResult =
  /** It happened; `reference` is Shopify's id of what came of it. */
  | { readonly outcome: 'done'; readonly reference: string | null }
  /** Accepted, not finished: look again later (a capture or a cancellation that runs as a job). */
  | { readonly outcome: 'pending'; readonly reference: string | null }
  /** Shopify keeps a failure under the call's idempotency key: look, and then ask with another key. */
  | { readonly outcome: 'key-spent' }
  /** Shopify said no and will say no again; `reason` is in words that a merchant can act on. */
  | { readonly outcome: 'refused'; readonly reason: string; readonly code: string | null };

export interface ChangedOrder {
  readonly id: OrderId;
  readonly updatedAt: Date;
}

export interface UnitsOfLine {
  readonly lineId: LineId;
  readonly quantity: number;
}

/**
 * One shop's Shopify. Errors: `Throttled` (with the time to wait), `Unreachable` (nothing was changed),
 * `OutcomeUnclear` (it may have happened: look it up), `NoAccess` (uninstalled, a token that was revoked, customer data or a
 * scope that was not granted), `Gone` (what the call names is no longer there: look again).
 */
export interface Shopify {
  /** Null when the order doesn't exist or isn't visible (60-day limit, scopes). */
  readOrder(shop: ShopId, orderId: OrderId): Promise<OrderSnapshot | null>;
  /** Shopify's own time of the order's last change, for a point of the API's budget; null as of `readOrder`. */
  readUpdatedAt(shop: ShopId, orderId: OrderId): Promise<Date | null>;
  readStock(shop: ShopId, itemId: ItemId): Promise<StockLevel[]>;
  findOrderOf(shop: ShopId, fulfillmentOrderId: string): Promise<OrderId | null>;
  /** Orders that are not fulfilled yet, oldest first, a page at a time. */
  listOpenOrders(
    shop: ShopId,
    cursor: string | null,
  ): Promise<{ ids: OrderId[]; next: string | null }>;
  /** Orders that changed at or after `since` (Shopify's `updated_at`), oldest change first, a page at a time. */
  listChangedOrders(
    shop: ShopId,
    since: Date,
    cursor: string | null,
  ): Promise<{ orders: ChangedOrder[]; next: string | null }>;
  /**
   * What Shopify itself would give back for these units, with their tax and discount and no shipping, to the payments that
   * they were paid by. Without lines: whatever was paid beyond the order's price.
   */
  suggestRefund(
    shop: ShopId,
    input: { orderId: OrderId; lines: readonly UnitsOfLine[] },
  ): Promise<readonly RefundPayment[]>;
  /** The scopes that the merchant granted, such as "read_all_orders". */
  readAccess(shop: ShopId): Promise<{ readonly scopes: readonly string[] }>;
  readShop(
    shop: ShopId,
  ): Promise<{ name: string; timezone: string; currencyCode: string; email: string }>;

  /**
   * `handle` is unique per app and fulfillment order: Shopify itself refuses a second hold with it. With `lines` (the
   * fulfillment order's own lines) Shopify splits: these units stay and are held, the others go to a new fulfillment order.
   */
  hold(
    shop: ShopId,
    input: {
      fulfillmentOrderId: FulfillmentOrderId;
      reason: string;
      note: string;
      handle: string;
      lines: readonly { readonly id: string; readonly quantity: number }[] | null;
    },
  ): Promise<EffectResult>;
  /** Asks the third party that accepted it to give it back. Its answer is seen in the fulfillment order later. */
  requestCancellation(
    shop: ShopId,
    input: { fulfillmentOrderId: FulfillmentOrderId; message: string },
  ): Promise<EffectResult>;
  /**
   * Takes back a request that the third party has not accepted yet. Shopify closes the fulfillment order and makes another one in its place;
   * `reference` is the id of that one.
   */
  takeBackRequest(
    shop: ShopId,
    input: { fulfillmentOrderId: FulfillmentOrderId },
  ): Promise<EffectResult>;
  /** Always names the holds: without ids Shopify would release those of others too. */
  release(
    shop: ShopId,
    input: { fulfillmentOrderId: FulfillmentOrderId; holdIds: readonly string[] },
  ): Promise<EffectResult>;
  /**
   * `final` gives the rest of an authorization for several captures back to the customer. It must be null for an authorization
   * that takes one capture: Shopify refuses the call otherwise.
   */
  capture(
    shop: ShopId,
    input: {
      orderId: OrderId;
      authorizationId: TransactionId;
      amount: Money;
      final: boolean | null;
    },
  ): Promise<EffectResult>;
  void(shop: ShopId, input: { authorizationId: TransactionId }): Promise<EffectResult>;
  /** Voids what is authorized, gives back what was charged, restocks if asked; Shopify sends no mail of its own. */
  cancelOrder(
    shop: ShopId,
    input: {
      orderId: OrderId;
      reason: 'CUSTOMER' | 'INVENTORY' | 'OTHER';
      restock: boolean;
      note: string;
    },
  ): Promise<EffectResult>;
  /** Takes units off a line by an order edit, restocking them. `current` is the line's quantity before it. */
  removeUnits(
    shop: ShopId,
    input: { orderId: OrderId; lineId: LineId; current: number; quantity: number; note: string },
  ): Promise<EffectResult>;
  /**
   * Takes unshipped units off, restocking them, and gives back the named payments' amounts; Shopify sends no mail of its
   * own. `key` is Shopify's idempotency key: the same call with the same key gives back once within
   * 24 hours. After that Shopify has forgotten the key.
   */
  refund(
    shop: ShopId,
    input: {
      orderId: OrderId;
      lines: readonly UnitsOfLine[];
      payments: readonly RefundPayment[];
      note: string;
      key: string;
    },
  ): Promise<EffectResult>;
  /** Makes what is outstanding payable: payment terms due at once (optional scope `write_payment_terms`). */
  askForPayment(shop: ShopId, input: { orderId: OrderId; at: Date }): Promise<EffectResult>;
}
