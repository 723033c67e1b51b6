import { z } from 'zod';
import type { ShopId } from './ids';

/** How far Holdfast may act: `watch` does nothing outside, `ask` waits for a yes to each effect, `automatic` acts. */
export const Mode = z.enum(['watch', 'ask', 'automatic']);
export type Mode = z.infer<typeof Mode>;

const HourMinute = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 18:00');

/** Who tells the customer of an event that Shopify can also tell: never both (P8). */
const Teller = z.enum(['shopify', 'holdfast']);

/** How a shop's payments are captured: Shopify's setting, which no app can read or set (platform fact). */
export const CAPTURE_METHODS = ['manual', 'on-fulfillment', 'per-fulfillment', 'checkout'] as const;
export const CaptureMethod = z.enum(CAPTURE_METHODS);
export type CaptureMethod = z.infer<typeof CaptureMethod>;

/** While a part is here and the rest is not: wait for all of it, or send the part where the money allows it. */
export const PartOrders = z.enum(['hold-all', 'ready-first']);

/** What happens to an authorization that ends before the goods come. */
export const BeforeLapse = z.enum(['release', 'charge-if-agreed', 'cancel']);

/** A shop's choices. Every field has a default, so that rows from older versions still parse. */
export const Settings = z.object({
  /** Counts up with each change, so that two people at once don't overwrite each other. */
  version: z.number().int().min(0).default(0),
  mode: Mode.default('watch'),
  /** "Pause everything": nothing leaves, whatever the mode. */
  paused: z.boolean().default(false),
  /** Shop's local time. A shortage found before it is told that day (P2). */
  cutOff: HourMinute.default('18:00'),
  /** The customer's night, in the customer's local time (P8). */
  nightFrom: HourMinute.default('21:00'),
  nightTo: HourMinute.default('08:00'),
  /** At most this many days without a word while a customer waits (P5). */
  followUpDays: z.number().int().min(2).max(30).default(7),
  /** No more than one message per customer in this many hours, save those that have a deadline (P8). */
  capHours: z.number().int().min(0).max(72).default(20),
  /** A cancellation can be undone for so long. */
  undoMinutes: z.number().int().min(0).max(1440).default(15),
  /** Shipping time that the shop states; the law's default is 30 days. */
  statedShippingDays: z.number().int().min(1).max(365).default(30),
  /** Own opt-in: capture the money of orders that were never short. */
  captureClearOrders: z.boolean().default(false),
  /** What the merchant says about Shopify's setting; null: what the orders show. */
  captureMethod: CaptureMethod.nullable().default(null),
  partOrders: PartOrders.default('hold-all'),
  /** For so many working days the rest waits for the part that went first to leave, so that Shopify doesn't merge them. */
  restWaitsDays: z.number().int().min(0).max(5).default(1),
  beforeLapse: BeforeLapse.default('release'),
  /** Plus: wait beyond the standard time of an authorization, though a capture then costs a fee. */
  useExtendedAuthorizations: z.boolean().default(false),
  /** How many days a gateway keeps an authorization, where the shop knows better than the built-in table. */
  authorizationDays: z.record(z.string(), z.number().positive().max(365)).default({}),
  /** How many days a customer has to pay once they were asked; then the order is cancelled. */
  paymentDays: z.number().int().min(3).max(60).default(10),
  /** Working days within which money goes back after a cancellation: the law's seven, or fewer. */
  refundDays: z.number().int().min(1).max(7).default(7),
  /** Where an order has no payment page any more: make it payable by payment terms (needs a permission of its own). */
  usePaymentTerms: z.boolean().default(false),
  includeTestOrders: z.boolean().default(false),
  shippingToldBy: Teller.default('shopify'),
  /** Locations whose `available` is overwritten by a feed or by staff: a write there is never an arrival. */
  feedLocations: z.array(z.string()).default([]),
  /** Locations of fulfillment services that keep a request for goods that are missing; the customer is told as ever. */
  leaveAtLocations: z.array(z.string()).default([]),
  /** Locations of fulfillment services from which such a request is taken back at once. Elsewhere a person is asked. */
  takeBackAtLocations: z.array(z.string()).default([]),
  senderName: z.string().default(''),
  /** Of older releases, which sent from this address: now answers go there where `replyTo` is empty. */
  senderEmail: z.string().default(''),
  replyTo: z.string().default(''),
});
export type Settings = Readonly<z.infer<typeof Settings>>;

/** What is done about goods that are missing while a fulfillment service has a request to ship them. */
export type RequestPolicy = 'leave' | 'take-back' | 'ask';

export function requestPolicyAt(
  { leaveAtLocations, takeBackAtLocations }: Settings,
  locationId: string | null,
): RequestPolicy {
  if (locationId === null) return 'ask';
  if (takeBackAtLocations.includes(locationId)) return 'take-back';
  return leaveAtLocations.includes(locationId) ? 'leave' : 'ask';
}

/** What Holdfast knows of a shop besides its choices. `timezone` is an IANA name. */
export interface Shop {
  readonly id: ShopId;
  readonly name: string;
  /** Where the shop's owner is reached, for what the law makes us hand over. */
  readonly email: string;
  readonly timezone: string;
  readonly currencyCode: string;
  readonly installedAt: Date;
  /** Null while the app is installed. */
  readonly uninstalledAt: Date | null;
  /** What the orders of late show; null while they show nothing certain. */
  readonly captureMethod: CaptureMethod | null;
  readonly settings: Settings;
}
