import { z } from 'zod';
import { ASKED_KINDS } from './after-absence';
import { ItemId, OrderId, ShopId } from './ids';

/**
 * Everything still to be done is one of these, kept in a row with the time at which it is due. The payload holds ids
 * and nothing else and is never edited: a change of plan is a new task.
 */
export const TaskBody = z.discriminatedUnion('kind', [
  /**
   * Read the order again and decide. `because: 'shares'`: nothing is known to have happened to the order itself, what it was
   * given of the stock has changed. Such a look has a key of its own.
   */
  z.object({
    kind: z.literal('look-at-order'),
    orderId: OrderId,
    because: z.literal('shares').optional(),
  }),
  /** A hint that names a fulfillment order only: find its order, then look. */
  z.object({ kind: z.literal('find-order'), fulfillmentOrderId: z.string() }),
  /** Read an item's stock and share it over the demand. `round` counts tries to get stock and demand to agree. */
  z.object({
    kind: z.literal('share-item'),
    itemId: ItemId,
    round: z.number().int().min(0).optional(),
  }),
  /** A planned step of the case's messages has come. */
  z.object({ kind: z.literal('take-step'), orderId: OrderId, step: z.string() }),
  /** The customer's time to undo a cancellation is over. */
  z.object({ kind: z.literal('cancel-due'), orderId: OrderId }),
  /** An authorization ends soon or has ended, or the time for paying is over. */
  z.object({ kind: z.literal('money-due'), orderId: OrderId }),
  z.object({ kind: z.literal('perform-effect'), orderId: OrderId, intent: z.string() }),
  /** After install: take in the orders that are open. `cursor` is where the last page ended. */
  z.object({ kind: z.literal('take-in-orders'), cursor: z.string().optional() }),
  /** Settings were loosened: what waited comes to the last door again. `watched`: customers were not told till now. */
  z.object({ kind: z.literal('settings-changed'), watched: z.boolean() }),
  /** Go through what has changed in the shop since; without `since`, since the last round. */
  z.object({
    kind: z.literal('reconcile'),
    since: z.string().optional(),
    /** When the round began: up to then everything is gone through when it ends. */
    began: z.string().optional(),
    cursor: z.string().optional(),
  }),
  /** The shop is suspended: ask whether Shopify lets us in again. */
  z.object({ kind: z.literal('probe-shop') }),
  /**
   * The shop is let in again after a while: put in order what stood still, a page at a time. `orders` counts those that a look
   * was planned for, `readBy` is when the last of these looks is due.
   */
  z.object({
    kind: z.literal('pick-up'),
    stage: z.enum(['shares', 'orders', 'items', 'reading']),
    after: z.string().optional(),
    orders: z.number().int().min(0).optional(),
    readBy: z.string().optional(),
  }),
  /** A person said yes to all of one kind that they saw then; `after` is where the last page ended. */
  z.object({
    kind: z.literal('yes-to-all'),
    of: z.enum(ASKED_KINDS),
    asOf: z.string(),
    person: z.string(),
    after: z.string().optional(),
  }),
  z.object({ kind: z.literal('uninstall') }),
  /** `since`: when it was tried for the first time. What the law asks for is tried until it is done. */
  z.object({
    kind: z.literal('redact-customer'),
    webhookId: z.string(),
    since: z.string().optional(),
  }),
  z.object({
    kind: z.literal('report-customer-data'),
    webhookId: z.string(),
    since: z.string().optional(),
  }),
  /** `endedAt`: when Shopify first said that our access has ended. */
  z.object({
    kind: z.literal('redact-shop'),
    since: z.string().optional(),
    endedAt: z.string().optional(),
  }),
  z.object({ kind: z.literal('refresh-shop') }),
]);
export type TaskBody = Readonly<z.infer<typeof TaskBody>>;
export type TaskKind = TaskBody['kind'];

/** What goes on while a shop is suspended: it asks Shopify nothing, or whether it lets us in. */
export const GOES_ON_WHILE_AWAY = [
  'probe-shop',
  'pick-up',
  'uninstall',
  'redact-customer',
  'report-customer-data',
  'redact-shop',
] as const satisfies readonly TaskKind[];

export function goesOnWhileAway({ kind }: Pick<TaskBody, 'kind'>): boolean {
  return GOES_ON_WHILE_AWAY.some((each) => each === kind);
}

export interface NewTask {
  readonly shop: ShopId;
  readonly body: TaskBody;
  readonly dueAt: Date;
}

/** Two waiting tasks of a shop with the same key are one: hints about one order coalesce. */
export function taskKey(body: TaskBody): string {
  const tail = (gid: string): string => gid.split('/').at(-1) ?? gid;
  switch (body.kind) {
    case 'look-at-order': {
      const key = `${body.kind}-${tail(body.orderId)}`;
      return body.because === undefined ? key : `${key}-${body.because}`;
    }
    case 'cancel-due':
    case 'money-due':
      return `${body.kind}-${tail(body.orderId)}`;
    case 'take-step':
      return `${body.kind}-${tail(body.orderId)}-${body.step}`;
    case 'perform-effect':
      return `${body.kind}-${tail(body.orderId)}-${body.intent}`;
    case 'find-order':
      return `${body.kind}-${tail(body.fulfillmentOrderId)}`;
    case 'share-item':
      return `${body.kind}-${tail(body.itemId)}`;
    case 'redact-customer':
    case 'report-customer-data':
      return `${body.kind}-${body.webhookId}`;
    case 'settings-changed':
      return `${body.kind}-${body.watched}`;
    case 'yes-to-all':
      return `${body.kind}-${body.of}`;
    case 'take-in-orders':
      // A new begin isn't one with a page that is on its way.
      return body.cursor === undefined ? body.kind : `${body.kind}-${body.cursor}`;
    case 'pick-up':
      // The same: a page, or the wait for the reading, must not swallow a new begin.
      return body.stage === 'shares' ? body.kind : `${body.kind}-on`;
    case 'reconcile':
    case 'probe-shop':
    case 'uninstall':
    case 'redact-shop':
    case 'refresh-shop':
      return body.kind;
  }
}
