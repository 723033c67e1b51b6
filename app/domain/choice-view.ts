import type { LineId } from './ids';
import type { MoneyPicture } from './money-picture';
import type { Offers } from './offers';

/** What the customer's choice page shows, and nothing more. */
export interface ChoiceView {
  readonly shopName: string;
  readonly orderName: string;
  readonly locale: string;
  readonly timezone: string;
  readonly lines: readonly ChoiceLine[];
  /** The lines can't be cancelled one by one, only together. */
  readonly cancelsWhole?: boolean | undefined;
  /** As read from Shopify just now; null when Shopify could not be asked. */
  readonly money: MoneyPicture | null;
  /** What the customer can agree to beyond waiting and cancelling; nothing when Shopify could not be asked. */
  readonly offers: Offers;
}

export interface ChoiceLine {
  readonly id: LineId;
  readonly title: string;
  /** Units of the line that are not cancelled. */
  readonly quantity: number;
  readonly short: number;
  readonly ready: number;
  readonly shipped: number;
  readonly date: Date | null;
  readonly choice: 'none' | 'kept' | 'cancel-requested' | 'cancelled';
  /** Until when a requested cancellation can be undone; null otherwise. */
  readonly undoUntil: Date | null;
  readonly canCancel: boolean;
  readonly canKeep: boolean;
}

/** About lines of the order. */
export interface LineAnswer {
  readonly action: 'keep' | 'cancel' | 'undo';
  readonly lineIds: readonly LineId[];
}

/** A yes to an offer, for the amount that the page showed. */
export interface AgreementAnswer {
  readonly action: 'part-first' | 'charge-early';
  readonly amount: string;
}

export type ChoiceAnswer = LineAnswer | AgreementAnswer;

export type ChoiceOutcome =
  | { readonly kind: 'done' }
  /** The link is unknown, altered, expired or overtaken: all look the same. */
  | { readonly kind: 'no-such-link' }
  /** It can't be done any more; `reason` is for the customer to read. */
  | { readonly kind: 'too-late'; readonly reason: string };
