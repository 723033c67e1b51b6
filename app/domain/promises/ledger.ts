import type { TransactionId } from '../ids';
import { compare, isPositive, minus, type Money, plus, zero } from '../money';
import type { OrderBook } from './book';

export interface AuthorizationThen {
  readonly authorized: Money;
  readonly expiresAt: Date;
  readonly multiCapturable: boolean;
  captured: Money;
  voided: boolean;
  /** Nothing may follow: a final capture, or any where only one is possible. */
  ended: boolean;
}

export interface Ledger {
  readonly total: Money;
  /** Charged and not given back, gift cards included. */
  readonly charged: Money;
  /** Ever received, less what we gave back: what others gave back out of goodwill is not taken again. */
  readonly received: Money;
  /** What we took ourselves, and what we gave back. */
  readonly own: { readonly taken: Money; readonly givenBack: Money };
  readonly authorizations: ReadonlyMap<TransactionId, AuthorizationThen>;
  /** In what way the shop keeps what is the customer's; null when it doesn't. */
  readonly owesCustomer: string | null;
}

/** What the customer paid without an authorization. */
const PAYS = ['charged-at-checkout', 'paid-by-gift-card', 'paid'] as const;

/** Where the money of an order stood after all that happened up to `at`; `before` leaves that instant itself out. */
export function ledgerAt(order: OrderBook, at: Date, before = false): Ledger {
  const none = zero(order.placed.total.currencyCode);
  const authorizations = new Map<TransactionId, AuthorizationThen>();
  let total = order.placed.total;
  let received = none;
  let refunded = none;
  let taken = none;
  let givenBack = none;
  for (const fact of order.facts) {
    if (before ? fact.at >= at && fact.kind !== 'authorized' : fact.at > at) continue;
    if (fact.kind === 'line-changed') total = fact.total;
    if (fact.kind === 'order-cancelled') total = none;
    if (PAYS.some((kind) => kind === fact.kind) && 'amount' in fact)
      received = plus(received, fact.amount);
    if (fact.kind === 'refunded') refunded = plus(refunded, fact.amount);
    if (fact.kind === 'refunded' && fact.by === 'holdfast')
      givenBack = plus(givenBack, fact.amount);
    if (fact.kind === 'authorized') {
      const { amount: authorized, expiresAt, multiCapturable } = fact;
      authorizations.set(fact.authorization, {
        authorized,
        expiresAt,
        multiCapturable,
        captured: none,
        voided: false,
        ended: false,
      });
    }
    if (fact.kind !== 'captured' && fact.kind !== 'voided') continue;
    if (fact.kind === 'captured') received = plus(received, fact.amount);
    if (fact.kind === 'captured' && fact.by === 'holdfast') taken = plus(taken, fact.amount);
    const authorization = authorizations.get(fact.authorization);
    if (authorization === undefined) continue;
    authorization.ended ||= fact.kind === 'voided' || fact.final || !authorization.multiCapturable;
    if (fact.kind === 'voided') authorization.voided = true;
    else authorization.captured = plus(authorization.captured, fact.amount);
  }
  const charged = minus(received, refunded);
  const open = [...authorizations.values()].filter((a) => !a.ended && a.expiresAt > at);
  const kept = compare(charged, total) > 0;
  // What was captured in part can be given back only by the bank, or with the whole order.
  const idle = open.filter((a) => !isPositive(total) || !isPositive(a.captured));
  const dead = idle.length > 0 && compare(charged, total) >= 0;
  return {
    total,
    charged,
    received: minus(received, givenBack),
    own: { taken, givenBack },
    authorizations,
    owesCustomer: kept
      ? 'more is charged than the order is worth'
      : dead
        ? 'money is still set aside for what was cancelled'
        : null,
  };
}
