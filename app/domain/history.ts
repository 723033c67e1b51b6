import type { Step } from './case';
import type { ItemId, LineId, LocationId, OrderId, TransactionId } from './ids';
import type { EffectKind } from './intent';
import type { Money } from './money';
import type { Settings } from './settings';

/*
 * What happened in a shop, told by whoever saw it: Shopify's records, the mailbox, the clicks of people, and our own
 * timeline only for what nobody else can know (when we found a shortage, when we called a person). The promises are
 * checked against this, so that an error in our own rows can't hide a broken one.
 */
export interface History {
  readonly timezone: string;
  /** The order of things; what bears the same instant happened together. */
  readonly facts: readonly Fact[];
  /** Where the history ends: what was due later isn't judged. */
  readonly until: Date;
  /** How long news may take to arrive and a retry to end: what could not be known yet is judged with so much grace. */
  readonly graceMs: number;
}

/** Who did it. `holdfast` is us; `merchant` is any person or other app in the shop. */
export type Doer = 'holdfast' | 'merchant' | 'customer' | 'shopify';

interface At {
  readonly at: Date;
}

interface OfOrder extends At {
  readonly order: OrderId;
}

export interface LineUnits {
  readonly line: LineId;
  readonly units: number;
}

export interface OrderPlaced extends OfOrder {
  readonly kind: 'order-placed';
  /** One customer's orders have the same; null without a usable address. */
  readonly customer: string | null;
  /** IANA zone of the ship-to address. */
  readonly zone: string;
  readonly test: boolean;
  /** The end of the stated shipping time: the law's deadline for a first notice. */
  readonly latest: Date;
  /** From then on Shopify doesn't show it to us any more; null: always visible. */
  readonly visibleUntil: Date | null;
  readonly total: Money;
  readonly lines: readonly {
    readonly line: LineId;
    readonly item: ItemId;
    readonly location: LocationId;
    readonly units: number;
    /** What the line costs with tax after discounts, as ordered. */
    readonly gross?: Money;
  }[];
}

export interface LineChanged extends OfOrder {
  readonly kind: 'line-changed';
  readonly line: LineId;
  /** What the line orders now. */
  readonly units: number;
  readonly total: Money;
  readonly by: Doer;
}

export interface Said extends OfOrder {
  readonly kind: 'said';
  readonly customer: string;
  readonly step: Step;
  /** Unique for each message that was meant to go out once. */
  readonly messageId: string;
  readonly outcome: 'sent' | 'unclear';
  /** Whether it carries a link that works and lets each line that waits be cancelled. */
  readonly hasOffer: boolean;
  readonly claimsNotCharged: boolean;
  /** The money as Shopify had it at that moment; `named` are the amounts that the words name. */
  readonly money: {
    readonly charged: Money;
    readonly pending: Money;
    readonly giftCard: Money;
    readonly named: readonly string[];
  };
  /** The dates that it names, as far as they are the line's own; null where it names none. */
  readonly dates: readonly { readonly line: LineId; readonly date: Date | null }[];
}

export interface Captured extends OfOrder {
  readonly kind: 'captured';
  readonly authorization: TransactionId;
  readonly amount: Money;
  readonly final: boolean;
  readonly by: Doer;
}

/** One call that changes something, as it ended for the caller. */
export interface Tried extends OfOrder {
  readonly kind: 'tried';
  readonly effect: EffectKind;
  readonly target: string;
  readonly outcome: 'done' | 'pending' | 'refused' | 'unclear' | 'nothing';
}

/** One type for each of several kinds that tell the same. */
type Each<K extends string, T> = K extends string ? T & { readonly kind: K } : never;

