import { type Authorization, isUnspent, readAuthorizations, type Reckoning } from './authorization';
import { HOUR } from './calendar';
import {
  atLeastZero,
  compare,
  isPositive,
  isZero,
  least,
  minus,
  type Money,
  plus,
  smallest,
  sum,
  zero,
} from './money';
import type { OrderSnapshot, Transaction } from './order';
import { givesBack, NOTHING_DONE, type OwnMoney, seenAmong } from './own-money';

/** Where the money of an order stands. Read from Shopify's transactions, never assumed. */
export interface MoneyPicture {
  readonly total: Money;
  readonly authorizations: readonly Authorization[];
  /**
   * Everything that was ever taken, gift cards too, less what we gave back for what was cancelled, also while that is on
   * its way. What others gave back stays in it: it may be a gift, which is not asked for again.
   */
  readonly received: Money;
  /** What we captured ourselves and did not give back. */
  readonly ours: Money;
  /** Charged and not given back, whether at checkout or by a capture. Gift cards are counted apart. */
  readonly charged: Money;
  /** Whether what is charged was charged at checkout. */
  readonly chargedAtCheckout: boolean;
  /** A payment that the provider is still working on. */
  readonly pending: Money;
  /** What is on its way back to the customer, whoever gives it: charged until it arrives. */
  readonly refunding: Money;
  /** What a gift card paid: gone at checkout, whatever the capture method. */
  readonly giftCard: Money;
  readonly refunded: Money;
  /** What is nobody's debt: a part was charged with each line's share rounded in the customer's favour. */
  readonly rounding: Money;
  readonly disputed: boolean;
}

const succeeded = (t: Transaction): boolean => t.status === 'success';

/**
 * - every successful sale and capture is charged, less what was refunded, never below zero;
 * - a sale by gift card is counted as gift card, not as charged; a refund belongs to what it gives back;
 * - whatever waits for the provider (status pending) is pending, also a capture.
 * `reckoning` is what the shop says of how long authorizations last; `own` is what we did with the money, which counts so
 * far as the order as it was read shows it.
 */
export function readMoney(
  order: OrderSnapshot,
  reckoning: Reckoning = {},
  own: OwnMoney = NOTHING_DONE,
): MoneyPicture {
  const none = zero(order.currentTotal.currencyCode);
  const all = order.transactions;
  const total = (list: readonly Transaction[]): Money =>
    sum(
      list.map((t) => t.amount),
      none.currencyCode,
    );
  const isGiftCard = (t: Transaction): boolean => t.gateway === 'gift_card';
  const sales = all.filter((t) => t.kind === 'sale' && succeeded(t) && !isGiftCard(t));
  const captures = all.filter((t) => t.kind === 'capture' && succeeded(t));
  const paid = plus(total(sales), total(captures));
  const refunds = all.filter((t) => t.kind === 'refund' && succeeded(t));
  const charged = minus(paid, total(refunds.filter((t) => !isGiftCard(t))));
  const cardPaid = total(all.filter((t) => t.kind === 'sale' && succeeded(t) && isGiftCard(t)));
  const giftCard = minus(cardPaid, total(refunds.filter(isGiftCard)));
  const ourRefunds = seenAmong(own.askedBack, all.filter(givesBack));
  const givenBack = sum(
    ourRefunds.map((t) => t.amount),
    none.currencyCode,
  );
  const taken = least(sum(own.taken, none.currencyCode), total(captures));
  return {
    total: order.currentTotal,
    authorizations: readAuthorizations(order, reckoning, own.spent),
    received: minus(plus(paid, cardPaid), givenBack),
    ours: atLeastZero(minus(taken, givenBack)),
    charged: atLeastZero(charged),
    chargedAtCheckout: sales.length > 0 && sales.every((t) => isAtCheckout(t, order)),
    pending: total(all.filter((t) => t.status === 'pending' && t.kind !== 'refund')),
    refunding: total(all.filter((t) => givesBack(t) && !succeeded(t))),
    giftCard: atLeastZero(giftCard),
    refunded: total(refunds),
    rounding: smallest(captures.length === 0 ? 0 : linesInParts(order), none.currencyCode),
    disputed: order.disputed,
  };
}

