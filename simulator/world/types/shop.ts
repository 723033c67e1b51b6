import type { Level, Location, Product } from './goods';
import type { EditSession, Job, Order } from './order';
import type { Customer } from './people';

/* A shop, and everything that is in it. */

export type Plan = 'basic' | 'advanced' | 'plus';
export type CaptureMode = 'manual' | 'checkout' | 'on-fulfillment' | 'per-fulfillment';

/** Answers to questions that only a real store can settle; each can be played both ways. See README. */
export interface Switches {
  /** A voided or lapsed order still owes its price and has a payment link. */
  voidedPayable: boolean;
  /** orders/updated is sent when an authorization lapses. */
  updatedAtExpiry: boolean;
  /** Units on hold count as unfulfilled, so capture on fulfillment waits for them. */
  holdBlocksCapture: boolean;
  /** Capture on fulfillment also happens when the last waiting units are taken off. */
  removalCaptures: boolean;
  /** totalOutstandingSet leaves out what an open authorization covers. */
  outstandingExcludesAuthorized: boolean;
  /** A capture of Shopify Payments is pending for some seconds before it succeeds. */
  capturesPend: boolean;
  /** A fulfillment order that a third party has accepted can still be put on hold. */
  acceptedCanBeHeld: boolean;
  /** An order with payment terms has a payment link, also after a loss of its authorization. */
  termsPayable: boolean;
  /** Payment terms are taken for an order whose payment is authorized. */
  authorizedTakesTerms: boolean;
  /** A third party that gives goods back closes its fulfillment order, and a new one takes its place. */
  givenBackIsReplaced: boolean;
  /** A release puts the units together with those of the open fulfillment orders of the same place. */
  releaseMerges: boolean;
  /** Of fulfillment orders that a release puts together the oldest stays open; false: the one that was released. */
  oldestSurvivesMerge: boolean;
  /** A fulfillment order that was asked back reads CANCELLATION_REQUESTED; false: ACCEPTED, as recorded. */
  cancellationRequestShows: boolean;
  /** The merchant's setting "automatically fulfill the order's line items" after an order has been paid. */
  autoFulfil: boolean;
  /** order_routing_complete is sent for the merchant's own locations, not only for those of services. */
  routingToldForOwn: boolean;
  /** Units removed without restocking leave the building (on_hand falls too). */
  unstockedLeave: boolean;
  /** `suggestedRefund` gives the whole price of the units, also while a part of the order is not paid yet. */
  suggestsWholePrice: boolean;
}

/** A webhook that an app asked for by API. */
export interface Subscription {
  id: string;
  /** As the API names it: ORDERS_CREATE. */
  topic: string;
  uri: string;
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
  /** A store for trying things out, as developers make them. */
  developmentStore?: boolean;
  /** A custom app's token never expires. */
  custom: boolean;
  installed: boolean;
  uninstalledAt: string | null;
  switches: Switches;
  /** What one unit of the shop's currency is worth today, by currency. Where none is set, an order's own rate holds. */
  ratesToday: Record<string, string>;
  /** For so long money that is given back is on its way; it arrives at once unless it is said. */
  refundsTakeMs?: number;
  /** For so long after an authorization's end the shop goes on showing it as capturable; a capture is refused all the same. */
  showsEndedForMs?: number;
  createdAt: string;
  nextOrderNumber: number;
  locations: Location[];
  products: Product[];
  customers: Customer[];
  levels: Level[];
  orders: Order[];
  jobs: Job[];
  edits: EditSession[];
  subscriptions?: Subscription[];
}
