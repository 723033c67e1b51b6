import { z } from 'zod';

/*
 * What the checker hears: the facts of one order as plain JSON. It knows nothing of the app, not even its types, so that
 * an error in what the app thinks of money can't hide itself here. Fields that it doesn't need are dropped.
 */

const Cents = z
  .object({ amount: z.string() })
  .transform(({ amount }) => Math.round(Number(amount) * 100));
const At = z.string().transform((text) => Date.parse(text));
const Doer = z.enum(['holdfast', 'merchant', 'customer', 'shopify']);
const LineUnits = z.object({ line: z.string(), units: z.number() });
const TakesAtFulfillment = z.enum(['nothing', 'the whole', 'each part']);
const by = { at: At, by: Doer };

export const PlainFact = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('order-placed'),
    at: At,
    total: Cents,
    lines: z.array(LineUnits.extend({ item: z.string(), gross: Cents })),
  }),
  z.object({
    kind: z.literal('line-changed'),
    line: z.string(),
    units: z.number(),
    total: Cents,
    ...by,
  }),
  z.object({ kind: z.literal('order-cancelled'), ...by }),
  z.object({ kind: z.literal('stock-changed'), at: At, item: z.string(), toShare: z.number() }),
  z.object({ kind: z.literal('packed'), at: At, lines: z.array(LineUnits) }),
  z.object({ kind: z.literal('held'), target: z.string(), ...by }),
  z.object({ kind: z.literal('released'), target: z.string(), ...by }),
  z.object({
    kind: z.literal('authorized'),
    at: At,
    authorization: z.string(),
    amount: Cents,
    expiresAt: At,
    multiCapturable: z.boolean(),
  }),
  z.object({ kind: z.literal('charged-at-checkout'), at: At, amount: Cents }),
  z.object({ kind: z.literal('paid-by-gift-card'), at: At, amount: Cents }),
  z.object({
    kind: z.literal('captured'),
    authorization: z.string(),
    amount: Cents,
    final: z.boolean(),
    ...by,
  }),
  z.object({ kind: z.literal('voided'), authorization: z.string(), ...by }),
  z.object({ kind: z.literal('refunded'), amount: Cents, ...by }),
  z.object({ kind: z.literal('lapsed'), at: At, authorization: z.string() }),
  z.object({ kind: z.literal('paid'), amount: Cents, ...by }),
  z.object({ kind: z.literal('agreed'), at: At, to: z.enum(['charge-early', 'part-first']) }),
  z.object({
    kind: z.literal('chose'),
    at: At,
    lines: z.array(z.string()),
    choice: z.enum(['keep', 'cancel', 'undo']),
    undoUntil: At.nullable(),
  }),
  z.object({ kind: z.literal('shortage-found'), at: At }),
  z.object({
    kind: z.literal('said'),
    at: At,
    step: z.string(),
    claimsNotCharged: z.boolean(),
    money: z.object({ pending: Cents }),
  }),
  z.object({ kind: z.literal('disputed'), at: At }),
  /** What Shopify takes by itself: nothing later, the whole once all is fulfilled, or each part. */
  z.object({ kind: z.literal('shop'), at: At, takesAtFulfillment: TakesAtFulfillment }),
  /** What Shopify's own books say at the end: kept less given back, and what each authorization still has open. */
  z.object({
    kind: z.literal('books'),
    at: At,
    kept: Cents,
    open: z.array(z.object({ authorization: z.string(), left: Cents })),
  }),
]);
export type PlainFact = Readonly<z.infer<typeof PlainFact>>;

const KINDS: ReadonlySet<unknown> = new Set(
  PlainFact.options.map((option) => option.shape.kind.value),
);
const Named = z.looseObject({ kind: z.string() });

/** What bears the same instant happened together; a person's word is what led to the rest, a letter tells of it. */
function place({ kind }: PlainFact): number {
  if (kind === 'agreed' || kind === 'chose') return 0;
  return kind === 'said' ? 2 : 1;
}

/** Reads a list of facts; kinds that the checker has no use for are left out, and a fault in the others throws. */
export function readFacts(json: unknown): PlainFact[] {
  return z
    .array(Named)
    .parse(json)
    .filter((fact) => KINDS.has(fact.kind))
    .map((fact) => PlainFact.parse(fact))
    .toSorted((a, b) => a.at - b.at || place(a) - place(b));
}
