import { isPaidFirst, isSettled, owed } from '../decide/settled';
import { isPositive, isZero } from '../money';
import { isMoving, shownAuthorizations } from '../money-picture';
import { isPastPaying } from '../payment-days';
import { mayBeVoided, notTaken, takeable } from './late-money';
import { onlyExtrasLeft } from './only-extras';
import { ALWAYS, lastOf, leaves, moneyOf, type Situation, waits, type Wanted } from './situation';

/** The goods are here, and the order is not paid, nor is its payment on its way. */
export function isUnpaidFor(situation: Situation): boolean {
  const { case: value, order, covered, shop } = situation;
  if (order.test && !shop.settings.includeTestOrders) return false;
  if (value === null || value.closedAt !== null || order.disputed || !covered) return false;
  if (waits(value) || leaves(value) || isSettled(situation)) return false;
  if (onlyExtrasLeft(value, order)) return false;
  const picture = moneyOf(situation);
  if (!isPaidFirst(order, picture) || isMoving(picture)) return false;
  return isPositive(owed(picture));
}

/**
 * The goods are here, and nothing is set aside for them: the customer has to pay again. While Shopify shows anything as
 * capturable it is no debt there, and asking for it would take it twice. Where that covers only a part, a person decides.
 */
export function needsPayment(situation: Situation): boolean {
  const shown = shownAuthorizations(moneyOf(situation), situation.now);
  return shown.length === 0 && isUnpaidFor(situation);
}

/** What Shopify still shows as capturable, and nobody takes, is voided first: only then does the order owe it. */
export function voidsBeforePayment(situation: Situation): Wanted[] {
  if (!isUnpaidFor(situation) || takeable(situation).length > 0) return [];
  return notTaken(situation)
    .filter(mayBeVoided)
    .map(({ id }) => ({ effect: { kind: 'void', target: id }, since: ALWAYS }));
}

/** The customer has a way to pay; read from Shopify, never assumed. */
export function canBePaid(situation: Situation): boolean {
  return needsPayment(situation) && situation.order.paymentUrl !== null;
}

/** Where Shopify offers no payment page, payment terms may bring one. Tried once. */
export function termsForPayment(situation: Situation): Wanted[] {
  const { order, shop } = situation;
  if (!needsPayment(situation) || order.paymentUrl !== null) return [];
  if (!shop.settings.usePaymentTerms || order.requiresPaymentByTerms) return [];
  return [{ effect: { kind: 'ask-for-payment', target: order.id }, since: ALWAYS }];
}

/** Nothing more can be tried by ourselves to make the order payable. */
export function cannotBePaid(situation: Situation): boolean {
  const { order, shop, intents } = situation;
  if (!needsPayment(situation) || order.paymentUrl !== null) return false;
  if (!shop.settings.usePaymentTerms || order.requiresPaymentByTerms) return true;
  const last = lastOf(intents, 'ask-for-payment', order.id);
  return last?.status === 'done' || last?.status === 'failed';
}

/** All that the order costs is paid: a cancellation for want of payment has nothing left to stand on. */
export function isPaidAfterAll(situation: Pick<Situation, 'order' | 'shop' | 'intents'>): boolean {
  const picture = moneyOf(situation);
  return isZero(owed(picture)) && isZero(picture.pending);
}

/** What is here was not paid by the last day: the order ends, as the customer was told. */
export function isUnpaidForGood(situation: Situation): boolean {
  const { case: value, now } = situation;
  return value !== null && isPastPaying(value, now) && needsPayment(situation);
}
