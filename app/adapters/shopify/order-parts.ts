import { FulfillmentOrderId, LineId, LocationId } from '../../domain/ids';
import type { Fulfillment, FulfillmentOrder } from '../../domain/order';
import type {
  FulfillmentDisplayStatus,
  FulfillmentOrderAction,
  FulfillmentOrderRequestStatus,
  FulfillmentOrderStatus,
  FulfillmentStatus,
  ParcelFragment,
  RoutedPartFragment,
} from './generated/admin';
import { readInstant } from './instants';
import { translate } from './translate';

const ROUTED_STATUSES: Readonly<Record<FulfillmentOrderStatus, FulfillmentOrder['status']>> = {
  OPEN: 'open',
  IN_PROGRESS: 'in-progress',
  SCHEDULED: 'scheduled',
  ON_HOLD: 'on-hold',
  INCOMPLETE: 'incomplete',
  CANCELLED: 'cancelled',
  CLOSED: 'closed',
};

/** Shopify keeps one status for both requests; a new request to fulfill takes the place of what became of the last one. */
const CANCELLATIONS: Readonly<
  Record<FulfillmentOrderRequestStatus, FulfillmentOrder['cancellation']>
> = {
  CANCELLATION_REQUESTED: 'requested',
  CANCELLATION_ACCEPTED: 'accepted',
  CANCELLATION_REJECTED: 'rejected',
  ACCEPTED: null,
  CLOSED: null,
  REJECTED: null,
  SUBMITTED: null,
  UNSUBMITTED: null,
};

/** A fulfillment that failed moves nothing: its units are as unshipped as those of a cancelled one. */
const PARCEL_IS_OFF: Readonly<Record<FulfillmentStatus, boolean>> = {
  CANCELLED: true,
  ERROR: true,
  FAILURE: true,
  OPEN: false,
  PENDING: false,
  SUCCESS: false,
};

/**
 * Whether a display status proves that the goods have left. CONFIRMED is the carrier's word that a parcel is announced;
 * READY_FOR_PICKUP and FAILURE also occur before anything moved, so the times below have to speak for them.
 */
const HAS_LEFT: Readonly<Record<FulfillmentDisplayStatus, boolean>> = {
  CARRIER_PICKED_UP: true,
  IN_TRANSIT: true,
  OUT_FOR_DELIVERY: true,
  ATTEMPTED_DELIVERY: true,
  DELAYED: true,
  DELIVERED: true,
  NOT_DELIVERED: true,
  PICKED_UP: true,
  CANCELED: false,
  CONFIRMED: false,
  FAILURE: false,
  FULFILLED: false,
  LABEL_PRINTED: false,
  LABEL_PURCHASED: false,
  LABEL_VOIDED: false,
  MARKED_AS_FULFILLED: false,
  READY_FOR_PICKUP: false,
  SUBMITTED: false,
};

export function readRoutedPart(part: RoutedPartFragment): FulfillmentOrder {
  const { location } = part.assignedLocation;
  const offers = (wanted: FulfillmentOrderAction): boolean =>
    part.supportedActions.some(({ action }) => action === wanted);
  return {
    id: FulfillmentOrderId.parse(part.id),
    status: translate(ROUTED_STATUSES, part.status),
    locationId: location ? LocationId.parse(location.id) : null,
    canHold: offers('HOLD'),
    canRequestCancellation: offers('REQUEST_CANCELLATION'),
    cancellation: translate(CANCELLATIONS, part.requestStatus),
    holds: part.fulfillmentHolds.map((hold) => ({
      id: hold.id,
      // Shopify's default is the empty string.
      handle: hold.handle || null,
      ours: hold.heldByRequestingApp,
      reason: hold.reason,
    })),
    lines: part.lineItems.nodes.map((line) => ({
      id: line.id,
      lineId: LineId.parse(line.lineItem.id),
      remaining: line.remainingQuantity,
    })),
  };
}

/** Without a tracking number no carrier will ever speak, so such a fulfillment counts as gone. */
export function readParcel(parcel: ParcelFragment): Fulfillment {
  const trackingNumber = parcel.trackingInfo[0]?.number || null;
  const leftByStatus = parcel.displayStatus !== null && translate(HAS_LEFT, parcel.displayStatus);
  const leftByTime = parcel.inTransitAt !== null || parcel.deliveredAt !== null;
  return {
    id: parcel.id,
    createdAt: readInstant(parcel.createdAt),
    cancelled: translate(PARCEL_IS_OFF, parcel.status),
    trackingNumber,
    carrierHasIt: trackingNumber === null || leftByStatus || leftByTime,
    lines: parcel.fulfillmentLineItems.nodes.map((line) => ({
      lineId: LineId.parse(line.lineItem.id),
      quantity: line.quantity ?? 0,
    })),
  };
}
