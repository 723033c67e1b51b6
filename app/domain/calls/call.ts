import { z } from 'zod';
import { Money } from '../money';

/** Units of one line, by the title that the merchant knows. */
const UnitsOfTitle = z.object({ title: z.string(), quantity: z.number().int().positive() });

/**
 * What a person is called for: its kind, and the parameters that make it this call and no other. The sentence that the
 * person reads stands in `app/words/calls.ts`, one for each kind, so a kind without a sentence doesn't compile.
 */
export const Call = z.discriminatedUnion('kind', [
  /** Units that a refund left in a fulfillment order: Shopify still lists them to be shipped. */
  z.object({ kind: z.literal('refunded-units-to-ship'), units: z.array(UnitsOfTitle).min(1) }),
  /** A cancelled line that Shopify lets no app take off, since another app created the order. */
  z.object({
    kind: z.literal('cancelled-line-not-editable'),
    units: z.array(UnitsOfTitle).min(1),
    shopifySays: z.string(),
  }),
  /** Goods that were promised from a place where Shopify shows no stock of them any more. */
  z.object({ kind: z.literal('stock-unknown'), units: z.array(UnitsOfTitle).min(1) }),
  /** Units of a cancelled order that Shopify could not put back in stock. */
  z.object({ kind: z.literal('cancelled-without-restock'), units: z.array(UnitsOfTitle).min(1) }),
  /** A fulfillment service has a request to ship units that are missing, and the shop wants to be asked what to do. */
  z.object({
    kind: z.literal('request-at-service'),
    units: z.array(UnitsOfTitle).min(1),
    /** The number of the service's location; null where the location was deleted. */
    location: z.string().nullable(),
  }),
  /** Shopify refused to take such a request back. */
  z.object({
    kind: z.literal('request-not-taken-back'),
    units: z.array(UnitsOfTitle).min(1),
    shopifySays: z.string(),
  }),
  /** Units that Shopify marked as fulfilled by itself though they are missing. */
  z.object({ kind: z.literal('fulfilled-though-missing'), units: z.array(UnitsOfTitle).min(1) }),
  /** Shopify merged units that we released with a part that was free before: whoever packs that has to know. */
  z.object({
    kind: z.literal('units-joined-part'),
    units: z.array(UnitsOfTitle).min(1),
    /** The number of the fulfillment order that has them all now; null where the free part kept its own. */
    newNumber: z.string().nullable(),
  }),
  /** Units that are here and paid are on our hold for more than a day; `until` where they wait for a free part to leave. */
  z.object({
    kind: z.literal('paid-units-on-hold'),
    units: z.array(UnitsOfTitle).min(1),
    until: z.iso.datetime().nullable(),
  }),
  /** Units that are missing could ship: they were to be held anew after a release, and are not. */
  z.object({ kind: z.literal('missing-units-open'), units: z.array(UnitsOfTitle).min(1) }),
  /** Nobody has told how many days a gateway keeps an authorization: what is set aside through it may end unseen. */
  z.object({ kind: z.literal('gateway-days-unknown'), gateway: z.string(), amount: Money }),
  /** Shopify shows it as capturable, our rules don't capture it, and it can't be voided. */
  z.object({
    kind: z.literal('authorized-not-taken'),
    amount: Money,
    why: z.enum(['costs-fee', 'told-released']),
  }),
]);
export type Call = Readonly<z.infer<typeof Call>>;
export type CallKind = Call['kind'];
export type CallOf<Kind extends CallKind> = Extract<Call, { kind: Kind }>;

/** A call that stands: typed, or one of the older ones, which are their own sentence. */
export type StandingCall = Call | string;

/** Two calls are one when kind and parameters are equal, in whatever order the parameters were written. */
export function isSameCall(one: StandingCall, other: StandingCall): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return JSON.stringify(Call.parse(one)) === JSON.stringify(Call.parse(other));
}

/** Each call once, in the order in which it was first made. */
export function eachOnce(calls: readonly StandingCall[]): StandingCall[] {
  return calls.filter((call, at) => calls.findIndex((other) => isSameCall(other, call)) === at);
}
