/** What a payment gateway lets a shop do. */
export interface Gateway {
  /** How long it keeps an authorization. */
  readonly days: number;
  /** It charges at checkout, whatever the shop's capture mode. */
  readonly chargesAtOnce: boolean;
  /** An authorization is taken whole or not at all. */
  readonly fullCaptureOnly: boolean;
  /** Until it says yes: its payments are pending first. */
  readonly pendingMs: number;
}

const USUAL: Gateway = { days: 7, chargesAtOnce: false, fullCaptureOnly: false, pendingMs: 0 };

const KNOWN: Readonly<Record<string, Gateway>> = {
  shopify_payments: USUAL,
  paypal: { ...USUAL, days: 29 },
  klarna: { ...USUAL, days: 28, pendingMs: 120_000 },
  bank_redirect: { ...USUAL, chargesAtOnce: true },
  pay_in_parts: { ...USUAL, days: 14, fullCaptureOnly: true },
};

export const SHOPIFY_PAYMENTS = 'shopify_payments';
export const GIFT_CARD = 'gift_card';
/** How Shopify books money that came another way, when a person marks the order as paid. */
export const BY_HAND = 'manual';

/** Any name is a gateway: one that isn't known here keeps money for a week and can do all the rest. */
export const gatewayOf = (name: string): Gateway => KNOWN[name] ?? USUAL;
