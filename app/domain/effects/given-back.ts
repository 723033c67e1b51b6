import { dueNow, worthOf } from '../due-now';
import type { Effect, RefundPayment } from '../intent';
import {
  atLeastZero,
  isPositive,
  least,
  minus,
  type Money,
  most,
  plus,
  shareUp,
  sum,
  zero,
} from '../money';
import type { OrderSnapshot } from '../order';
import { givesBack } from '../own-money';
import { moneyOf, type Situation } from './situation';

/** Units of a line that leave the order; of the order itself (no units), what is paid beyond its price. */
export type Leaving = Pick<Extract<Effect, { kind: 'refund' }>, 'target' | 'quantity'>;

/**
 * What goes back with these units:
 * - what the customer will have paid beyond the order's price without them;
 * - what we took for them ourselves, so far as what is here of the rest doesn't need it: nothing that was captured for a
 *   part pays for units that are still missing (P1). What others captured, or the customer paid at checkout or by gift
 *   card, goes on paying for what stays. What was not paid for in time was not taken either.
 * What is on its way back already doesn't go out twice.
 */
function partsOf(leaving: readonly Leaving[], situation: Situation) {
  const { order, case: value } = situation;
  const { charged, giftCard, refunding, total, ours } = moneyOf(situation);
  const paid = minus(plus(charged, giftCard), refunding);
  const worth = worthOf(
    order,
    ({ id }) => leaving.find(({ target }) => target === id)?.quantity ?? 0,
  );
  const beyond = atLeastZero(minus(paid, minus(total, worth)));
  const wanted = leaving.filter(({ target }) => {
    const choice = value?.lines.find(({ id }) => id === target)?.choice;
    return choice === undefined || !('by' in choice) || choice.by !== 'rule';
  });
  const price = sum(
    wanted.map(({ target, quantity }) => priceOf(target, quantity, order)),
    total.currencyCode,
  );
  const spare = atLeastZero(least(ours, minus(paid, dueNow(order, value))));
  return { beyond, own: least(price, spare) };
}

/** What Shopify takes off the order's price with these units at least: what stays of a line is rounded up. */
function priceOf(target: string, quantity: number, { lines, currentTotal }: OrderSnapshot): Money {
  const line = lines.find(({ id }) => id === target);
  if (line === undefined) return zero(currentTotal.currencyCode);
  return minus(line.gross, shareUp(line.gross, line.current - quantity, line.current));
}

/** How much of the customer's money goes back when these units leave. */
export function givenBack(leaving: readonly Leaving[], situation: Situation): Money {
  const { beyond, own } = partsOf(leaving, situation);
  return most(beyond, own);
}

/** Of each payment no more than its part of the amount, in their order. */
function take(payments: readonly RefundPayment[], amount: Money): RefundPayment[] {
  let left = amount;
  return payments.flatMap(({ parentId, amount: all }) => {
    const part = least(all, left);
    left = minus(left, part);
    return isPositive(part) ? [{ parentId, amount: part }] : [];
  });
}

/** What of each capture has not been given back, and isn't about to be. */
function leftOfCaptures(order: OrderSnapshot, planned: readonly RefundPayment[]): RefundPayment[] {
  const { currencyCode } = order.currentTotal;
  const refunds = order.transactions.filter(givesBack);
  const captures = order.transactions.filter((t) => t.kind === 'capture' && t.status === 'success');
  return captures.map(({ id, amount }) => {
    const back = [...refunds, ...planned].filter(({ parentId }) => parentId === id);
    const all = sum(
      back.map((part) => part.amount),
      currencyCode,
    );
    return { parentId: id, amount: atLeastZero(minus(amount, all)) };
  });
}

function together(parts: readonly RefundPayment[]): RefundPayment[] {
  const ids = [...new Set(parts.map(({ parentId }) => parentId))];
  return ids.flatMap((parentId) => {
    const [first, ...others] = parts.filter((part) => part.parentId === parentId);
    if (first === undefined) return [];
    return [
      { parentId, amount: others.reduce((all, part) => plus(all, part.amount), first.amount) },
    ];
  });
}

/**
 * Which payment gets how much of it: as Shopify suggests for the units, and no more than `givenBack`. Where Shopify suggests
 * less since a part of the order is not charged yet, the rest of what we took for them comes out of the captures.
 */
export function refundPayments(
  leaving: Leaving,
  suggested: readonly RefundPayment[],
  situation: Situation,
): RefundPayment[] {
  const { beyond, own } = partsOf([leaving], situation);
  const parts = take(suggested, most(beyond, own));
  const given = sum(
    parts.map(({ amount }) => amount),
    own.currencyCode,
  );
  const missing = atLeastZero(minus(own, given));
  return together([...parts, ...take(leftOfCaptures(situation.order, parts), missing)]);
}
