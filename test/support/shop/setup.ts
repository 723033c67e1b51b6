import { LocationId } from '../../../app/domain/ids';
import type { OrderCustomer, OrderSnapshot } from '../../../app/domain/order';
import type { CaptureMode } from '../../../simulator/world/types';

export type { CaptureMode } from '../../../simulator/world/types';

/** How a story's shop was set up. */
export interface ShopSetup {
  readonly timezone: string;
  readonly currency: string;
  readonly captureMode: CaptureMode;
  /** On Plus, Shopify tells when an authorization ends and lets it be captured in parts. */
  readonly plus: boolean;
  readonly statedShippingDays: number;
  /** Without the scope an order is gone from sight after 60 days. */
  readonly readAllOrders: boolean;
  /**
   * How an order that lost its authorization can be paid: by the link that is there at once, after payment terms were
   * made, or not at all. Shopify's documentation leaves it open, so every answer has to be lived with. `link` unless said.
   */
  readonly payablePerLinkAfterLoss?: 'link' | 'terms' | 'never';
  /** Whether the app may make payment terms: yes, unless said. */
  readonly allowsTerms?: boolean;
  /**
   * Whether Shopify's suggestion for units is their whole price though a part of the order is not paid yet, as its
   * documentation leaves open. No, unless said.
   */
  readonly suggestsWholePrice?: boolean;
  /** For so long money that is given back is on its way, unless its provider decides before. */
  readonly refundsTakeMs?: number;
  /** Whether a webhook comes when an authorization lapses. Shopify has no topic for it, so: no, unless said. */
  readonly tellsOfLapses?: boolean;
  /** Whether captures of Shopify Payments are pending for some seconds: yes, unless said. */
  readonly capturesPend?: boolean;
  /** For so long after an authorization's end Shopify goes on showing it as capturable; a capture is refused all the same. */
  readonly showsEndedForMs?: number;
}

export interface CheckoutLine {
  readonly sku: string;
  readonly quantity: number;
  readonly price?: string;
  readonly location?: string;
  readonly tracked?: boolean;
  /** False: a tip, a protection, a download. */
  readonly ships?: boolean;
  /** The whole line's tax: on top of the price, or within it where `taxesIncluded`. */
  readonly tax?: string;
  /** Bought on the page after the checkout, with an authorization of its own. */
  readonly upsell?: boolean;
}

/** A payment that its provider is still working on when the order is there. */
export interface PendingPayment {
  /** Null: nothing happens by itself. */
  readonly settlesAfterMs: number | null;
  readonly ends: 'success' | 'failure';
}

export interface Checkout {
  readonly lines: readonly CheckoutLine[];
  readonly customer: OrderCustomer;
  readonly test?: boolean;
  readonly source?: string;
  /** False: another app created it, and only that app may edit it. */
  readonly editable?: boolean;
  /** With its tax. */
  readonly shipping?: string;
  readonly taxesIncluded?: boolean;
  /** Off the whole order; Shopify spreads it over the lines by their price. */
  readonly orderDiscount?: string;
  readonly giftCard?: string;
  readonly risk?: OrderSnapshot['risk'];
  readonly gateway?: string;
  readonly pending?: PendingPayment;
  /** Overrides the gateway's window. */
  readonly authorizationDays?: number;
  /** Plus: the authorization may be captured for 30 days, with a fee after the gateway's own window. */
  readonly extended?: boolean;
  /** Until Shopify has made the fulfillment orders. Null: never. */
  readonly routedAfterMs?: number | null;
  /** The payment is taken at once, whatever the shop does with others. */
  readonly captureMode?: 'checkout';
}

export const locationId = (name: string): LocationId =>
  LocationId.parse(`gid://shopify/Location/${name}`);
/** Where goods lie unless another place is named. */
export const HOUSE = 'house';
export const SHOPIFY_PAYMENTS = 'shopify_payments';
