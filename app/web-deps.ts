import type {
  Acted,
  CaseQuery,
  PanelCase,
  PanelCases,
  PanelHome,
  PanelPayments,
  PanelSettings,
  PanelSuspension,
} from './domain/panel-view';
import type { AskedKind } from './domain/after-absence';
import type { ChoiceAnswer, ChoiceOutcome, ChoiceView } from './domain/choice-view';
import type { LineId, OrderId, ShopId } from './domain/ids';
import type { NoticeKind } from './domain/shop-notice';
import type { Settings } from './domain/settings';
import type { Hint } from './domain/webhook-topics';
import type { Clock, Log } from './ports';

/* What the web entry needs of the composed app, and no more: tests put small fakes in its place. */

/** One signed webhook, read for ids. */
export interface Delivery {
  readonly shop: ShopId;
  readonly webhookId: string;
  readonly eventId: string | null;
  readonly topic: string;
  readonly triggeredAt: Date | null;
  readonly hint: Hint;
}

export interface Inbox {
  /**
   * Resolves when the delivery and its task are committed, or were before. Rejects within a second when they are not,
   * or when that can't be known; Shopify then delivers again, and a second delivery changes nothing.
   */
  receive(delivery: Delivery): Promise<void>;
  close(): Promise<void>;
}

/** The tasks as the database has them; `nextDueSeconds` is null when none is to come. */
export interface TaskGauges {
  readonly due: number;
  readonly inFlight: number;
  /** Shops that Shopify lets us do nothing for at the moment. */
  readonly suspendedShops: number;
  readonly nextDueSeconds: number | null;
}

/** What the calls of one operation took of Shopify's API budget, in points, since the process started. */
export interface OperationPrice {
  readonly operation: string;
  /** What one call should ask for; null for an operation without an expected price. */
  readonly expected: number | null;
  /** What the last call asked for. */
  readonly requested: number;
  readonly calls: number;
  readonly requestedTotal: number;
  readonly actualTotal: number;
}

/** A member of staff who acts on a case, and the version of it that they see. */
export interface Staff {
  readonly by: string;
  /** An act on an older version is refused with words; without one it is taken as it is. */
  readonly seen?: number | undefined;
}
type OnCase<More = object> = (shop: ShopId, orderId: OrderId, act: Staff & More) => Promise<Acted>;
interface OfLines {
  readonly lineIds: readonly LineId[];
}
interface OfStep {
  /** The message that they saw planned. */
  readonly key: string;
}

export interface PanelDeps {
  home(shop: ShopId): Promise<PanelHome>;
  cases(shop: ShopId, query: CaseQuery): Promise<PanelCases>;
  /** Null for an order that isn't this shop's, or that has no case. */
  caseOf(shop: ShopId, orderId: OrderId): Promise<PanelCase | null>;
  payments(shop: ShopId): Promise<PanelPayments>;
  settings(shop: ShopId): Promise<PanelSettings>;
  /** `seen` is the version of the settings that was changed. */
  changeSettings(shop: ShopId, change: SettingsChange, seen?: number): Promise<Acted>;
  /** Null while Shopify lets us work in the shop. */
  suspension(shop: ShopId): Promise<PanelSuspension | null>;
  /** Somebody has seen to the cause of a suspension: Shopify is asked at once. */
  askAgain(shop: ShopId): Promise<Acted>;
  /** A yes to all of one kind that became due in a long absence, as they stood then. */
  yesToAll(
    shop: ShopId,
    wish: { readonly of: AskedKind; readonly asOf: Date; readonly by: string },
  ): Promise<Acted>;
  /** Somebody has read the notice, or has seen to its cause. */
  settleNotice(shop: ShopId, kind: NoticeKind): Promise<Acted>;
  /** `date` is a day as the shop's calendar has it, such as "2026-12-24"; null: no date can be given. */
  readonly setDate: OnCase<OfLines & { readonly date: string | null }>;
  readonly approve: OnCase<{ readonly intent: string }>;
  readonly resolveAttention: OnCase;
  /** The links that the customer was mailed so far stop working. */
  readonly stopLinks: OnCase;
  readonly sendNow: OnCase<OfStep>;
  /** `time` is by the shop's clock: "2026-03-05T10:00". */
  readonly sendLater: OnCase<OfStep & { readonly time: string }>;
  /** `told`: how the customer was told instead; empty when nobody has told them. */
  readonly skipStep: OnCase<OfStep & { readonly told: string }>;
  readonly release: OnCase<{ readonly why: string }>;
  /** The part that is here goes first. */
  readonly partFirst: OnCase<{ readonly why: string }>;
  readonly capture: OnCase;
  readonly cancel: OnCase<OfLines>;
  readonly undoCancel: OnCase<OfLines>;
}

export type SettingsChange = Partial<Omit<Settings, 'version'>>;

/** The part of shopify-app-remix that routes may use: who is asking. Never its admin client, never its sessions. */
export interface PanelDoor {
  readonly authenticate: {
    admin(request: Request): Promise<{
      readonly session: { readonly shop: string };
      readonly sessionToken?: { readonly sub?: string };
    }>;
  };
  login(request: Request): Promise<{ readonly shop?: string }>;
  addDocumentResponseHeaders(request: Request, headers: Headers): void;
}

export interface WebDeps {
  readonly log: Log;
  readonly clock: Clock;
  readonly apiKey: string;
  readonly shopifyApp: PanelDoor;
  readonly inbox: Inbox;
  /** Whether the database answers and has our migrations. */
  health(): Promise<boolean>;
  gauges(): Promise<TaskGauges>;
  /** For how many seconds the oldest request about a person's or a shop's data has been waiting; 0 when none does. */
  oldestDuty(): Promise<number>;
  /** Of this process alone. */
  prices(): readonly OperationPrice[];
  /** Null for a link that is unknown, altered, expired or overtaken. Changes nothing. */
  viewChoice(token: string): Promise<ChoiceView | null>;
  answerChoice(token: string, answer: ChoiceAnswer): Promise<ChoiceOutcome>;
  readonly panel: PanelDeps;
  close(): Promise<void>;
}
