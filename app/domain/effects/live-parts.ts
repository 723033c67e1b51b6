import type { FulfillmentOrder } from '../order';

/** A fulfillment order that still has units to ship. One that was closed has none, whatever its lines say. */
export const isLive = (fo: FulfillmentOrder): boolean =>
  fo.status !== 'closed' &&
  fo.status !== 'cancelled' &&
  fo.lines.some((line) => line.remaining > 0);

export const isHeldByUs = (fo: FulfillmentOrder): boolean => fo.holds.some((hold) => hold.ours);

export const isHeldByOthers = (fo: FulfillmentOrder): boolean =>
  fo.holds.some((hold) => !hold.ours);

/** The live ones: those that are free first, then those on our hold, each in the order in which Shopify lists them. */
export function freeFirst(fos: readonly FulfillmentOrder[]): FulfillmentOrder[] {
  const live = fos.filter(isLive);
  return [
    ...live.filter((other) => !isHeldByUs(other)),
    ...live.filter((other) => isHeldByUs(other)),
  ];
}
