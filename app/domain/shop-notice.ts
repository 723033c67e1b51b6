import { z } from 'zod';
import { addMs } from './calendar';
import { DUE_WITHIN } from './redaction';

/**
 * What a shop's staff should know of their shop as a whole, not of one order:
 * - `no-order-access`: Shopify keeps orders from the app, since access to protected customer data was not declared;
 * - `old-orders-hidden`: the app may not see orders older than 60 days (`read_all_orders` was not granted);
 * - `fulfills-by-itself`: Shopify fulfills orders as soon as they are paid, whether or not the goods are there.
 * - `data-request-waits`: a customer asked for their data, and it couldn't be sent to the shop;
 * - `redaction-waits`: a customer is to be erased, and that didn't succeed yet;
 * - `erasure-asked`: Shopify asked to erase the shop, though the app is installed there.
 */
export const NoticeKind = z.enum([
  'no-order-access',
  'old-orders-hidden',
  'fulfills-by-itself',
  'data-request-waits',
  'redaction-waits',
  'erasure-asked',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

export interface ShopNotice {
  readonly kind: NoticeKind;
  readonly since: Date;
  /** Somebody has read it; it isn't shown again. */
  readonly dismissedAt: Date | null;
}

const BY_LAW: readonly NoticeKind[] = ['data-request-waits', 'redaction-waits'];

/** The last moment for it by law; null where no law sets one. */
export function dueBy({ kind, since }: Pick<ShopNotice, 'kind' | 'since'>): Date | null {
  return BY_LAW.includes(kind) ? addMs(since, DUE_WITHIN) : null;
}

const DISMISSED: readonly NoticeKind[] = [
  'fulfills-by-itself',
  'data-request-waits',
  'erasure-asked',
];

/** Those that end by themselves when their cause does can't be dismissed before, unless a person can do it instead. */
export function canDismiss(kind: NoticeKind): boolean {
  return DISMISSED.includes(kind);
}
