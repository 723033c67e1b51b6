import type { CallOf } from '../calls/call';
import { lineName } from '../line-name';
import { mayBeHeld } from './holds';
import { isHeldByUs } from './live-parts';
import { hasRefunded, refundedIn } from './refunded-units';
import type { Situation } from './situation';

/**
 * The call for refunded units that Shopify still lists to be shipped: only a person knows whether the customer is to get
 * them. Null when there are none, and once a person has let them go.
 */
export function refundedToShip(situation: Situation): CallOf<'refunded-units-to-ship'> | null {
  const { order, case: value } = situation;
  if (value === null) return null;
  const kept = order.fulfillmentOrders.filter(
    (fo) => hasRefunded(fo, order) && (isHeldByUs(fo) || mayBeHeld(situation, fo)),
  );
  const units = order.lines.flatMap((line) => {
    const quantity = kept.reduce(
      (total, fo) =>
        fo.lines
          .filter(({ lineId }) => lineId === line.id)
          .reduce((sum, part) => sum + refundedIn(fo, part, order), total),
      0,
    );
    return quantity > 0 ? [{ title: lineName(line, order.lines), quantity }] : [];
  });
  return units.length > 0 ? { kind: 'refunded-units-to-ship', units } : null;
}
