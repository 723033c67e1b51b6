import type { EffectResult } from '../../ports';

export interface UserError {
  readonly message: string;
  readonly code?: string | null;
}

/** Shopify's codes in words that a merchant can act on. What isn't here keeps Shopify's own words. */
const REASONS: Readonly<Record<string, string>> = {
  // fulfillmentOrderHold, fulfillmentOrderReleaseHold
  FULFILLMENT_ORDER_NOT_FOUND:
    'Shopify no longer has this part of the order: it was split, merged, moved or fulfilled.',
  FULFILLMENT_ORDER_HOLD_LIMIT_REACHED:
    'This part of the order already has ten holds of Holdfast, the most that Shopify allows. Release some in the order.',
  FULFILLMENT_ORDER_NOT_SPLITTABLE:
    'Shopify cannot hold only some units of this part, because it is on hold already or being fulfilled.',
  INVALID_ACCESS:
    'Shopify does not let Holdfast release this hold. Release it in the order, or ask the app that placed it.',
  // transactionVoid
  AUTH_NOT_VOIDABLE:
    'The payment can no longer be released: it was captured, released or has lapsed already.',
  AUTH_NOT_SUCCESSFUL: 'The payment was never authorized, so there is nothing to release.',
  TRANSACTION_NOT_FOUND: 'Shopify no longer knows this payment.',
  // orderCancel
  NO_REFUND_PERMISSION:
    'Shopify does not let Holdfast refund. Cancel and refund the order in Shopify.',
  NOT_FOUND: 'Shopify no longer shows this order.',
  // paymentTermsCreate
  PAYMENT_TERMS_CREATION_UNSUCCESSFUL:
    'Shopify did not make the order payable. Send the invoice from the order, or cancel it.',
  // OrderTransactionErrorCode
  AUTHORIZATION_EXPIRED:
    'The authorization has lapsed. Ask the customer to pay again, or cancel the order.',
  INSUFFICIENT_FUNDS: 'The card does not cover the amount. Ask the customer to pay another way.',
  CARD_DECLINED: 'The bank declined the card. Ask the customer to pay another way.',
  EXPIRED_CARD: 'The card has expired. Ask the customer to pay another way.',
  FRAUD_SUSPECTED: 'The payment provider suspects fraud. Look at the order before you go on.',
};

/** A refusal: the code's own words, else what Shopify says about it. */
export function refused(what: string, errors: readonly UserError[]): EffectResult {
  const [first] = errors;
  const code = first?.code ?? null;
  const known = code === null ? undefined : REASONS[code];
  const said = errors.map((error) => error.message).join(' ');
  return {
    outcome: 'refused',
    reason: known ?? `${what}: ${said || 'no reason was given.'}`,
    code,
  };
}
