import { addMs, HOUR } from '../calendar';
import { isPaidFirst, owed } from '../decide/settled';
import { openMoneyOf } from '../intent';
import { isPositive, least, type Money, most, plus, zero } from '../money';
import { lateAuthorizations, type MoneyPicture } from '../money-picture';
import type { OrderSnapshot } from '../order';
import { inShopsWords } from '../step-limits';
import { unpaidOfGone } from './gone-unpaid';
import { aboutToLapse, firstEnd } from './lapse';
import { moneyOf, type Situation, waits } from './situation';

/** Shopify's own capture comes with the fulfillment, be it a little later (platform fact). */
const PATIENCE = HOUR;

/** When the last of the goods left; null while some are still to go, or where none went. */
function lastLeftAt({ case: value, order }: Situation): Date | null {
  const areAllGone = (value?.lines ?? []).every(
    ({ units }) => units.clear + units.doubtful + units.short + units.ready === 0,
  );
  if (!areAllGone) return null;
  return order.fulfillments
    .filter(({ cancelled }) => !cancelled)
    .reduce<Date | null>(
      (last, { createdAt }) => (last === null || createdAt > last ? createdAt : last),
      null,
    );
}

/** Paid at checkout, and edited upwards since; a deposit has terms for its rest. */
function isPaidInPart(situation: Situation): boolean {
  return isPositive(moneyOf(situation).received) && !situation.order.requiresPaymentByTerms;
}

/**
 * Where units were given back and others added, what was given back may be a gift or the price of what left: there Shopify's
 * own sum counts. It leaves out what is only authorized (platform fact), which is not paid either.
 */
function unpaidAfterSwap(order: OrderSnapshot, { refunded }: MoneyPicture): Money {
  const { lines, outstanding, totalCapturable, currentTotal } = order;
  const isSwapped = isPositive(refunded) && lines.some(({ ordered, current }) => current < ordered);
  if (!isSwapped) return zero(outstanding.currencyCode);
  return least(plus(outstanding, totalCapturable), currentTotal);
}

/** What of the price nobody took, is not on its way either, and the customer was not asked for. */
function unpaidFor(situation: Situation): Money | null {
  const { case: value, order, intents } = situation;
  if (value === null || value.payment != null || order.cancelledAt !== null || order.disputed)
    return null;
  const picture = moneyOf(situation);
  const rest = most(owed(picture), unpaidAfterSwap(order, picture));
  if (isPositive(picture.pending) || !isPositive(rest)) return null;
  if (!isPaidFirst(order, picture) && !isPaidInPart(situation)) return null;
  return openMoneyOf(intents) === null ? rest : null;
}

/**
 * Goods that have left though they were not paid, or not all: Shopify tries a capture once, as they are fulfilled; a person
 * may ship what they please, and add to an order that was paid at checkout. Said an hour after the last of them left; in
 * words for the merchant, null when all is paid.
 */
export function leftUnpaid(situation: Situation): string | null {
  const at = unpaidAlarmAt(situation);
  const rest = unpaidFor(situation);
  if (rest === null || at === null || at > situation.now) return null;
  const { amount, currencyCode } = rest;
  return `The goods have left, and ${amount} ${currencyCode} is not paid: take the payment in Shopify if its authorization is still open, or send the customer an invoice.`;
}

/** When it would be said first; null where it never would. */
export function unpaidAlarmAt(situation: Situation): Date | null {
  if (unpaidFor(situation) === null) return null;
  const left = lastLeftAt(situation);
  return left === null ? null : addMs(left, PATIENCE);
}

/**
 * A part that has left by somebody's hand while the rest waits, and its authorization ends: only a person may take the
 * money for it, since the one capture lets the rest go. Once it has ended they send an
 * invoice. In words for the merchant, null when nothing is to be taken.
 */
export function partLeftUnpaid(situation: Situation): string | null {
  const { order, shop, case: value } = situation;
  const rest = unpaidOfGone(situation);
  if (rest === null || value === null || value.closedAt !== null || order.disputed) return null;
  const { amount, currencyCode } = rest;
  const [late] = lateAuthorizations(moneyOf(situation), situation.now);
  if (late !== undefined && waits(value))
    return `A part of the order has left, and ${amount} ${currencyCode} is not paid for it. Shopify still shows its authorization, which should have ended on ${inShopsWords(late.goodUntil, shop.timezone)}: capture that amount in Shopify now. The rest of the order is paid by a link when it is here.`;
  const end = firstEnd(situation)?.goodUntil ?? null;
  const hasLapsed = end === null && (value.endedAuthorizations ?? []).length > 0;
  if (hasLapsed && value.payment == null && waits(value))
    return `A part of the order has left, ${amount} ${currencyCode} is not paid for it, and its authorization has ended: send the customer an invoice. Else they are asked for it with the rest, when that is here.`;
  if (end === null || aboutToLapse(situation).length === 0) return null;
  return `A part of the order has left, and ${amount} ${currencyCode} is not paid for it. Its authorization ends on ${inShopsWords(end, shop.timezone)}: capture that amount in Shopify before. The rest of the order is paid by a link when it is here.`;
}
