import type { OrderId } from '../domain/ids';

/** The panel's address of a case: the order's number alone. */
export function casePath(orderId: OrderId): string {
  return `/app/cases/${orderId.split('/').at(-1) ?? ''}`;
}
