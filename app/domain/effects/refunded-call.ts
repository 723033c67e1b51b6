import type { CallOf } from '../calls/call';
import { lineName } from '../line-name';
import { isHeldByUs, isLive } from './live-parts';
import { splitOf } from './parts-of-order';
import type { Situation } from './situation';

/**
 * The call for refunded units that Shopify still lists to be shipped: only a person knows whether the customer is to get
 * them. Null when there are none, and once a person has let them go.
 */
export function refundedToShip(situation: Situation): CallOf<'refunded-units-to-ship'> | null {
  const { order, case: value } = situation;
  if (value === null) return null;
  const units = order.lines.flatMap((line) => {
    const quantity = order.fulfillmentOrders
      .filter(isLive)
      .flatMap((fo) => splitOf(fo, situation).map((part) => ({ part, isHeld: isHeldByUs(fo) })))
      .filter(({ part }) => part.line.lineId === line.id)
      .reduce((sum, { part: { refunded, letGo }, isHeld }) => {
        return sum + (isHeld ? refunded : Math.max(0, refunded - letGo));
      }, 0);
    return quantity > 0 ? [{ title: lineName(line, order.lines), quantity }] : [];
  });
  return units.length > 0 ? { kind: 'refunded-units-to-ship', units } : null;
}
