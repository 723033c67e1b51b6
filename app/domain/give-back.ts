import type { Situation } from './effects';
import { compare, minus, plus } from './money';
import { readMoney } from './money-picture';

/**
 * Why a person must refund something, in words for the merchant; null when nothing is to be given back.
 * An order edit takes units off and gives nothing back by itself, and we don't refund on our own: so a cancellation of
 * part of what was paid for isn't done until a person has refunded it (P6).
 */
export function moneyToGiveBack({ order, case: value }: Situation): string | null {
  if (value === null || order.disputed) return null;
  const cancelled = value.lines.some(
    ({ choice }) => choice.kind === 'cancelled' && choice.by !== 'shopify',
  );
  const picture = readMoney(order);
  const paid = plus(picture.charged, picture.giftCard);
  if (!cancelled || compare(paid, picture.total) <= 0) return null;
  const { amount, currencyCode } = minus(paid, picture.total);
  return `Refund ${amount} ${currencyCode} in Shopify: the customer cancelled what they had paid for.`;
}
