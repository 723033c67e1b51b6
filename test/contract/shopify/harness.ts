import type { FulfillmentOrderId, OrderId, ShopId } from '../../../app/domain/ids';
import type { OrderSnapshot } from '../../../app/domain/order';
import type { Shopify } from '../../../app/ports';

export interface ShopWish {
  readonly captureMode?: 'manual' | 'checkout';
  readonly plus?: boolean;
  /** The merchant allowed payment terms. */
  readonly paymentTerms?: boolean;
  /** Whether an order whose authorization is gone can be paid by link as it is. */
  readonly voidedPayable?: boolean;
}

export interface OrderWish {
  /** Three kettles if nothing is said; every item costs 20.00 and has five in stock. */
  readonly lines?: readonly { readonly sku: string; readonly quantity: number }[];
  readonly tax?: string;
  readonly taxesIncluded?: boolean;
  readonly discount?: string;
  readonly shipping?: string;
  /** Plus: 30 days instead of 7, with a fee after the seventh. */
  readonly extended?: boolean;
}

/** How a call that changes something goes wrong, once. */
export type Trouble = 'reply-lost' | 'concurrent';

/**
 * A shop behind the `Shopify` port, and what people do in it: all that the shared cases may use. KETTLE and CUP are in
 * stock, all money is in euros, orders are routed at once to one place and are by one customer.
 */
export interface ShopifyHarness {
  readonly port: Shopify;
  openShop(wish?: ShopWish): Promise<ShopId>;
  checkOut(shop: ShopId, wish?: OrderWish): Promise<OrderId>;
  read(shop: ShopId, id: OrderId): Promise<OrderSnapshot>;
  /** Time passes for everybody. */
  passDays(days: number): Promise<void>;
  /** The merchant sets a line's quantity. */
  edit(shop: ShopId, id: OrderId, sku: string, quantity: number): Promise<void>;
  /** The customer pays for what an edit added: an authorization of its own, where the shop doesn't charge at once. */
  authorizeMore(shop: ShopId, id: OrderId): Promise<void>;
  /** Another app holds the whole fulfillment order. */
  holdByOther(id: FulfillmentOrderId): Promise<void>;
  /** A third party accepts it, and later answers whether it gives it back. */
  accept(id: FulfillmentOrderId): Promise<void>;
  answerCancellation(id: FulfillmentOrderId, accepted: boolean): Promise<void>;
  /** The next call of the method meets it. */
  trouble(
    shop: ShopId,
    method: 'hold' | 'requestCancellation' | 'refund' | 'askForPayment',
    what: Trouble,
  ): Promise<void>;
}
