import { isPositive } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Order, Shop } from '../world/types';
import { accounts, unfulfilledQuantity } from './accounting';

export const isDeactivated = (shop: Shop, locationId: string): boolean =>
  shop.locations.some(({ id, active }) => id === locationId && !active);

/**
 * Schema of orderCancel: with restock on, a paid order whose units are at a deactivated location is not cancelled; an
 * unpaid one is, and its units go back nowhere. The sentence and the code are a guess (probe 10).
 */
export function refuseRestockAtDeactivated(shop: Shop, order: Order, restock: boolean): void {
  if (!restock || !isPositive(accounts(order, shop).received)) return;
  const stuck = order.lines.some(
    (line) =>
      line.locationId !== null &&
      isDeactivated(shop, line.locationId) &&
      unfulfilledQuantity(line) > 0,
  );
  if (stuck)
    throw new Refusal(
      'Cannot restock items at a deactivated location. Cancel without restocking.',
      'INVALID',
      ['orderId'],
    );
}
