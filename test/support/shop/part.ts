import { FulfillmentOrderId, LineId, LocationId } from '../../../app/domain/ids';
import type { FulfillmentOrder } from '../../../app/domain/order';
import { isAskedBack } from '../../../simulator/shop/statuses';
import { supportedActions } from '../../../simulator/shop/supported-actions';
import type * as shopify from '../../../simulator/world/types';

const PART_STATUSES = {
  OPEN: 'open',
  IN_PROGRESS: 'in-progress',
  SCHEDULED: 'scheduled',
  ON_HOLD: 'on-hold',
  INCOMPLETE: 'incomplete',
  CANCELLED: 'cancelled',
  CLOSED: 'closed',
} as const satisfies Record<shopify.FulfillmentOrder['status'], FulfillmentOrder['status']>;

const CANCELLATIONS = {
  CANCELLATION_REQUESTED: 'requested',
  CANCELLATION_ACCEPTED: 'accepted',
  CANCELLATION_REJECTED: 'rejected',
  ACCEPTED: null,
  CLOSED: null,
  REJECTED: null,
  SUBMITTED: null,
  UNSUBMITTED: null,
} as const satisfies Record<shopify.RequestStatus, FulfillmentOrder['cancellation']>;

const REQUESTS = {
  UNSUBMITTED: 'unsubmitted',
  SUBMITTED: 'submitted',
  ACCEPTED: 'accepted',
  REJECTED: 'rejected',
  CANCELLATION_REQUESTED: 'cancellation-requested',
  CANCELLATION_ACCEPTED: 'cancellation-accepted',
  CANCELLATION_REJECTED: 'cancellation-rejected',
  CLOSED: 'closed',
} as const satisfies Record<shopify.RequestStatus, FulfillmentOrder['request']>;

const DELIVERIES = {
  SHIPPING: 'shipping',
  PICKUP_POINT: 'shipping',
  PICK_UP: 'pickup',
  LOCAL: 'local',
  NONE: 'none',
  RETAIL: 'retail',
} as const satisfies Record<shopify.DeliveryMethodType, FulfillmentOrder['delivery']>;

/** A fulfillment order as an app reads it. */
export function partOf(
  shop: shopify.Shop,
  order: shopify.Order,
  part: shopify.FulfillmentOrder,
): FulfillmentOrder {
  const actions = supportedActions(order, part, shop);
  return {
    id: FulfillmentOrderId.parse(part.id),
    status: PART_STATUSES[part.status],
    locationId: LocationId.parse(part.locationId),
    canHold: actions.includes('HOLD'),
    canRequestCancellation: actions.includes('REQUEST_CANCELLATION'),
    cancellation: isAskedBack(part) ? 'requested' : CANCELLATIONS[part.requestStatus],
    request: REQUESTS[part.requestStatus],
    canCancelRequest: actions.includes('CANCEL_FULFILLMENT_ORDER'),
    cancellationAsked: isAskedBack(part),
    delivery: DELIVERIES[part.delivery],
    holds: part.holds.map(({ id, handle, reason, by }) => ({
      id,
      handle: handle || null,
      ours: by === 'app',
      reason,
    })),
    lines: part.lines.map(({ id, lineId, remaining }) => ({
      id,
      lineId: LineId.parse(lineId),
      remaining,
    })),
  };
}
