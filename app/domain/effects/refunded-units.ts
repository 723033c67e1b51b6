import type { FulfillmentOrder, FulfillmentOrderLine, OrderLine, OrderSnapshot } from '../order';
import { fulfilledUnits } from '../units';
import { freeFirst, isLive } from './live-parts';

const unitsIn = (fo: FulfillmentOrder, lineId: OrderLine['id']): number =>
  fo.lines
    .filter((line) => line.lineId === lineId)
    .reduce((total, { remaining }) => total + remaining, 0);

/**
 * Units of a line that Shopify still lists to be shipped though the order no longer counts them. A refund that doesn't
 * restock, or restocks as a return, lowers the line's quantity and leaves its fulfillment order as it is (platform fact,
 * record 0043). Shopify doesn't tell which of a line's units was refunded: where others of it have shipped, it may have been
 * one of those.
 */
export function refundedUnits(order: OrderSnapshot, line: OrderLine): number {
  if (order.cancelledAt !== null) return 0;
  const toShip = order.fulfillmentOrders
    .filter(isLive)
    .reduce((total, fo) => total + unitsIn(fo, line.id), 0);
  const { packed, shipped } = fulfilledUnits(order, line.id);
  return Math.max(0, Math.min(toShip, toShip + packed + shipped - line.current));
}

/** How many of them count as this fulfillment order's: those on our hold first, so that what is free stays free. */
export function refundedIn(
  fo: FulfillmentOrder,
  { lineId, remaining }: Pick<FulfillmentOrderLine, 'lineId' | 'remaining'>,
  order: OrderSnapshot,
): number {
  const line = order.lines.find(({ id }) => id === lineId);
  if (line === undefined) return 0;
  const inTurn = freeFirst(order.fulfillmentOrders);
  const after = inTurn.slice(inTurn.findIndex(({ id }) => id === fo.id) + 1);
  const theirs = after.reduce((total, other) => total + unitsIn(other, lineId), 0);
  return Math.max(0, Math.min(remaining, refundedUnits(order, line) - theirs));
}

export function hasRefunded(fo: FulfillmentOrder, order: OrderSnapshot): boolean {
  return isLive(fo) && fo.lines.some((line) => refundedIn(fo, line, order) > 0);
}

export function isAllRefunded(fo: FulfillmentOrder, order: OrderSnapshot): boolean {
  return (
    hasRefunded(fo, order) &&
    fo.lines.every((line) => refundedIn(fo, line, order) === line.remaining)
  );
}
