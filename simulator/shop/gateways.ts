/** What a payment gateway lets a shop do. */
export interface Gateway {
  /** How long it keeps an authorization, in days. */
  readonly days: number;
  /** It takes the money at checkout, whatever the shop's capture mode. */
  readonly chargesAtOnce: boolean;
  /** An authorization is taken whole or not at all. */
  readonly fullCaptureOnly: boolean;
  /** A payment waits until a person says that the money came. */
  readonly waitsForPerson: boolean;
  /** A payment is pending for so long before its provider says yes; null: it says yes at once. */
  readonly settlesAfterMs: number | null;
}

/** Pending captures, and the payments of providers that take their time. */
export const SETTLES_AFTER_MS = 10 * 60_000;

const USUAL: Gateway = {
  days: 7,
  chargesAtOnce: false,
  fullCaptureOnly: false,
  waitsForPerson: false,
  settlesAfterMs: null,
};
const BY_HAND: Gateway = { ...USUAL, chargesAtOnce: true, waitsForPerson: true };

const KNOWN: Readonly<Record<string, Gateway>> = {
  paypal: { ...USUAL, days: 29 },
  klarna: { ...USUAL, days: 28, settlesAfterMs: SETTLES_AFTER_MS },
  gift_card: { ...USUAL, chargesAtOnce: true },
  bank_redirect: { ...USUAL, chargesAtOnce: true },
  pay_in_parts: { ...USUAL, days: 14, fullCaptureOnly: true },
  manual: BY_HAND,
  cash_on_delivery: BY_HAND,
  bank_deposit: BY_HAND,
};

/** Any name is a gateway: one that isn't known here keeps money for a week and can do all the rest. */
export const gatewayOf = (name: string): Gateway => KNOWN[name] ?? USUAL;
