import { compare, isPositive } from '../../../app/domain/money';
import type { FinancialStatus } from '../../../app/domain/order';
import { securedOf } from './authorizations';
import { totalOf } from './price';
import type { FakeOrder } from './state';
import { childrenOf, hasPending, takenOf, totalOfAll } from './transactions';

/** What Shopify shows of the order's money. */
export function financialStatusOf(order: FakeOrder, now: Date): FinancialStatus {
  const total = totalOf(order);
  const taken = takenOf(order);
  const returned = totalOfAll(
    order.transactions.filter((t) => t.kind === 'refund' && t.status === 'success'),
    total.currencyCode,
  );
  if (isPositive(returned)) return isPositive(taken) ? 'partially-refunded' : 'refunded';
  if (isPositive(taken)) return compare(taken, total) >= 0 ? 'paid' : 'partially-paid';
  if (hasPending(order)) return 'pending';
  if (isPositive(securedOf(order, now))) return 'authorized';
  const ended = order.transactions.filter((t) => t.kind === 'authorization');
  if (ended.some((t) => childrenOf(order, t.id, 'void').length > 0)) return 'voided';
  if (ended.length > 0) return order.cancelledAt === null ? 'expired' : 'voided';
  return isPositive(total) ? 'pending' : 'paid';
}
