import { z } from 'zod';
import { FulfillmentOrderId, LineId, OrderId, ShopId, TransactionId } from './ids';
import { Money } from './money';
import { Step } from './case';

/** A part of a refund: how much goes back to which payment. */
export const RefundPayment = z.object({ parentId: TransactionId, amount: Money });
export type RefundPayment = Readonly<z.infer<typeof RefundPayment>>;

/**
 * One wanted effect on the world, with everything its performer needs. `target` names the thing it acts on;
 * (shop, order, kind, target, generation) is unique, so that the same effect can't be planned twice.
 */
export const Effect = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('hold'),
    target: FulfillmentOrderId,
    reason: z.enum(['INVENTORY_OUT_OF_STOCK', 'AWAITING_PAYMENT']),
    note: z.string(),
    /** Only these units, by the fulfillment order's own lines; the others go to a fulfillment order of their own. */
    lines: z.array(z.object({ id: z.string(), quantity: z.number().int().positive() })).optional(),
  }),
  /** Asks the third party that has accepted a fulfillment order to give it back. */
  z.object({ kind: z.literal('request-cancellation'), target: FulfillmentOrderId }),
  /** Takes back a request that a fulfillment service has not accepted. `asks`: a person says yes first, in every mode. */
  z.object({
    kind: z.literal('take-back-request'),
    target: FulfillmentOrderId,
    asks: z.literal(true).optional(),
  }),
  z.object({
    kind: z.literal('release'),
    target: FulfillmentOrderId,
    holdIds: z.array(z.string()).min(1),
    /** Shopify merges it with what is open at its location: with which, and the units that come to it. */
    joins: z
      .object({
        with: z.array(FulfillmentOrderId).min(1),
        adds: z.array(z.object({ lineId: LineId, units: z.number().int().positive() })),
      })
      .optional(),
  }),
  z.object({
    kind: z.literal('capture'),
    target: TransactionId,
    amount: Money,
    /** Nothing may follow on this authorization: it is the last part, or only one capture is possible. */
    final: z.boolean(),
    /** Whether the authorization takes several captures; nothing in older rows. */
    multiCapturable: z.boolean().optional(),
    /** What was authorized, so that the database can hold the sum of its captures against it. */
    authorized: Money.optional(),
    /** What was captured of it before, by which it is told whether this part has been; nothing in older rows. */
    before: Money.optional(),
  }),
  z.object({ kind: z.literal('void'), target: TransactionId }),
  z.object({
    kind: z.literal('cancel-order'),
    target: OrderId,
    reason: z.enum(['CUSTOMER', 'INVENTORY', 'OTHER']),
    /** False: Shopify had no place to put the units back, and cancels without it. Absent: they are put back. */
    restock: z.literal(false).optional(),
  }),
  /** Takes units off a line by an order edit; what was charged for them is not touched by it. */
  z.object({
    kind: z.literal('remove-units'),
    target: LineId,
    quantity: z.number().int().positive(),
    /** The line's quantity before it, by which it is told whether it has happened. */
    current: z.number().int().positive(),
  }),
  /**
   * Gives back what was paid: for the units of a line (`target` is the line), which leave the order with it, or for what is
   * paid beyond the order's price (`target` is the order).
   */
  z.object({
    kind: z.literal('refund'),
    target: z.union([LineId, OrderId]),
    quantity: z.number().int().min(0),
    /** The line's quantity before it, by which it is told whether it has happened; 0 without a line. */
    current: z.number().int().min(0),
    /** How much goes back to which payment: read from Shopify and written down before the call (its key demands the same). */
    payments: z.array(RefundPayment).optional(),
    /** When Shopify was first asked, under the key that is in use: it keeps a key for 24 hours. */
    askedAt: z.coerce.date().optional(),
    /** How many keys before this one Shopify keeps a failure under. */
    spentKeys: z.number().int().min(0).optional(),
  }),
  /** Makes an order payable that lost its authorization. */
  z.object({ kind: z.literal('ask-for-payment'), target: OrderId }),
  /** `target` is the message's key in its case, such as "follow-up-2". */
  z.object({ kind: z.literal('message'), target: z.string(), step: Step }),
]);
export type Effect = Readonly<z.infer<typeof Effect>>;
export type EffectKind = Effect['kind'];

