import type { FulfillmentOrder, Order, Shop } from '../world/types';
import { isAskedBack, isWithThirdParty } from './statuses';

/** Open fulfillment orders that this one can be merged with: of the same order, place and way of delivery. */
export const mergePartners = (order: Order, fo: FulfillmentOrder): FulfillmentOrder[] =>
  order.fulfillmentOrders.filter(
    (other) =>
      other !== fo &&
      other.status === 'OPEN' &&
      other.requestStatus !== 'SUBMITTED' &&
      other.locationId === fo.locationId &&
      other.delivery === fo.delivery,
  );

/** A place of a fulfillment service: the merchant can ask it to ship, and reports no progress for it. */
export const isAtService = (fo: FulfillmentOrder, shop: Pick<Shop, 'locations'>): boolean =>
  shop.locations.some(({ id, kind }) => id === fo.locationId && kind === 'third-party');

/** What Shopify would let an app do now with this fulfillment order; each list as it was recorded. */
export function supportedActions(
  order: Order,
  fo: FulfillmentOrder,
  shop: Pick<Shop, 'switches' | 'locations'>,
): string[] {
  const units = fo.lines.reduce((total, line) => total + line.remaining, 0);
  const splittable = units > 1 ? ['SPLIT'] : [];
  const merge = mergePartners(order, fo).length > 0 ? ['MERGE'] : [];
  const service = ['REQUEST_FULFILLMENT', 'CREATE_FULFILLMENT', 'HOLD', 'MOVE'];
  if (fo.requestStatus === 'SUBMITTED' && fo.status === 'OPEN') return ['CANCEL_FULFILLMENT_ORDER'];
  if (isWithThirdParty(fo) && fo.status === 'IN_PROGRESS')
    return [
      ...(isAskedBack(fo) ? [] : ['REQUEST_CANCELLATION']),
      'CREATE_FULFILLMENT',
      ...(shop.switches.acceptedCanBeHeld ? ['HOLD'] : []),
    ];
  switch (fo.status) {
    case 'OPEN':
      return isAtService(fo, shop)
        ? [...service, ...splittable, ...merge]
        : ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD', ...splittable, ...merge];
    case 'IN_PROGRESS':
      return fo.progressReported
        ? ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'HOLD', 'MARK_AS_OPEN']
        : ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'HOLD', ...splittable];
    case 'ON_HOLD':
      return ['RELEASE_HOLD', 'HOLD', 'MOVE'];
    case 'SCHEDULED':
      return ['CREATE_FULFILLMENT', 'MARK_AS_OPEN'];
    case 'INCOMPLETE':
      return service;
    case 'CANCELLED':
    case 'CLOSED':
      return [];
  }
}
