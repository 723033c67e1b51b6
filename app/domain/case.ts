import { z } from 'zod';
import { LetGo, PartSeen, ReadyHeld } from './held-parts';
import { ItemId, LineId, OrderId, ShopId } from './ids';
import { Money } from './money';
import { UNIT_STATES } from './transitions';

/*
 * The case as it is kept: one per order that has, or had, a shortage. It is parsed once when it is
 * loaded. Fields are only ever added, as optional or with a default, so that older rows still parse.
 */

const Instant = z.coerce.date();

export const Units = z.object(
  Object.fromEntries(
    UNIT_STATES.map((state) => [state, z.number().int().min(0).default(0)]),
  ) as Record<(typeof UNIT_STATES)[number], z.ZodDefault<z.ZodNumber>>,
);
export type Units = Readonly<z.infer<typeof Units>>;

/** What the customer chose for a line, when and through what. */
export const Choice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('kept'), at: Instant, until: Instant.nullable() }),
  /** Until `undoUntil` the customer may take it back; then it runs. */
  z.object({
    kind: z.literal('cancel-requested'),
    at: Instant,
    undoUntil: Instant,
    /** `rule`: it was not paid in time, as the customer had been told. */
    by: z.enum(['customer', 'merchant', 'rule']),
    /** That they wait, if they had said so before: taken back, that holds again. */
    kept: z.object({ at: Instant, until: Instant.nullable() }).optional(),
  }),
  z.object({
    kind: z.literal('cancelled'),
    /** When it became final: the end of the time to undo it, or when it was seen. */
    at: Instant,
    by: z.enum(['customer', 'merchant', 'rule', 'shopify']),
  }),
]);
export type Choice = Readonly<z.infer<typeof Choice>>;

/** A line's promise: since when it waits and what date was given. Dates are instants of the end of the shop's day. */
export const PromiseClock = z.object({
  /** When the order was placed and the clock began. */
  start: Instant,
  /** The stated shipping time's end: no first notice may be later than this. */
  latest: Instant,
  /** The current promised date; null when none can be given. */
  date: Instant.nullable().default(null),
  /** When `date` was last set, slips included. */
  dateSetAt: Instant.nullable().default(null),
  /** The date before the last change, while the customer still goes by it. */
  previousDate: Instant.nullable().default(null),
  /** The date that the customer was last told (null: told that none can be given, or never told). */
  toldDate: Instant.nullable().default(null),
  /** The date that the customer really goes by, where what would have been told since was withheld. */
  heardDate: Instant.nullish(),
});
export type PromiseClock = Readonly<z.infer<typeof PromiseClock>>;

export const CaseLine = z.object({
  id: LineId,
  itemId: ItemId.nullable(),
  title: z.string(),
  sku: z.string().nullable(),
  unitPrice: Money,
  units: Units,
  promise: PromiseClock,
  choice: Choice,
});
export type CaseLine = Readonly<z.infer<typeof CaseLine>>;

/** The messages that a customer may get. */
export const STEPS = [
  'first-notice',
  'follow-up',
  'new-date',
  'date-passed',
  'money-notice',
  'payment-request',
  'payment-reminder',
  'ready',
  'shipped',
  'cancelled',
] as const;
export const Step = z.enum(STEPS);
export type Step = z.infer<typeof Step>;
/** The steps that tell of a delay; the others confirm what has ended, or ask for the payment. */
export const DELAYS: readonly Step[] = [
  'first-notice',
  'follow-up',
  'new-date',
  'date-passed',
  'money-notice',
];

/**
 * A message that went out, or would have. `outcome` says which: `withheld` in mode `watch`, `by-person` when a member of
 * staff told the customer instead, `skipped` when they chose to leave it out.
 */
export const Said = z.object({
  step: Step,
  /** Unique in the case: the step and its ordinal, such as "follow-up-2". */
  key: z.string(),
  at: Instant,
  outcome: z.enum(['sent', 'unclear', 'withheld', 'by-person', 'skipped']),
  /** Authorizations of which it said that they are no longer set aside; absent in older rows, and where nobody knows. */
  released: z.array(z.string()).optional(),
  /** It told the customer that the order is cancelled if they don't answer; absent where silence keeps it. */
  silence: z.literal('cancels').optional(),
});
export type Said = Readonly<z.infer<typeof Said>>;

/** How far a kept message got. */
export const KEPT_OUTCOMES = ['attempting', 'sent', 'unclear', 'refused'] as const;
export type KeptOutcome = (typeof KEPT_OUTCOMES)[number];

/** Something of which the customer must hear, noted when it happens and struck out when it is said. */
export const ToTell = z.object({
  step: z.enum([
    'first-notice',
    'new-date',
    'money-notice',
    'payment-request',
    'ready',
    'shipped',
    'cancelled',
  ]),
  /** Since when it is known. */
  since: Instant,
});
export type ToTell = Readonly<z.infer<typeof ToTell>>;

/** Money that is authorized and not taken, as of the last look at the order. */
export const HeldMoney = Money.extend({
  /** When the first of its authorizations lapses. */
  lapsesAt: Instant,
});
export type HeldMoney = Readonly<z.infer<typeof HeldMoney>>;

