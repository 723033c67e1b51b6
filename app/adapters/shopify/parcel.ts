import { LineId } from '../../domain/ids';
import type { Fulfillment } from '../../domain/order';
import type {
  FulfillmentDisplayStatus,
  FulfillmentStatus,
  ParcelFragment,
  ParcelLinesFragment,
} from './generated/admin';
import { readInstant } from './instants';
import { translate } from './translate';

/** A parcel with all of its lines. */
export type Parcel = ParcelFragment & {
  readonly fulfillmentLineItems: Pick<ParcelLinesFragment, 'nodes'>;
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

/** Without a tracking number no carrier will ever speak, so such a fulfillment counts as gone. */
export function readParcel(parcel: Parcel): Fulfillment {
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
