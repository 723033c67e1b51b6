import type { FinancialStatus } from '../../domain/order';
import type { OrderDisplayFinancialStatus } from './generated/admin';
import { translate } from './translate';

const STATUSES: Readonly<Record<OrderDisplayFinancialStatus, FinancialStatus>> = {
  PENDING: 'pending',
  AUTHORIZED: 'authorized',
  PARTIALLY_PAID: 'partially-paid',
  PAID: 'paid',
  PARTIALLY_REFUNDED: 'partially-refunded',
  REFUNDED: 'refunded',
  VOIDED: 'voided',
  EXPIRED: 'expired',
};

export const readFinancialStatus = (
  status: OrderDisplayFinancialStatus | null,
): FinancialStatus | null => (status === null ? null : translate(STATUSES, status));