export const IntentStatus = z.enum([
  'planned',
  /** Mode `ask`: waits for a person's yes. */
  'awaiting-approval',
  /** Mode `watch`: would have happened. Final. */
  'withheld',
  'attempting',
  'done',
  'failed',
  'unclear',
  /** Overtaken before it was attempted. Final. */
  'dropped',
]);
export type IntentStatus = z.infer<typeof IntentStatus>;

export const Intent = z.object({
  shop: ShopId,
  orderId: OrderId,
  generation: z.number().int().min(1),
  effect: Effect,
  status: IntentStatus,
  /** The task claim that last touched it; a write with an older epoch is refused. */
  epoch: z.coerce.number().int().min(0),
  approved: z.boolean().default(false),
  /** The task that has the attempt in hand: another one that meets the intent leaves it alone. */
  attemptedBy: z.string().nullable().default(null),
  plannedAt: z.coerce.date(),
  /** When it last began to wait for a person's yes; null for never, and in rows of an earlier release. */
  awaitingSince: z.coerce.date().nullable().default(null),
  finishedAt: z.coerce.date().nullable(),
  /** What Shopify or the mail server answered: an id, a message id. */
  reference: z.string().nullable(),
  error: z.string().nullable(),
});
export type Intent = Readonly<z.infer<typeof Intent>>;

/** An intent as it is planned. */
export function newIntent(
  of: Pick<Intent, 'shop' | 'orderId' | 'generation' | 'effect' | 'plannedAt'>,
): Intent {
  return {
    ...of,
    status: 'planned',
    epoch: 0,
    approved: false,
    attemptedBy: null,
    awaitingSince: null,
    finishedAt: null,
    reference: null,
    error: null,
  };
}

const acts = (intents: readonly Intent[]): Intent[] =>
  intents.filter(({ effect }) => effect.kind !== 'message');

/** When the last change that Holdfast made of the order ended; null for never. */
export function lastActAt(intents: readonly Intent[]): Date | null {
  return acts(intents)
    .flatMap(({ status, finishedAt }) =>
      (status === 'done' || status === 'failed') && finishedAt !== null ? [finishedAt] : [],
    )
    .reduce<Date | null>((last, at) => (last !== null && last >= at ? last : at), null);
}

/** When Holdfast last changed an order; null for never. */
export type LastAct = Date | 'under way' | null;

export function lastAct(intents: readonly Intent[]): LastAct {
  return acts(intents).some(wasTried) ? 'under way' : lastActAt(intents);
}

/** The intent's name in tasks, logs and URLs: "capture-<target's tail>-1". */
export function intentKey(intent: Pick<Intent, 'effect' | 'generation'>): string {
  const { kind, target } = intent.effect;
  const tail = target.split('/').at(-1) ?? target;
  // A line and an order may have the same number, and a refund may be of either.
  const of = kind === 'refund' && OrderId.safeParse(target).success ? `order-${tail}` : tail;
  return `${kind}-${of}-${intent.generation}`;
}

export const MONEY_EFFECTS = [
  'capture',
  'void',
  'cancel-order',
  'refund',
] as const satisfies readonly EffectKind[];

/** It waits for a person's yes in every mode: the shop wants to be asked. */
export function asksInEveryMode({ effect }: Pick<Intent, 'effect'>): boolean {
  return effect.kind === 'take-back-request' && effect.asks === true;
}

/** An effect that is under way or whose end is not known: nothing else may touch the same money meanwhile. */
export function isOpen(intent: Intent): boolean {
  return ['planned', 'awaiting-approval', 'attempting', 'unclear'].includes(intent.status);
}

/** An attempt was begun whose end is not known: the truth is looked up before anything is tried again. */
export function wasTried({ status }: Intent): boolean {
  return status === 'attempting' || status === 'unclear';
}

/** An effect on the order's money that is planned, waits for a yes or is under way; null when none is. */
export function openMoneyOf(intents: readonly Intent[]): Intent | null {
  const movesMoney = (kind: Effect['kind']): boolean => MONEY_EFFECTS.some((k) => k === kind);
  return intents.find((intent) => isOpen(intent) && movesMoney(intent.effect.kind)) ?? null;
}
