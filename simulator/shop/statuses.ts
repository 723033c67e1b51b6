import { compare, isPositive } from '../world/money';
import type { FulfillmentOrder, Order, Shop } from '../world/types';
import { accounts, currentQuantity, hasPending, isLive, unfulfilledQuantity } from './accounting';

/** Null where Shopify gives none: nothing was ever paid, authorized or promised, or only tried in vain. */
export function financialStatus(order: Order, shop: Pick<Shop, 'switches'>): string | null {
  const { received, refunded, net, currentTotal } = accounts(order, shop);
  if (isPositive(received)) {
    if (compare(refunded, received) >= 0) return 'REFUNDED';
    if (isPositive(refunded)) return 'PARTIALLY_REFUNDED';
    return compare(net, currentTotal) >= 0 ? 'PAID' : 'PARTIALLY_PAID';
  }
  if (hasPending(order)) return 'PENDING';
  const authorizations = order.transactions.filter(
    (t) => t.kind === 'AUTHORIZATION' && t.status === 'SUCCESS',
  );
  if (authorizations.some(isLive)) return 'AUTHORIZED';
  if (authorizations.some((t) => t.ended === 'voided')) return 'VOIDED';
  if (authorizations.some((t) => t.ended === 'expired')) return 'EXPIRED';
  return order.cancelledAt !== null || isPositive(currentTotal) ? null : 'PAID';
}

export const openFulfillmentOrders = (order: Order): FulfillmentOrder[] =>
  order.fulfillmentOrders.filter((fo) => !['CLOSED', 'CANCELLED'].includes(fo.status));

/** Schema: ON_HOLD and SCHEDULED mean all unfulfilled items, IN_PROGRESS all items requested or marked so. */
export function fulfillmentStatus(order: Order): string {
  const shippable = order.lines.filter((line) => currentQuantity(line) > 0);
  const done = order.lines.reduce((total, line) => total + line.fulfilled, 0);
  const left = shippable.reduce((total, line) => total + unfulfilledQuantity(line), 0);
  if (done > 0) return left > 0 ? 'PARTIALLY_FULFILLED' : 'FULFILLED';
  const open = openFulfillmentOrders(order);
  const all = (test: (fo: FulfillmentOrder) => boolean): boolean =>
    open.length > 0 && open.every(test);
  if (all((fo) => fo.status === 'ON_HOLD')) return 'ON_HOLD';
  if (all((fo) => fo.status === 'SCHEDULED')) return 'SCHEDULED';
  if (all((fo) => fo.status === 'IN_PROGRESS' || fo.requestStatus === 'SUBMITTED'))
    return 'IN_PROGRESS';
  return open.some((fo) => fo.requestStatus === 'REJECTED') ? 'REQUEST_DECLINED' : 'UNFULFILLED';
}

/** A third party has accepted it and not given it back. */
export const isWithThirdParty = (fo: FulfillmentOrder): boolean =>
  ['ACCEPTED', 'CANCELLATION_REQUESTED', 'CANCELLATION_REJECTED'].includes(fo.requestStatus);

/** The third party was asked to give it back, and has not answered. */
export const isAskedBack = (fo: FulfillmentOrder): boolean =>
  fo.requests.some(({ kind, open }) => kind === 'CANCELLATION_REQUEST' && open);

/** Units of a line that wait in fulfillment orders on hold: Shopify's fulfillable quantity leaves them out (recorded). */
export const heldUnits = (order: Order, lineId: string): number =>
  order.fulfillmentOrders
    .filter((fo) => fo.status === 'ON_HOLD')
    .flatMap((fo) => fo.lines)
    .filter((line) => line.lineId === lineId)
    .reduce((total, line) => total + line.remaining, 0);
