import type { Doer, Fact } from '../../../app/domain/history';
import { OrderId, TransactionId } from '../../../app/domain/ids';
import { isPositive, type Money, money, plus } from '../../../app/domain/money';
import type { LedgerRow } from '../../../simulator/world/ledger';
import type { Order, Transaction } from '../../../simulator/world/types';
import { cash, instant } from './figures';
import { doerOf } from './truth-rows';

/** A fact whose amount may still grow: several payments give back in one act. */
interface Refunded {
  readonly act: string;
  readonly fact: { amount: Money };
}

/** An authorization of which no second capture is possible: each is the last. */
const isOnlyOne = (order: Order, id: string | undefined): boolean =>
  order.transactions.some((t) => t.id === id && !t.multiCapturable);

/** What the ledger's rows about money tell. Nothing moved where a payment is pending or failed. */
export function createMoneyTruth(log: (fact: Fact) => void) {
  /** Who began what settled later, and how. */
  const begun = new Map<string, LedgerRow>();
  let last: Refunded | null = null;

  function authorized(order: Order, t: Transaction, at: Date): void {
    log({
      kind: 'authorized',
      at,
      order: OrderId.parse(order.id),
      authorization: TransactionId.parse(t.id),
      amount: cash(t.amount, order),
      expiresAt: instant(t.expiresAt ?? t.createdAt),
      multiCapturable: t.multiCapturable,
    });
  }

  function paid(order: Order, row: LedgerRow, first: LedgerRow, amount: Money): void {
    const of = { at: instant(row.at), order: OrderId.parse(order.id), amount };
    switch (first.detail['how']) {
      case 'gift-card':
        return log({ kind: 'paid-by-gift-card', ...of });
      case 'checkout':
        return log({ kind: 'charged-at-checkout', ...of });
      default:
        return log({ kind: 'paid', ...of, by: doerOf(first.by) });
    }
  }

  /** One act gives back once, to however many payments. */
  function refunded(order: Order, row: LedgerRow, first: LedgerRow, amount: Money): void {
    const act = `${order.id} ${first.at} ${row.at} ${String(first.detail['refundId'] ?? 'all')}`;
    if (last !== null && last.act === act) {
      last.fact.amount = plus(last.fact.amount, amount);
      return;
    }
    const by: Doer = doerOf(first.by);
    const of = { at: instant(row.at), order: OrderId.parse(order.id), by };
    const fact = {
      kind: 'refunded' as const,
      ...of,
      amount,
      ...(first === row ? {} : { askedAt: instant(first.at) }),
    };
    last = { act, fact };
    log(fact);
  }

  return (order: Order, row: LedgerRow): void => {
    const id = String(row.detail['transactionId']);
    const at = instant(row.at);
    const of = { at, order: OrderId.parse(order.id) };
    const amount = money(row.amount ?? '0', order.presentmentCurrency);
    if (row.kind === 'lapse') {
      if (isPositive(amount))
        log({ kind: 'lapsed', ...of, authorization: TransactionId.parse(row.target) });
      return;
    }
    if (row.detail['status'] === 'PENDING') begun.set(id, row);
    if (row.detail['status'] !== 'SUCCESS') return;
    const first = begun.get(id) ?? row;
    const t = order.transactions.find((each) => each.id === id);
    switch (row.kind) {
      case 'authorization':
        return t && authorized(order, t, at);
      case 'payment':
        return paid(order, row, first, amount);
      case 'capture':
        return log({
          kind: 'captured',
          ...of,
          authorization: TransactionId.parse(row.target),
          amount,
          final: first.detail['final'] === true || isOnlyOne(order, row.target),
          by: doerOf(first.by),
        });
      case 'void':
        return log({
          kind: 'voided',
          ...of,
          authorization: TransactionId.parse(row.target),
          by: doerOf(row.by),
        });
      case 'refund':
        return refunded(order, row, first, amount);
    }
  };
}
