import type { CaptureEvidence, EvidenceSum } from './domain/capture-evidence';
import type { Case, KeptOutcome, Step, TimelineEntry } from './domain/case';
import type {
  FulfillmentOrderId,
  ItemId,
  LineId,
  LocationId,
  OrderId,
  ShopId,
  TransactionId,
} from './domain/ids';
import type { Intent, RefundPayment } from './domain/intent';
import type { Money } from './domain/money';
import type { OrderSnapshot, StockLevel } from './domain/order';
import type { CaptureMethod, Settings, Shop } from './domain/settings';
import type { CaseFilter, PanelCounts } from './domain/panel-view';
import type { NewTask, TaskBody } from './domain/task';

/* Every dependency on the world, as types. `compose.server.ts` puts the real ones in. */

export interface Clock {
  /** Business time: the database's time on every machine. */
  now(): Date;
}

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

// ── Shopify ─────────────────────────────────────────────────────────────────────────────────────

/** What became of a call that changes something. Anything that isn't known to be one of these is thrown. */
export type EffectResult =
  /** It happened; `reference` is Shopify's id of what came of it. */
  | { readonly outcome: 'done'; readonly reference: string | null }
  /** Accepted, not finished: look again later (a capture or a cancellation that runs as a job). */
  | { readonly outcome: 'pending'; readonly reference: string | null }
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
 * `OutcomeUnclear` (it may have happened: look it up), `NoAccess` (uninstalled, or a token that was revoked).
 */
export interface Shopify {
  /** Null when the order doesn't exist or isn't visible (60-day limit, scopes). */
  readOrder(shop: ShopId, orderId: OrderId): Promise<OrderSnapshot | null>;
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
  /** Always names the holds: without ids Shopify would release those of others too. */
  release(
    shop: ShopId,
    input: { fulfillmentOrderId: FulfillmentOrderId; holdIds: readonly string[] },
  ): Promise<EffectResult>;
  capture(
    shop: ShopId,
    input: { orderId: OrderId; authorizationId: TransactionId; amount: Money; final: boolean },
  ): Promise<EffectResult>;
  void(shop: ShopId, input: { authorizationId: TransactionId }): Promise<EffectResult>;
  /** Voids what is authorized, gives back what was charged, restocks; Shopify sends no mail of its own. */
  cancelOrder(
    shop: ShopId,
    input: { orderId: OrderId; reason: 'CUSTOMER' | 'INVENTORY' | 'OTHER'; note: string },
  ): Promise<EffectResult>;
  /** Takes units off a line by an order edit, restocking them. `current` is the line's quantity before it. */
  removeUnits(
    shop: ShopId,
    input: { orderId: OrderId; lineId: LineId; current: number; quantity: number; note: string },
  ): Promise<EffectResult>;
  /**
   * Takes unshipped units off, restocking them, and gives back the named payments' amounts; Shopify sends no mail of its
   * own. `key` is Shopify's idempotency key: the same call with the same key gives back once, however often it is made.
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

// ── Mail ────────────────────────────────────────────────────────────────────────────────────────

export interface Mail {
  readonly shop: ShopId;
  readonly step: Step | 'customer-data';
  readonly to: string;
  readonly from: { readonly name: string; readonly email: string };
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** RFC 5322 ids without angle brackets: this message's own, and those before it in the thread, oldest first. */
  readonly messageId: string;
  readonly references: readonly string[];
}

export type MailResult =
  | { readonly outcome: 'sent'; readonly reference: string }
  /** The server refused it for good. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** The link broke after the message was handed over: it may have gone out, and is never sent again. */
  | { readonly outcome: 'unclear'; readonly reason: string };

/** Throws `Unreachable` when nothing was handed over, so that it can be tried again. */
export interface Mailer {
  send(mail: Mail): Promise<MailResult>;
}

/** A shop's access to Shopify, kept encrypted. */
export interface Tokens {
  /** Forgets every session of a shop that has uninstalled. */
  forget(shop: ShopId): Promise<void>;
}

export interface Secrets {
  /** A choice link's token: 128 random bits, signed, bound to shop, order and generation. */
  signChoice(input: { shop: ShopId; id: string }): string;
  /** The id within, or null for one that isn't ours. */
  verifyChoice(token: string): { shop: ShopId; id: string } | null;
  /** Ties one customer's orders together without keeping the address. */
  customerKey(shop: ShopId, email: string): string;
  newId(): string;
}

