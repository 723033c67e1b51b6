import type { AbsenceCause } from './absence';
import type { KeptOutcome, Stage } from './case';
import type { LineId, OrderId } from './ids';
import type { IntentStatus } from './intent';
import type { Money } from './money';
import type { NoticeKind } from './shop-notice';
import type { CaptureMethod, Mode, Settings } from './settings';
import type { UnitState } from './transitions';

/* What the panel shows, as plain data: pages take these and nothing else. Instants are ISO strings, since they cross the wire. */

export interface PanelRow {
  readonly orderId: OrderId;
  readonly orderName: string;
  readonly openedAt: string;
  readonly stage: Stage;
  /** Units for which the customer waits. */
  readonly waitingUnits: number;
  /** Units that have arrived for it. */
  readonly readyUnits: number;
  /** The earliest promised date of its waiting lines; null when there is none. */
  readonly date: string | null;
  /** The first line's title, and how many others there are. */
  readonly title: string;
  readonly otherLines: number;
  readonly held: PanelHeld | null;
  /** What a person must do; null when nothing. */
  readonly attention: string | null;
}

/** Money that is authorized and not taken. */
export interface PanelHeld extends Money {
  readonly lapsesAt: string;
}

/** What came of a person's act in the panel: `refused` says why in words for that person. */
export type Acted =
  { readonly kind: 'done' } | { readonly kind: 'refused'; readonly reason: string };

/** The shop as a whole, on every page: null while nothing is the matter. */
export interface PanelSuspension {
  readonly cause: AbsenceCause;
  readonly since: string;
  /** By the shop's clock. */
  readonly timezone: string;
}

/** What a person is asked for after an absence of more than a day: how many of each kind, as of then. */
export interface PanelAfterAbsence {
  readonly tell: number;
  readonly charge: number;
  readonly end: number;
  /** What the captures come to, per currency. */
  readonly totals: readonly Money[];
  readonly asOf: string;
}

export interface PanelNotice {
  readonly kind: NoticeKind;
  /** The last day for it by law; null where no law sets one. */
  readonly dueBy: string | null;
}

export interface PanelHome {
  readonly shopName: string;
  readonly timezone: string;
  readonly mode: Mode;
  readonly paused: boolean;
  /** The version of the settings that is shown. */
  readonly settingsVersion: number;
  readonly counts: PanelCounts;
  /** The oldest few of each. */
  readonly needsYou: readonly PanelRow[];
  readonly waiting: readonly PanelRow[];
  /** Per currency; empty when nothing is held. */
  readonly held: readonly (PanelHeld & { readonly orders: number })[];
  /** The authorization that lapses first. */
  readonly lapsesFirst: PanelRow | null;
  /** What the staff should know of the shop as a whole, and have not dismissed. */
  readonly notices: readonly PanelNotice[];
  /** Null when nothing of an absence waits for a yes. */
  readonly afterAbsence: PanelAfterAbsence | null;
  /** What goes out until the end of the shop's day, soonest first. */
  readonly today: readonly PanelStep[];
}

export interface PanelCounts {
  readonly needsYou: number;
  readonly waiting: number;
  readonly ready: number;
  readonly closed: number;
  /** Of orders that have a case. */
  readonly approvals: number;
  /** Payments of orders without a case that were refused or wait for a yes: they stand on the page of payments. */
  readonly untaken: number;
}

export const CASE_FILTERS = ['all', 'needs-you', 'waiting', 'ready', 'closed'] as const;
export type CaseFilter = (typeof CASE_FILTERS)[number];

/** What a page of the list shows. `after` and `before` are the list's own marks. */
export interface CaseQuery {
  readonly filter: CaseFilter;
  /** A part of the order's name; empty: any. */
  readonly search: string;
  readonly sort: 'oldest' | 'newest';
  readonly after: string | null;
  readonly before: string | null;
}

export interface PanelCases {
  readonly timezone: string;
  readonly query: CaseQuery;
  readonly counts: PanelCounts;
  readonly rows: readonly PanelRow[];
  /** Marks for the pages beside this one; null where there is none. */
  readonly previous: string | null;
  readonly next: string | null;
}

export interface PanelStep {
  readonly orderId: OrderId;
  readonly orderName: string;
  /** Names the message in its case: "follow-up-2". */
  readonly key: string;
  /** In words, such as "follow-up mail". */
  readonly what: string;
  readonly dueAt: string;
}

