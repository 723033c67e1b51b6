import { TransactionId } from '../../../app/domain/ids';
import type { Transaction } from '../../../app/domain/order';
import { isMultiCapturable } from '../../../simulator/shop/multi-capturable';
import type * as shopify from '../../../simulator/world/types';
import { cash, instant, instantOrNull } from './figures';

const KINDS = {
  AUTHORIZATION: 'authorization',
  SALE: 'sale',
  CAPTURE: 'capture',
  VOID: 'void',
  REFUND: 'refund',
} as const satisfies Record<shopify.TransactionKind, Transaction['kind']>;

const STATUSES = {
  SUCCESS: 'success',
  PENDING: 'pending',
  FAILURE: 'failure',
  ERROR: 'error',
} as const satisfies Record<shopify.TransactionStatus, Transaction['status']>;

/** A transaction as an app reads it: Shopify tells an authorization's end on Plus only. */
export function paymentOf(
  { plan }: Pick<shopify.Shop, 'plan'>,
  order: shopify.Order,
  t: shopify.Transaction,
): Transaction {
  const told = plan === 'plus';
  return {
    id: TransactionId.parse(t.id),
    kind: KINDS[t.kind],
    status: STATUSES[t.status],
    amount: cash(t.amount, order),
    gateway: t.gateway,
    parentId: t.parentId === null ? null : TransactionId.parse(t.parentId),
    processedAt: instant(t.processedAt ?? t.createdAt),
    authorizationExpiresAt: told ? instantOrNull(t.expiresAt) : null,
    feeFrom: told ? instantOrNull(t.feeFrom) : null,
    multiCapturable: isMultiCapturable(t),
    errorCode: t.errorCode,
  };
}