/** The customer's recorded yes to something that is not done without it, and the words that they said it to. */
export const Agreement = z.object({
  /** To be charged before the goods are here, or to a single capture for the part that is. */
  to: z.enum(['charge-early', 'part-first']),
  at: Instant,
  words: z.string(),
  /** What the customer will have paid in all once it is charged: the yes is to this, and to no other amount. */
  upTo: Money.optional(),
});
export type Agreement = Readonly<z.infer<typeof Agreement>>;

/** The customer was asked to pay for what is here; after `payBy` the order is cancelled. */
export const PaymentAsked = z.object({
  askedAt: Instant,
  payBy: Instant,
  /** Up to then time that the shop was away is part of `payBy`; nothing while it never was. */
  givenUntil: Instant.optional(),
});
export type PaymentAsked = Readonly<z.infer<typeof PaymentAsked>>;

/** A person moved the message with this key: it is due then, until something newer is said or known. */
export const MovedStep = z.object({ key: z.string(), dueAt: Instant, at: Instant });

export const Case = z.object({
  shop: ShopId,
  orderId: OrderId,
  orderName: z.string(),
  version: z.number().int().min(0),
  /** Counts up when a choice link must no longer work. */
  generation: z.number().int().min(1).default(1),
  test: z.boolean().default(false),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  /** Hash of the customer's address under the shop's name: ties orders of one customer together without naming them. */
  customerKey: z.string().nullable(),
  /** The customer asked to be forgotten: nothing is learnt of them again, and nothing more is said to them. */
  redacted: z.boolean().default(false),
  /** IANA zone of the ship-to address, for the customer's night. */
  customerZone: z.string(),
  lines: z.array(CaseLine),
  said: z.array(Said),
  toTell: z.array(ToTell),
  /** What a person must do, in words that a merchant can act on; null when nothing. */
  attention: z.string().nullable(),
  /** Older rows: fulfillment orders whose hold a person or another app released. Their units are in `letGo` from the next look on. */
  releasedByOthers: z.array(z.string()).default([]),
  /** Older rows: fulfillment orders that a person had us release. Their units are in `letGo` from the next look on. */
  releasedByHand: z.array(z.string()).optional(),
  /** Units that were let go before their goods were there: they are not held again. */
  letGo: z.array(LetGo).optional(),
  /** The order's fulfillment orders with units to go, as of the last look; nothing in older rows. */
  parts: z.array(PartSeen).optional(),
  /** Units on our hold are here and paid. */
  readyHeld: ReadyHeld.nullish(),
  heldMoney: HeldMoney.nullish(),
  agreements: z.array(Agreement).optional(),
  /** The part that is here is wanted before the rest: since when, and who asked for it. */
  partFirst: z.object({ at: Instant, by: z.enum(['customer', 'merchant']) }).nullish(),
  /** Authorizations that were seen to have ended without a capture. */
  endedAuthorizations: z.array(z.string()).optional(),
  /** Gateways of what is set aside for it whose days nobody knows: the merchant is asked for them. */
  unknownGateways: z.array(z.string()).optional(),
  payment: PaymentAsked.nullish(),
  /** Shopify's transactions that were seen: what others did with the money is told once. */
  seenTransactions: z.array(z.string()).optional(),
  moved: MovedStep.nullish(),
  /** A payment was disputed when the order was last looked at. */
  disputed: z.boolean().optional(),
  /** Since when the stock of something that is still to go isn't known; null while all of it is. */
  stockUnknownSince: Instant.nullish(),
  /** Units that Shopify fulfilled by itself though they were missing: they have not left. */
  fulfilledMissing: z
    .array(z.object({ lineId: LineId, units: z.number().int().positive() }))
    .optional(),
  /** A line can't be cancelled by itself, only the whole order: no app may edit it. */
  cancelsWhole: z.boolean().optional(),
  /** What a person was called for while its cause stands, in the words that they read, settled or not. */
  calls: z.array(z.string()).optional(),
});
export type Case = Readonly<z.infer<typeof Case>>;

/** Where a case stands as a whole: it waits for goods, has all of them, or is over. */
export const STAGES = ['waiting', 'ready', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

export function stageOf(value: Pick<Case, 'closedAt' | 'lines'>): Stage {
  if (value.closedAt !== null) return 'closed';
  return value.lines.some(({ units }) => units.short + units.doubtful > 0) ? 'waiting' : 'ready';
}

/** One entry of the append-only timeline: what happened, by whom, and the details as they were. */
export interface TimelineEntry {
  readonly at: Date;
  readonly kind: TimelineKind;
  readonly by: 'holdfast' | 'customer' | 'merchant' | 'shopify' | 'supplier';
  readonly detail: Readonly<Record<string, unknown>>;
}

export type TimelineKind =
  | 'case-opened'
  | 'units-moved'
  | 'date-changed'
  | 'kept'
  | 'cancel-requested'
  | 'cancel-undone'
  | 'line-cancelled'
  | 'message-sent'
  | 'message-unclear'
  | 'message-withheld'
  | 'step-moved'
  | 'step-skipped'
  | 'effect-planned'
  | 'effect-withheld'
  | 'effect-approved'
  | 'effect-done'
  | 'effect-failed'
  | 'effect-unclear'
  | 'hold-released-by-other'
  | 'hold-released-by-hand'
  | 'money-moved-by-other'
  | 'authorization-ended'
  | 'agreed'
  | 'part-first'
  | 'links-stopped'
  | 'attention-raised'
  | 'attention-resolved'
  | 'case-closed';
