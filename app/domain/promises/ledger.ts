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
  let charged = none;
  for (const fact of order.facts) {
    if (before ? fact.at >= at && fact.kind !== 'authorized' : fact.at > at) continue;
    if (fact.kind === 'line-changed') total = fact.total;
    if (fact.kind === 'order-cancelled') total = none;
    if (PAYS.some((kind) => kind === fact.kind) && 'amount' in fact)
      charged = plus(charged, fact.amount);
    if (fact.kind === 'refunded') charged = minus(charged, fact.amount);
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
    const authorization = authorizations.get(fact.authorization);
    if (authorization === undefined) continue;
    authorization.ended ||= fact.kind === 'voided' || fact.final || !authorization.multiCapturable;
    if (fact.kind === 'voided') authorization.voided = true;
    else {
      authorization.captured = plus(authorization.captured, fact.amount);
      charged = plus(charged, fact.amount);
    }
  }
  const open = [...authorizations.values()].some((a) => !a.ended && a.expiresAt > at);
  const kept = compare(charged, total) > 0;
  const dead = !isPositive(total) && open;
  return {
    total,
    charged,
    authorizations,
    owesCustomer: kept
      ? 'more is charged than the order is worth'
      : dead
        ? 'a cancelled order still has an open authorization'
        : null,
  };
}
