import { compare, isPositive } from '../world/money';
import type { FulfillmentOrder, Order, Shop } from '../world/types';
import { accounts, currentQuantity, hasPending, isLive, unfulfilledQuantity } from './accounting';

export function financialStatus(order: Order, shop: Pick<Shop, 'switches'>): string {
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
  if (order.cancelledAt !== null) return 'VOIDED';
  return isPositive(currentTotal) ? 'PENDING' : 'PAID';
}

export const openFulfillmentOrders = (order: Order): FulfillmentOrder[] =>
  order.fulfillmentOrders.filter(
    (fo) => !['CLOSED', 'CANCELLED', 'INCOMPLETE'].includes(fo.status),
  );

export function fulfillmentStatus(order: Order): string {
  const shippable = order.lines.filter((line) => currentQuantity(line) > 0);
  const done = order.lines.reduce((total, line) => total + line.fulfilled, 0);
  const left = shippable.reduce((total, line) => total + unfulfilledQuantity(line), 0);
  if (done > 0) return left > 0 ? 'PARTIALLY_FULFILLED' : 'FULFILLED';
  const open = openFulfillmentOrders(order);
  if (open.some((fo) => fo.status === 'ON_HOLD')) return 'ON_HOLD';
  if (open.some((fo) => fo.status === 'SCHEDULED')) return 'SCHEDULED';
  if (open.some((fo) => isWithThirdParty(fo) || fo.status === 'IN_PROGRESS')) return 'IN_PROGRESS';
  return 'UNFULFILLED';
}

/** A third party has accepted it and not given it back. */
export const isWithThirdParty = (fo: FulfillmentOrder): boolean =>
  ['ACCEPTED', 'CANCELLATION_REQUESTED', 'CANCELLATION_REJECTED'].includes(fo.requestStatus);

/** What Shopify would let an app do now with this fulfillment order. */
export function supportedActions(fo: FulfillmentOrder, shop: Pick<Shop, 'switches'>): string[] {
  const units = fo.lines.reduce((total, line) => total + line.remaining, 0);
  const splittable = units > 1 ? ['SPLIT'] : [];
  if (isWithThirdParty(fo) && fo.status === 'IN_PROGRESS') {
    return [
      'CREATE_FULFILLMENT',
      ...(fo.requestStatus === 'CANCELLATION_REQUESTED' ? [] : ['REQUEST_CANCELLATION']),
      ...(shop.switches.acceptedCanBeHeld ? ['HOLD'] : []),
    ];
  }
  switch (fo.status) {
    case 'OPEN':
      return ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD', ...splittable, 'MERGE'];
    case 'IN_PROGRESS':
      return ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'HOLD', ...splittable];
    case 'ON_HOLD':
      return ['RELEASE_HOLD', 'HOLD', 'MOVE'];
    case 'SCHEDULED':
      return ['CREATE_FULFILLMENT', 'MARK_AS_OPEN'];
    case 'CANCELLED':
    case 'CLOSED':
    case 'INCOMPLETE':
      return [];
  }
}
