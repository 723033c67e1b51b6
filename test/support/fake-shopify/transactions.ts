import type { TransactionId } from '../../../app/domain/ids';
import { isPositive, minus, type Money, sum, zero } from '../../../app/domain/money';
import type { Transaction } from '../../../app/domain/order';
import { totalOf } from './price';
import { type FakeOrder, type FakeTransaction, transactionId, type World } from './state';

/* The order's book of payments, and what it adds up to. */

/** Children of a transaction that came true. */
export const childrenOf = (
  order: FakeOrder,
  parent: TransactionId,
  kind: Transaction['kind'],
): FakeTransaction[] =>
  order.transactions.filter(
    (t) => t.parentId === parent && t.kind === kind && t.status === 'success',
  );

export const totalOfAll = (list: readonly Transaction[], currencyCode: string): Money =>
  sum(
    list.map((t) => t.amount),
    currencyCode,
  );

export function addTransaction(
  world: World,
  order: FakeOrder,
  of: Pick<Transaction, 'kind' | 'amount' | 'gateway'> & Partial<FakeTransaction>,
): FakeTransaction {
  const transaction: FakeTransaction = {
    id: transactionId(world),
    status: 'success',
    parentId: null,
    processedAt: world.now(),
    authorizationExpiresAt: null,
    feeFrom: null,
    multiCapturable: false,
    errorCode: null,
    endsAt: null,
    ...of,
  };
  order.transactions.push(transaction);
  return transaction;
}

/** What was taken and not given back, whatever it was taken by. */
export function takenOf(order: FakeOrder): Money {
  const currency = order.shipping.currencyCode;
  const total = (...kinds: Transaction['kind'][]): Money =>
    totalOfAll(
      order.transactions.filter((t) => t.status === 'success' && kinds.includes(t.kind)),
      currency,
    );
  return minus(total('sale', 'capture'), total('refund'));
}

/** What the order costs and nobody has paid; an open authorization has paid nothing. */
export function outstandingOf(order: FakeOrder): Money {
  const open = minus(totalOf(order), takenOf(order));
  return isPositive(open) ? open : zero(open.currencyCode);
}

/** While a provider works on a payment, Shopify lets nobody edit, cancel or charge the order. */
export const hasPending = (order: FakeOrder): boolean =>
  order.transactions.some((t) => t.status === 'pending');

export const pendingOf = (order: FakeOrder): Money =>
  totalOfAll(
    order.transactions.filter((t) => t.status === 'pending' && t.kind !== 'refund'),
    order.shipping.currencyCode,
  );