/** Lines of which some units can go before the others. */
function linesInParts({ lines }: OrderSnapshot): number {
  return lines.filter(({ ordered }) => ordered > 1).length;
}

/** A sale may also come later: by a payment link, or when the merchant marks the order as paid. */
function isAtCheckout({ processedAt }: Transaction, order: OrderSnapshot): boolean {
  return processedAt.getTime() - order.processedAt.getTime() < HOUR;
}

/**
 * The payment at checkout was tried, maybe pending for a while, and came to nothing. The order's first payment is the one
 * at checkout, however late its provider said no: Shopify may tell the time of that answer as the payment's.
 */
export function hasFailedAtCheckout(order: OrderSnapshot): boolean {
  const [first] = order.transactions;
  return order.transactions.some(
    (t) =>
      (t.kind === 'authorization' || t.kind === 'sale') &&
      (t.status === 'failure' || t.status === 'error') &&
      (t === first || isAtCheckout(t, order)),
  );
}

/** "Not charged" may be said if and only if nothing is captured, pending or paid by gift card. */
export function isNotCharged(picture: MoneyPicture): boolean {
  return isZero(picture.charged) && isZero(picture.pending) && isZero(picture.giftCard);
}

/** Something is paid, and what is left of the order costs more: a payment may go on paying for what stays. */
export function isPartlyPaid({ charged, giftCard, total }: MoneyPicture): boolean {
  const paid = plus(charged, giftCard);
  return isPositive(paid) && compare(paid, total) < 0;
}

/** Money is on its way, to the shop or back: until it has arrived, nobody knows what is left to take. */
export function isMoving({ pending, refunding }: MoneyPicture): boolean {
  return isPositive(pending) || isPositive(refunding);
}

const byEnd = (list: readonly Authorization[]): Authorization[] =>
  list.toSorted((a, b) => a.goodUntil.getTime() - b.goodUntil.getTime());

/** Money is left on it, and none of it is being captured. */
const isIdle = (a: Authorization): boolean => isUnspent(a) && isZero(a.capturing);

/** The authorizations that can be captured at `now` and that we count on, the one that ends first in front. */
export function openAuthorizations(picture: MoneyPicture, now: Date): Authorization[] {
  return byEnd(picture.authorizations.filter((a) => !a.closed && isIdle(a) && a.goodUntil > now));
}

/** Those that are over by our reckoning while Shopify still shows them as capturable, in the same order. */
export function lateAuthorizations(picture: MoneyPicture, now: Date): Authorization[] {
  return byEnd(
    picture.authorizations.filter((a) => isIdle(a) && a.goodUntil <= now && a.isCapturable),
  );
}

/** All that is still set aside, as far as Shopify shows: what we count on, and what is late. */
export function shownAuthorizations(picture: MoneyPicture, now: Date): Authorization[] {
  return [...lateAuthorizations(picture, now), ...openAuthorizations(picture, now)];
}

/** What is left on these. */
export function leftOn(list: readonly Authorization[], currencyCode: string): Money {
  return sum(
    list.map((a) => minus(a.authorized, a.captured)),
    currencyCode,
  );
}

/** What we count on of the order's authorizations, with the end of the first of them; null when nothing. */
export function heldMoney(
  picture: MoneyPicture,
  now: Date,
): (Money & { readonly lapsesAt: Date }) | null {
  const open = openAuthorizations(picture, now);
  const [first] = open;
  if (first === undefined) return null;
  return { ...leftOn(open, picture.total.currencyCode), lapsesAt: first.expiresAt };
}

/**
 * Authorizations that have run out with money on them that nobody took, also by Shopify's word; a single capture leaves
 * nothing to run out.
 */
export function lapsedAuthorizations(picture: MoneyPicture, now: Date): Authorization[] {
  return picture.authorizations.filter((a) => isIdle(a) && a.goodUntil <= now && !a.isCapturable);
}
