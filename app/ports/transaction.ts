import type { Absence } from '../domain/absence';
import type { CaptureEvidence, EvidenceSum } from '../domain/capture-evidence';
import type { Case, KeptOutcome, Step, TimelineEntry } from '../domain/case';
import type { ItemId, LineId, LocationId, OrderId, ShopId } from '../domain/ids';
import type { Intent } from '../domain/intent';
import type { StockLevel } from '../domain/order';
import type { CaptureMethod, Settings, Shop } from '../domain/settings';
import type { NoticeKind, ShopNotice } from '../domain/shop-notice';
import type { NewTask } from '../domain/task';
import type { ChangedOrder } from './shopify';

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

  /** The last time that Shopify shut us out of the shop; null when it never did, or the shop has left since. */
  absence(): Promise<Absence | null>;
  saveAbsence(absence: Absence): Promise<void>;
  forgetAbsence(): Promise<void>;

  /** What the shop's staff should know of their shop as a whole. */
  notices(): Promise<ShopNotice[]>;
  /** Raised once: one that stands, dismissed or not, stays as it is. */
  raiseNotice(kind: NoticeKind, at: Date): Promise<void>;
  /** Its cause is gone: should it come back, it is raised anew. */
  endNotice(kind: NoticeKind): Promise<void>;
  dismissNotice(kind: NoticeKind, at: Date): Promise<void>;

  /**
   * The order was read: when the read began by our clock, and Shopify's own time of the order's last change. Times only go
   * on, and evidence once given isn't taken back.
   */
  knowOrder(known: {
    readonly orderId: OrderId;
    readonly readAt: Date;
    readonly updatedAt: Date;
    readonly evidence: CaptureEvidence | null;
  }): Promise<void>;
  /** When the read began by which the order is known; null for one that was never read. */
  readAtOf(orderId: OrderId): Promise<Date | null>;
  /** News of the order waits until then; of two times the later one counts. Nothing for an order that was never read. */
  keepQuiet(orderId: OrderId, until: Date): Promise<void>;
  quietUntil(orderId: OrderId): Promise<Date | null>;
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
  /** Gateways of what is set aside for open cases whose days nobody knows, each once. */
  unknownGateways(): Promise<string[]>;
  /** Cases that are open, or over and not all said, by their order's id: at most so many after that one. */
  casesToPickUp(after: OrderId | null, take: number): Promise<Case[]>;
  /** Orders without a case whose effects were planned or are under way, by id: at most so many after that one. */
  caselessToPickUp(after: OrderId | null, take: number): Promise<OrderId[]>;
  addTimeline(orderId: OrderId, entries: readonly TimelineEntry[]): Promise<void>;
  timeline(orderId: OrderId): Promise<TimelineEntry[]>;

  demandOfOrder(orderId: OrderId): Promise<Demand[]>;
  demandOfItem(itemId: ItemId): Promise<Demand[]>;
  /**
   * Items that an order still needs, each once and by their id; `waitedFor`: only where something is missing or was never
   * judged. `after` and `take`: a page of them.
   */
  itemsInDemand(which: {
    readonly waitedFor: boolean;
    readonly after?: ItemId | null;
    readonly take?: number;
  }): Promise<ItemId[]>;
  /**
   * What orders were given is unknown again, for at most so many rows; says for how many. At these locations, who was found
   * short stays so.
   */
  forgetShares(feedLocations: readonly string[], take: number): Promise<number>;
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
  /** Those of several orders that are not over, in no order. */
  openIntents(orderIds: readonly OrderId[]): Promise<Intent[]>;
  /** Plans an intent unless its (order, kind, target, generation) exists; says whether it was new. */
  planIntent(intent: Intent): Promise<boolean>;
  saveIntent(intent: Intent): Promise<void>;
  /** Captures that were refused or wait for a yes, of orders that have no case; the newest first, at most so many. */
  untakenCaptures(take: number): Promise<Intent[]>;

  /** Effects that wait for a yes, by their order's id: of at least so many intents after that order, no order in part. */
  awaitingYes(after: OrderId | null, take: number): Promise<Intent[]>;

  messages(orderId: OrderId): Promise<KeptMessage[]>;
  keepMessage(message: KeptMessage): Promise<void>;
  /** When this customer last got a message of any of the shop's orders. */
  lastWordTo(customerKey: string): Promise<Date | null>;

  addChoiceLink(link: ChoiceLink): Promise<void>;
  choiceLink(id: string): Promise<ChoiceLink | null>;
  /** Those of an order, by their end. */
  choiceLinks(orderId: OrderId): Promise<ChoiceLink[]>;
  /** Every order of which a case or a message is kept for this customer. */
  ordersOfCustomer(customerKey: string): Promise<OrderId[]>;

  /** Waiting tasks with the same key become one, due at the earlier time. */
  addTasks(tasks: readonly NewTask[]): Promise<void>;
  /** How many looks and readings of stock are under way, or due by then (null: whenever). */
  readsLeft(by: Date | null): Promise<number>;
  /** Whether a task is still there, waiting or worked on; one that was given up isn't. */
  hasTask(taskId: string): Promise<boolean>;
}
