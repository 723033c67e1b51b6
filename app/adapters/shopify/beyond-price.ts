import type { RefundPayment } from '../../domain/intent';
import { isPositive, least, minus, type Money, sum } from '../../domain/money';
import type { OrderSnapshot, Transaction } from '../../domain/order';

type Paid = Pick<OrderSnapshot, 'transactions' | 'currentTotal'>;

const charges = (t: Transaction): boolean =>
  (t.kind === 'sale' || t.kind === 'capture') && t.status === 'success';

/** A refund that is on its way counts as given back: the same money must not go out twice. */
const givesBack = (t: Transaction): boolean =>
  (t.kind === 'refund' || t.kind === 'change') &&
  (t.status === 'success' || t.status === 'pending');

/**
 * What was paid beyond the order's price, newest payment first and from each no more than is left of it; nothing while
 * the price isn't reached.
 */
export function paidBeyondPrice({ transactions, currentTotal }: Paid): RefundPayment[] {
  const { currencyCode } = currentTotal;
  const total = (of: readonly Transaction[]): Money =>
    sum(
      of.map((t) => t.amount),
      currencyCode,
    );
  const charged = transactions.filter(charges);
  const returned = transactions.filter(givesBack);
  let left = minus(minus(total(charged), total(returned)), currentTotal);

  const payments: RefundPayment[] = [];
  const newestFirst = charged.toSorted((a, b) => b.processedAt.getTime() - a.processedAt.getTime());
  for (const { id, amount } of newestFirst) {
    if (!isPositive(left)) break;
    const ofThis = minus(amount, total(returned.filter((t) => t.parentId === id)));
    const part = least(left, ofThis);
    if (!isPositive(part)) continue;
    payments.push({ parentId: id, amount: part });
    left = minus(left, part);
  }
  return payments;
}
