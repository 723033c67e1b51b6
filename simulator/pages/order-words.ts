import { money, moment } from './format';
import { html, type Fragment } from './html';
import type { Order } from './shapes';

/** How Shopify's page greets the customer: where the whole order stands. */
export function statusInWords(order: Order): string {
  if (order.cancelledAt) return 'Your order is cancelled';
  const left = order.lines.map((line) => line.unfulfilledQuantity);
  const shipped = order.lines.some((line) => line.fulfilled > 0);
  if (left.every((units) => units <= 0))
    return shipped ? 'Your order is on its way' : 'Your order is closed';
  return shipped ? 'Part of your order is on its way' : 'Your order is confirmed';
}

const SENTENCES: Readonly<Record<string, (sum: string) => string>> = {
  AUTHORIZED: () => 'Your card is authorized. You have not been charged yet.',
  PENDING: () => 'The payment is being processed.',
  PAID: (sum) => `You have paid ${sum}.`,
  PARTIALLY_PAID: () => 'Part of the order is paid.',
  REFUNDED: () => 'What you paid has been refunded.',
  PARTIALLY_REFUNDED: () => 'Part of what you paid has been refunded.',
  VOIDED: () => 'You were not charged. The hold on your card is released.',
  EXPIRED: () => 'You were not charged, and the hold on your card has run out.',
};

/** What became of the customer's money, in words rather than Shopify's. */
export function paymentInWords(order: Order): Fragment {
  const sum = money(order.currentTotal, order.presentmentCurrency);
  const sentence =
    SENTENCES[order.displayFinancialStatus ?? '']?.(sum) ?? 'Nothing has been paid yet.';
  const held = order.transactions.findLast(
    ({ kind, status, ended, expiresAt }) =>
      kind === 'AUTHORIZATION' && status === 'SUCCESS' && !ended && expiresAt,
  );
  if (!held?.expiresAt || order.displayFinancialStatus !== 'AUTHORIZED') return sentence;
  return html`${sentence} ${money(held.amount, order.presentmentCurrency)} is reserved until
  ${moment(held.expiresAt)}.`;
}
