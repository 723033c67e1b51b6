import { z } from 'zod';

/**
 * What a shop's staff should know of their shop as a whole, not of one order:
 * - `no-order-access`: Shopify keeps orders from the app, since access to protected customer data was not declared;
 * - `old-orders-hidden`: the app may not see orders older than 60 days (`read_all_orders` was not granted);
 * - `fulfills-by-itself`: Shopify fulfills orders as soon as they are paid, whether or not the goods are there.
 */
export const NoticeKind = z.enum(['no-order-access', 'old-orders-hidden', 'fulfills-by-itself']);
export type NoticeKind = z.infer<typeof NoticeKind>;

export interface ShopNotice {
  readonly kind: NoticeKind;
  readonly since: Date;
  /** Somebody has read it; it isn't shown again. */
  readonly dismissedAt: Date | null;
}

/** Those that end by themselves when their cause does can't be dismissed before. */
export function canDismiss(kind: NoticeKind): boolean {
  return kind === 'fulfills-by-itself';
}