export type Fact =
  | OrderPlaced
  | (OfOrder & { readonly kind: 'order-routed' })
  | LineChanged
  | (OfOrder & { readonly kind: 'order-cancelled'; readonly by: Doer })
  | (At & {
      readonly kind: 'stock-changed';
      readonly item: ItemId;
      readonly location: LocationId;
      /** On hand, less what is set aside. */
      readonly toShare: number;
    })
  | Each<'packed' | 'unpacked', OfOrder & { readonly lines: readonly LineUnits[] }>
  | (OfOrder & {
      readonly kind: 'shipped';
      readonly lines: readonly LineUnits[];
      readonly toldByShopify: boolean;
    })
  /** `lines` are the units that it keeps from going. */
  | (OfOrder & {
      readonly kind: 'held';
      readonly target: string;
      readonly by: Doer;
      readonly lines: readonly LineUnits[];
    })
  | (OfOrder & { readonly kind: 'released'; readonly target: string; readonly by: Doer })
  | (OfOrder & {
      readonly kind: 'authorized';
      readonly authorization: TransactionId;
      readonly amount: Money;
      readonly expiresAt: Date;
      readonly multiCapturable: boolean;
    })
  | Each<
      'charged-at-checkout' | 'paid-by-gift-card',
      OfOrder & {
        readonly amount: Money;
      }
    >
  | Captured
  | (OfOrder & {
      readonly kind: 'voided';
      readonly authorization: TransactionId;
      readonly by: Doer;
    })
  /** `askedAt` where the provider took its time over it: units left the order then. */
  | (OfOrder & {
      readonly kind: 'refunded';
      readonly amount: Money;
      readonly by: Doer;
      readonly askedAt?: Date;
    })
  /** The customer contests a payment with their bank, and the bank has decided for the shop: in between nothing moves. */
  | Each<'disputed' | 'dispute-ended', OfOrder>
  /** An authorization's time is over with money on it that nobody took. */
  | (OfOrder & { readonly kind: 'lapsed'; readonly authorization: TransactionId })
  /** The customer paid what was outstanding, or a person wrote that they did. */
  | (OfOrder & { readonly kind: 'paid'; readonly amount: Money; readonly by: Doer })
  /** The customer's recorded yes: to be charged so much before the goods are here, or in one capture for the part that is. */
  | (OfOrder & {
      readonly kind: 'agreed';
      readonly to: 'charge-early' | 'part-first';
      readonly amount: Money;
    })
  /** A third party that had accepted a fulfillment order was asked to give it back. */
  | (OfOrder & {
      readonly kind: 'cancellation-requested';
      readonly target: string;
      readonly lines: readonly LineUnits[];
    })
  /** The third party gave it back: it is open again, and can be held. */
  | (OfOrder & { readonly kind: 'given-back'; readonly target: string })
  /** A request that the third party had not accepted was taken back. */
  | (OfOrder & { readonly kind: 'request-taken-back'; readonly target: string })
  | Tried
  /** Holdfast read the order from Shopify: what was unclear before can be known now. */
  | (OfOrder & { readonly kind: 'order-read' })
  | Said
  /** Units that are short and were not before, as we found it; `units` is what the line lacks now. */
  | (OfOrder & { readonly kind: 'shortage-found'; readonly lines: readonly LineUnits[] })
  /** Lines of which no unit is short any more: they came, left or were cancelled. */
  | (OfOrder & { readonly kind: 'shortage-ended'; readonly lines: readonly LineId[] })
  /** At a feed's location: a person or the supplier says that units have come. */
  | (At & {
      readonly kind: 'arrival-said';
      readonly item: ItemId;
      readonly location: LocationId;
      readonly units: number;
    })
  | (OfOrder & { readonly kind: 'date-given'; readonly line: LineId; readonly date: Date | null })
  | (OfOrder & {
      readonly kind: 'chose';
      readonly lines: readonly LineId[];
      readonly choice: 'keep' | 'cancel' | 'undo';
      readonly by: Doer;
      /** Of a cancellation: until when it can be undone. */
      readonly undoUntil: Date | null;
    })
  /** Something waits on the merchant's list for a person to act or to call. */
  | Each<'person-called' | 'person-answered', OfOrder>
  /** A person's yes to one effect (mode `ask`). */
  | (OfOrder & { readonly kind: 'approved'; readonly effect: EffectKind; readonly target: string })
  /** A person put the order before those that ordered earlier, with a name and a reason on it. */
  | (OfOrder & { readonly kind: 'put-first'; readonly who: string; readonly why: string })
  /** A person had the part that is here sent first, for a customer who asked, with a name and a reason on it. */
  | (OfOrder & { readonly kind: 'part-asked'; readonly who: string; readonly why: string })
  /** Suspended: Shopify let us do nothing for the shop, though it was installed. */
  | Each<'installed' | 'uninstalled' | 'suspended' | 'resumed', At>
  | (At & { readonly kind: 'settings-changed'; readonly settings: Settings });

export type FactKind = Fact['kind'];
