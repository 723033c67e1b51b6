import { DAY, HOUR, MINUTE } from './calendar';
import type { Fulfillment, OrderSnapshot, Transaction } from './order';
import type { CaptureMethod } from './settings';

/** What one order shows of how payments through its gateway are captured. */
export interface CaptureEvidence {
  readonly gateway: string;
  readonly method: CaptureMethod;
}

export interface EvidenceSum extends CaptureEvidence {
  readonly orders: number;
}

/** A setting that was changed longer ago than this shows in no evidence any more. */
export const EVIDENCE_OF = 90 * DAY;

/** Shopify captures within moments of the fulfillment. */
const AT_FULFILLMENT = 15 * MINUTE;
/** A capture that was to come with the fulfillment has come by then. */
const WOULD_HAVE_COME = HOUR;

const succeeded = (t: Transaction): boolean => t.status === 'success';

function unitsIn(fulfillments: readonly Fulfillment[]): number {
  return fulfillments
    .filter(({ cancelled }) => !cancelled)
    .flatMap(({ lines }) => lines)
    .reduce((total, { quantity }) => total + quantity, 0);
}

/**
 * - money that was taken when the order was placed: at checkout;
 * - a capture by others within moments of a fulfillment: on fulfillment, or per fulfillment while units were still to go;
 * - a capture by others at another time, or none although everything has shipped: manually;
 * - else nothing: an order whose money nobody but us has touched tells nothing.
 * `ours` are the transactions that we made. Gift cards are always taken at checkout, and test orders prove nothing.
 */
export function captureEvidence(
  order: OrderSnapshot,
  ours: ReadonlySet<string>,
  now: Date,
): CaptureEvidence | null {
  if (order.test) return null;
  const first = order.transactions.find(
    (t) =>
      succeeded(t) &&
      t.gateway !== 'gift_card' &&
      (t.kind === 'sale' || t.kind === 'authorization'),
  );
  if (first === undefined) return null;
  const { gateway } = first;
  if (first.kind === 'sale') {
    const atOnce = first.processedAt.getTime() - order.processedAt.getTime() < HOUR;
    return atOnce && gateway !== 'manual' ? { gateway, method: 'checkout' } : null;
  }
  const captures = order.transactions.filter((t) => t.kind === 'capture' && succeeded(t));
  const [theirs] = captures.filter((t) => !ours.has(t.id));
  if (theirs !== undefined) return { gateway, method: methodOf(theirs, order) };
  const last = lastShipped(order);
  const untouched = captures.length === 0 && first.parentId === null;
  return untouched && last !== null && now.getTime() - last.getTime() > WOULD_HAVE_COME
    ? { gateway, method: 'manual' }
    : null;
}

function methodOf(capture: Transaction, { fulfillments, lines }: OrderSnapshot): CaptureMethod {
  const before = fulfillments.filter((f) => f.createdAt <= capture.processedAt);
  const withIt = before.some(
    (f) => capture.processedAt.getTime() - f.createdAt.getTime() < AT_FULFILLMENT,
  );
  if (!withIt) return 'manual';
  const ordered = lines
    .filter((line) => line.requiresShipping)
    .reduce((total, line) => total + line.current, 0);
  return unitsIn(before) >= ordered ? 'on-fulfillment' : 'per-fulfillment';
}

/** When the last unit was fulfilled; null while any is to go. */
function lastShipped({ fulfillments, lines }: OrderSnapshot): Date | null {
  const ordered = lines
    .filter((line) => line.requiresShipping)
    .reduce((total, line) => total + line.current, 0);
  if (ordered === 0 || unitsIn(fulfillments) < ordered) return null;
  const times = fulfillments.filter(({ cancelled }) => !cancelled).map((f) => f.createdAt);
  return times.reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null);
}

/** So many orders, and this share of all that show anything, before we leave the capture to Shopify. */
const LEAST_ORDERS = 3;
const LEAST_SHARE = 0.8;

/**
 * The shop's method as its orders show it; null while they disagree or are too few. An error to one side costs nothing (we
 * capture what is here), to the other the money (nobody captures): so "at fulfillment" needs more than a majority.
 */
export function methodFrom(sums: readonly EvidenceSum[]): CaptureMethod | null {
  const total = sums.reduce((n, { orders }) => n + orders, 0);
  const counts = new Map<CaptureMethod, number>();
  for (const { method, orders } of sums) counts.set(method, (counts.get(method) ?? 0) + orders);
  const [top] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (top === undefined) return null;
  const [method, orders] = top;
  const isSure = orders >= LEAST_ORDERS && orders >= total * LEAST_SHARE;
  return isSure ? method : null;
}