// ── Store ───────────────────────────────────────────────────────────────────────────────────────

/** Every unfulfilled unit of a confirmed order, per line and location. Location is null until Shopify has routed it. */
export interface Demand {
  readonly orderId: OrderId;
  readonly lineId: LineId;
  readonly itemId: ItemId;
  readonly locationId: LocationId | null;
  readonly quantity: number;
  readonly orderedAt: Date;
  /** Higher goes first; a jump of the queue has a person's name and reason on it (P10). */
  readonly priority: number;
  /** Units that `allocate` gave it; null while no stock reading has been made for it. */
  readonly allocated: number | null;
}

export interface ChoiceLink {
  readonly id: string;
  readonly orderId: OrderId;
  readonly generation: number;
  readonly expiresAt: Date;
}

/** A message as it was said: the evidence. Links are placeholders. */
export interface KeptMessage {
  readonly orderId: OrderId;
  readonly key: string;
  readonly step: Step;
  readonly customerKey: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly at: Date;
  readonly outcome: KeptOutcome;
}

/**
 * One transaction on one shop. Reads see what the transaction wrote. `saveCase` refuses a case whose version has moved
 * on (`Conflict`), so that two people at once don't overwrite each other.
 */
export interface Tx {
  readonly shop: ShopId;
  loadShop(): Promise<Shop | null>;
  /** Writes version + 1; refuses (`Conflict`) settings whose version has moved on. */
  saveSettings(settings: Settings): Promise<void>;
  saveShop(shop: Omit<Shop, 'id' | 'settings' | 'captureMethod'>): Promise<void>;
  /** Up to when the shop's orders were gone through; null: never. */
  reconciledAt(): Promise<Date | null>;
  saveReconciled(found: {
    readonly until: Date;
    readonly captureMethod: CaptureMethod | null;
  }): Promise<void>;

  /** The order was looked at, as of Shopify's own time of its last change. Evidence once given isn't taken back. */
  knowOrder(known: {
    readonly orderId: OrderId;
    readonly updatedAt: Date;
    readonly evidence: CaptureEvidence | null;
  }): Promise<void>;
  /** Those that have changed since we last looked at them, or that we never saw. */
  unknownOf(changed: readonly ChangedOrder[]): Promise<OrderId[]>;
  /** How many orders that changed since then show which capture method, per gateway. */
  captureEvidence(since: Date): Promise<EvidenceSum[]>;

  loadCase(orderId: OrderId): Promise<Case | null>;
  /** Writes version + 1. */
  saveCase(value: Case): Promise<void>;
  /** Orders whose case is open. */
  openCases(): Promise<OrderId[]>;
  /** Orders whose case is over, and whose customer has not heard all of that yet. */
  unsaidCases(): Promise<OrderId[]>;
  addTimeline(orderId: OrderId, entries: readonly TimelineEntry[]): Promise<void>;
  timeline(orderId: OrderId): Promise<TimelineEntry[]>;

  demandOfOrder(orderId: OrderId): Promise<Demand[]>;
  demandOfItem(itemId: ItemId): Promise<Demand[]>;
  /** Items that an order still needs, each once; `waitedFor`: only where something is missing or was never judged. */
  itemsInDemand(which: { readonly waitedFor: boolean }): Promise<ItemId[]>;
  /**
   * Whether an order from before this one, which needs one of the same items from a known location, is to be looked at by
   * then, or just is: what this one was given may be theirs. One without a location is looked at again and again.
   */
  hasNewsOfOlder(orderId: OrderId, by: Date): Promise<boolean>;
  /** Replaces the order's rows; rows that stay keep what they were allocated. */
  replaceDemand(orderId: OrderId, rows: readonly Omit<Demand, 'allocated'>[]): Promise<void>;
  setAllocated(
    rows: readonly Pick<Demand, 'orderId' | 'lineId' | 'locationId' | 'allocated'>[],
  ): Promise<void>;
  saveStock(levels: readonly StockLevel[], readAt: Date): Promise<void>;

  intents(orderId: OrderId): Promise<Intent[]>;
  /** Plans an intent unless its (order, kind, target, generation) exists; says whether it was new. */
  planIntent(intent: Intent): Promise<boolean>;
  saveIntent(intent: Intent): Promise<void>;
  /** Captures that were refused or wait for a yes, of orders that have no case; the newest first, at most so many. */
  untakenCaptures(take: number): Promise<Intent[]>;

