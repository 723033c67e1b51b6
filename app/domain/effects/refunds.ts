import { dueNow } from '../due-now';
import { compare, isPositive, least, minus, type Money, plus, sum } from '../money';
import { isMoving } from '../money-picture';
import { failedToGiveBack, givesBack, ownMoney, seenAmong } from '../own-money';
import { ALWAYS, lastOf, moneyOf, type Situation, type Wanted } from './situation';

/** What the customer paid beyond the order's price, once they cancelled a part of it; null when nothing. */
export function paidBeyond(situation: Situation): Money | null {
  const { case: value } = situation;
  if (value === null) return null;
  const cancelled = value.lines.some(
    ({ choice }) => choice.kind === 'cancelled' && choice.by !== 'shopify',
  );
  const picture = moneyOf(situation);
  const paid = minus(plus(picture.charged, picture.giftCard), picture.refunding);
  if (!cancelled || compare(paid, picture.total) <= 0) return null;
  return minus(paid, picture.total);
}

/** What of it is ours to give back: while a payment is disputed, nothing is. */
export function overpaid(situation: Situation): Money | null {
  return situation.order.disputed ? null : paidBeyond(situation);
}

/**
 * A cancellation gives back what was paid for it (P6). Units that were taken off by an edit while a payment was on its way
 * leave more paid than the order costs: that goes back, too. What a person takes off, a person gives back.
 */
export function refunds(situation: Situation): Wanted[] {
  const { order, case: value } = situation;
  if (value === null || overpaid(situation) === null || isMoving(moneyOf(situation))) return [];
  const since = value.lines.flatMap(({ choice }) =>
    choice.kind === 'cancelled' && choice.by !== 'shopify' ? [choice.at] : [],
  );
  const newest = since.reduce((a, b) => (b > a ? b : a), ALWAYS);
  return [{ effect: { kind: 'refund', target: order.id, quantity: 0, current: 0 }, since: newest }];
}

/**
 * What we gave back and the payment provider did not: no more than what is here doesn't need, since it may be paying for
 * what has come since. Null when all has arrived or is on its way.
 */
function lostOnItsWay(situation: Situation): Money | null {
  const { case: value, order } = situation;
  const { askedBack } = ownMoney(situation.intents);
  const lost = seenAmong(askedBack, order.transactions.filter(failedToGiveBack));
  const seen = seenAmong(askedBack, order.transactions.filter(givesBack));
  const { charged, giftCard, refunding, total } = moneyOf(situation);
  const spare = minus(minus(plus(charged, giftCard), refunding), dueNow(order, value));
  const amount = least(
    sum(
      lost.filter((payment) => !seen.includes(payment)).map((p) => p.amount),
      total.currencyCode,
    ),
    spare,
  );
  // What was tried again and lost again is owed once.
  const owedBack = least(amount, overpaid(situation) ?? amount);
  return isPositive(owedBack) && !order.disputed ? owedBack : null;
}

/** Why a person must refund, in words for the merchant: ours was refused. Null when nothing is to be given back. */
export function moneyToGiveBack(situation: Situation): string | null {
  const lost = situation.case === null ? null : lostOnItsWay(situation);
  if (lost !== null)
    return `Refund ${lost.amount} ${lost.currencyCode} in Shopify: the customer cancelled what they had paid for, and our refund did not arrive.`;
  const rest = overpaid(situation);
  if (rest === null) return null;
  if (lastOf(situation.intents, 'refund', situation.order.id)?.status !== 'failed') return null;
  const { amount, currencyCode } = rest;
  return `Refund ${amount} ${currencyCode} in Shopify: the customer cancelled what they had paid for, and Shopify refused our refund.`;
}
