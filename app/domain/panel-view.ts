import type { LineId, OrderId } from './ids';
import type { IntentStatus } from './intent';
import type { Mode } from './settings';
import type { UnitState } from './transitions';

/* What the panel shows, as plain data: pages take these and nothing else. Instants are ISO strings, since they cross the wire. */

export interface PanelRow {
  readonly orderId: OrderId;
  readonly orderName: string;
  readonly openedAt: string;
  /** Units for which the customer waits. */
  readonly waitingUnits: number;
  /** The earliest promised date of its waiting lines; null when there is none. */
  readonly date: string | null;
  /** What a person must do; null when nothing. */
  readonly attention: string | null;
}

/** What came of a person's act in the panel: `refused` says why in words for that person. */
export type Acted =
  { readonly kind: 'done' } | { readonly kind: 'refused'; readonly reason: string };

export interface PanelHome {
  readonly shopName: string;
  readonly timezone: string;
  readonly mode: Mode;
  readonly paused: boolean;
  /** The shop's own opt-in: the money of orders that were never short is captured too. */
  readonly captureClearOrders: boolean;
  readonly counts: {
    readonly needsYou: number;
    readonly waiting: number;
    readonly approvals: number;
  };
  /** Those that need a person first, then the longest waiting; at most a page of them. */
  readonly cases: readonly PanelRow[];
  readonly nextSteps: readonly PanelStep[];
}

export interface PanelStep {
  readonly orderId: OrderId;
  readonly orderName: string;
  /** In words, such as "follow-up mail". */
  readonly what: string;
  readonly dueAt: string;
}

export interface PanelCase {
  readonly orderId: OrderId;
  readonly orderName: string;
  readonly timezone: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly attention: string | null;
  /** The true sentence about the money, for the merchant; null when Shopify could not be asked. */
  readonly money: string | null;
  readonly lines: readonly PanelLine[];
  readonly intents: readonly PanelIntent[];
  readonly timeline: readonly PanelEntry[];
  readonly nextStep: PanelStep | null;
}

export interface PanelLine {
  readonly id: LineId;
  readonly title: string;
  readonly sku: string | null;
  readonly units: Readonly<Record<UnitState, number>>;
  readonly date: string | null;
  readonly choice: 'none' | 'kept' | 'cancel-requested' | 'cancelled';
}

export interface PanelIntent {
  readonly key: string;
  /** In words, such as "Hold 2 units" or "Send the follow-up". */
  readonly what: string;
  readonly status: IntentStatus;
  readonly plannedAt: string;
  readonly error: string | null;
}

export interface PanelEntry {
  readonly at: string;
  readonly by: string;
  /** In words, past tense. */
  readonly what: string;
}