  messages(orderId: OrderId): Promise<KeptMessage[]>;
  keepMessage(message: KeptMessage): Promise<void>;
  /** When this customer last got a message of any of the shop's orders. */
  lastWordTo(customerKey: string): Promise<Date | null>;

  addChoiceLink(link: ChoiceLink): Promise<void>;
  choiceLink(id: string): Promise<ChoiceLink | null>;

  /** Waiting tasks with the same key become one, due at the earlier time. */
  addTasks(tasks: readonly NewTask[]): Promise<void>;
  /** Whether a task is still there, waiting or worked on; one that was given up isn't. */
  hasTask(taskId: string): Promise<boolean>;
}

export interface Store {
  /**
   * Runs `work` in one transaction with the named locks taken first, always items before orders and each in order of
   * its id, so that no two transactions can wait for each other. Nothing of it is kept when `work` throws.
   */
  transact<T>(
    shop: ShopId,
    locks: { readonly items?: readonly ItemId[]; readonly orders?: readonly OrderId[] },
    work: (tx: Tx) => Promise<T>,
  ): Promise<T>;
  /** Reads alone, outside any lock. */
  read<T>(shop: ShopId, work: (tx: Tx) => Promise<T>): Promise<T>;

  /** Finds a webhook's body that was kept for compliance, and forgets it when done. */
  webhookBody(shop: ShopId, webhookId: string): Promise<unknown>;
  forgetWebhookBody(shop: ShopId, webhookId: string): Promise<void>;
  /** Erases a customer's words and addresses from the shop's records; what law asks to keep stays without a name. */
  redactCustomer(
    shop: ShopId,
    input: { customerKey: string | null; orderIds: readonly OrderId[] },
  ): Promise<void>;
  redactShop(shop: ShopId): Promise<void>;
  /** Forgets deliveries that were received before then: a repetition of one would be taken for new. */
  forgetWebhooks(shop: ShopId, before: Date): Promise<void>;
  /** Ends every task of a shop that has uninstalled. */
  dropTasks(shop: ShopId): Promise<void>;
}

/** The panel's lists, each in a number of queries that doesn't grow with the shop. */
export interface PanelReads {
  counts(shop: ShopId): Promise<PanelCounts>;
  /** By the time of opening; `from` is exclusive, and the rows come in the order that is asked for. */
  cases(
    shop: ShopId,
    query: {
      readonly filter: CaseFilter;
      readonly search: string;
      readonly order: 'oldest' | 'newest';
      readonly from: { readonly openedAt: Date; readonly orderId: OrderId } | null;
      readonly take: number;
    },
  ): Promise<Case[]>;
  /** What is authorized and not taken over all open cases, per currency. */
  held(shop: ShopId): Promise<(Money & { readonly orders: number; readonly lapsesAt: Date })[]>;
  /** The open case whose authorization lapses first. */
  lapsesFirst(shop: ShopId): Promise<Case | null>;
  /** Cases with a message that is due by then, soonest first, each with the customer's last word. */
  dueBy(
    shop: ShopId,
    until: Date,
    take: number,
  ): Promise<{ readonly case: Case; readonly wakesAt: Date; readonly lastWord: Date | null }[]>;
}

// ── Tasks ───────────────────────────────────────────────────────────────────────────────────────

/** A task that a worker holds. */
export interface Claim {
  readonly taskId: string;
  readonly shop: ShopId;
  readonly body: TaskBody;
  readonly epoch: number;
  readonly attempts: number;
}

/**
 * The writes of a task that is being worked on. Each runs in one transaction that first checks that the claim still
 * stands; a worker that was overtaken gets `StaleClaim` and has written nothing.
 */
export interface Work {
  readonly claim: Claim;
  /** Business time at the start of this attempt. */
  readonly now: Date;
  /** Writes, and the task goes on: commit what must be known before a call to the outside. */
  keep<T>(locks: Parameters<Store['transact']>[1], work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes, and the task is done: both or neither. */
  finish<T>(locks: Parameters<Store['transact']>[1], work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** A task is committed first and rung afterwards; a lost ring is rung again by the sweep. */
export interface Doorbell {
  ring(taskIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
