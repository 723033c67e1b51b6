import type { CallOf } from '../calls/call';
import { lineName } from '../line-name';
import type { FulfillmentOrder, OrderLine, OrderSnapshot } from '../order';
import { fulfilledUnits } from '../units';
import { isLive } from './parts-of-order';
import type { Situation } from './situation';

const unitsIn = (fos: readonly FulfillmentOrder[], line: OrderLine): number =>
  fos
    .flatMap((fo) => fo.lines)
    .filter(({ lineId }) => lineId === line.id)
    .reduce((total, { remaining }) => total + remaining, 0);

/**
 * Units of a line that Shopify still lists to be shipped though the order no longer counts them. A refund that doesn't
 * restock, or restocks as a return, lowers the line's quantity and leaves its fulfillment order as it is (platform fact).
 * Which of a line's units was refunded, Shopify doesn't tell: where others of it have shipped, it may have been one of those.
 */
export function refundedUnits(order: OrderSnapshot, line: OrderLine): number {
  if (order.cancelledAt !== null) return 0;
  const toShip = unitsIn(order.fulfillmentOrders.filter(isLive), line);
  const { packed, shipped } = fulfilledUnits(order, line.id);
  return Math.max(0, Math.min(toShip, toShip + packed + shipped - line.current));
}

/** The call for them: only a person knows whether the customer is to get them. Null when there are none. */
export function refundedToShip({
  order,
  case: value,
}: Situation): CallOf<'refunded-units-to-ship'> | null {
  if (value === null) return null;
  const units = order.lines.flatMap((line) => {
    const quantity = refundedUnits(order, line);
    return quantity > 0 ? [{ title: lineName(line, order.lines), quantity }] : [];
  });
  return units.length > 0 ? { kind: 'refunded-units-to-ship', units } : null;
}