export interface PanelCase {
  readonly orderId: OrderId;
  readonly orderName: string;
  /** Of the case as it is shown: an act on an older one is refused. */
  readonly version: number;
  readonly timezone: string;
  readonly now: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly stage: Stage;
  readonly attention: string | null;
  readonly money: PanelMoney;
  readonly lines: readonly PanelLine[];
  /** The lines can't be cancelled one by one, only together: no app may edit the order. */
  readonly cancelsWhole?: boolean | undefined;
  /** Whether a hold of ours is on it, or will be. */
  readonly held: boolean;
  readonly intents: readonly PanelIntent[];
  readonly messages: readonly PanelMessage[];
  /** A link that the customer was mailed works. */
  readonly hasLink: boolean;
  readonly timeline: readonly PanelEntry[];
  readonly nextStep: (PanelStep & PanelStepLimits) | null;
}

export interface PanelStepLimits {
  /** It can be moved so far and no further. */
  readonly latest: string;
  /** Left out only if a person tells the customer instead. */
  readonly promised: boolean;
}

export interface PanelMoney {
  /** The true sentence about the money, for the merchant; null when Shopify could not be asked. */
  readonly sentence: string | null;
  /** Why nothing can be captured now; null when it can. */
  readonly whyNoCapture: string | null;
  /** What becomes of it from here, if nothing comes in between. */
  readonly next: readonly string[];
  readonly agreements: readonly PanelAgreement[];
  /** The part that is here, while it waits for the rest; null when there is none, or it goes already. */
  readonly part: PanelPart | null;
  /** What to read off: "Total", "Authorized until…". */
  readonly figures: readonly {
    readonly label: string;
    readonly amount: Money;
    readonly until: string | null;
  }[];
}

/** The customer's recorded yes, with the words that they said it to. */
export interface PanelAgreement {
  readonly at: string;
  readonly what: string;
  readonly words: string;
}

export interface PanelPart {
  /** What is charged for it when it goes. */
  readonly amount: Money;
  /** Why staff can't send it first; null when they can. */
  readonly whyNot: string | null;
}

export interface PanelLine {
  readonly id: LineId;
  readonly title: string;
  readonly sku: string | null;
  readonly units: Readonly<Record<UnitState, number>>;
  readonly date: string | null;
  /** The date that the customer goes by. */
  readonly toldDate: string | null;
  readonly choice: 'none' | 'kept' | 'cancel-requested' | 'cancelled';
  /** Until when a cancellation can be taken back. */
  readonly undoUntil: string | null;
  readonly canCancel: boolean;
}

export interface PanelIntent {
  readonly key: string;
  /** In words, such as "Hold 2 units" or "Send the follow-up". */
  readonly what: string;
  readonly status: IntentStatus;
  readonly plannedAt: string;
  readonly error: string | null;
}

/** A message as it was said. Links are placeholders: whoever reads it here can't choose in the customer's name. */
export interface PanelMessage {
  readonly key: string;
  readonly what: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
  readonly outcome: KeptOutcome;
}

export interface PanelEntry {
  readonly at: string;
  readonly by: string;
  /** In words, past tense. */
  readonly what: string;
  /** More about it, such as a person's note; null when there is none. */
  readonly note: string | null;
}

/** How the shop takes payment, as far as an app can know: Shopify lets none read the setting. */
export interface PanelPayments {
  readonly settingsVersion: number;
  /** What the orders show; null while they show nothing certain. */
  readonly found: CaptureMethod | null;
  /** The merchant's own word; null: what the orders show. */
  readonly said: CaptureMethod | null;
  /** Those that the orders show, that the shop has set, and that everybody has, the most used first. */
  readonly gateways: readonly PanelGateway[];
  /** Of orders in stock, which have no case: what was refused or waits for a yes, the newest first. */
  readonly untaken: readonly PanelUntaken[];
  readonly timezone: string;
}

export interface PanelUntaken {
  readonly orderId: OrderId;
  readonly intent: string;
  readonly amount: Money;
  readonly at: string;
  /** Why it was refused, in words; null: it waits for a yes. */
  readonly reason: string | null;
}

export interface PanelGateway {
  readonly gateway: string;
  /** As people know it: "Shopify Payments". */
  readonly name: string;
  /** How many orders show which method, the most frequent first. */
  readonly evidence: readonly { readonly method: CaptureMethod; readonly orders: number }[];
  /** How long it keeps an authorization as far as is known to everybody; null where it is not. */
  readonly usualDays: number | null;
  /** As this shop knows it; null where it has said nothing. */
  readonly ownDays: number | null;
}

export interface PanelSettings {
  readonly settings: Settings;
  readonly timezone: string;
  /** What is used where the shop gives no sender of its own. */
  /** Under which name and from which address mail goes out where nothing is set, and where answers go. */
  readonly fallbackSender: {
    readonly name: string;
    readonly email: string;
    readonly replyTo: string;
  };
}
