import { FulfillmentOrderId, LineId, LocationId } from '../../domain/ids';
import type { FulfillmentOrder } from '../../domain/order';
import type {
  DeliveryMethodType,
  FulfillmentOrderAction,
  FulfillmentOrderRequestStatus,
  FulfillmentOrderStatus,
  ReadRequestStatusQuery,
  RoutedLinesFragment,
  RoutedPartFragment,
} from './generated/admin';
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

/** A part with all of its lines. */
export type RoutedPart = RoutedPartFragment & {
  readonly lineItems: Pick<RoutedLinesFragment, 'nodes'>;
  /** Somebody has asked the service to give it back, and it has not answered. */
  readonly askedBack: boolean;
};

type Requested = Pick<RoutedPartFragment, 'requestStatus'> &
  Partial<NonNullable<ReadRequestStatusQuery['fulfillmentOrder']>>;

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

const REQUESTS: Readonly<Record<FulfillmentOrderRequestStatus, FulfillmentOrder['request']>> = {
  UNSUBMITTED: 'unsubmitted',
  SUBMITTED: 'submitted',
  ACCEPTED: 'accepted',
  REJECTED: 'rejected',
  CANCELLATION_REQUESTED: 'cancellation-requested',
  CANCELLATION_ACCEPTED: 'cancellation-accepted',
  CANCELLATION_REJECTED: 'cancellation-rejected',
  CLOSED: 'closed',
};

/** A carrier brings the parcel to a PICKUP_POINT; at PICK_UP the customer comes to the shop. */
const DELIVERIES: Readonly<Record<DeliveryMethodType, FulfillmentOrder['delivery']>> = {
  SHIPPING: 'shipping',
  PICKUP_POINT: 'shipping',
  PICK_UP: 'pickup',
  LOCAL: 'local',
  NONE: 'none',
  RETAIL: 'retail',
};

/**
 * Shopify still says ACCEPTED when it has just taken a request to give the part back. The newest request of the merchant
 * tells then; an answer to it changes the status.
 */
export function isAskedBack({ requestStatus, merchantRequests }: Requested): boolean {
  if (requestStatus === 'CANCELLATION_REQUESTED') return true;
  const newest = merchantRequests?.nodes.at(-1);
  return requestStatus === 'ACCEPTED' && newest?.kind === 'CANCELLATION_REQUEST';
}

export function readRoutedPart(part: RoutedPart): FulfillmentOrder {
  const { location } = part.assignedLocation;
  const offers = (wanted: FulfillmentOrderAction): boolean =>
    part.supportedActions.some(({ action }) => action === wanted);
  return {
    id: FulfillmentOrderId.parse(part.id),
    status: translate(ROUTED_STATUSES, part.status),
    locationId: location ? LocationId.parse(location.id) : null,
    canHold: offers('HOLD'),
    canRequestCancellation: offers('REQUEST_CANCELLATION'),
    cancellation: part.askedBack ? 'requested' : translate(CANCELLATIONS, part.requestStatus),
    request: translate(REQUESTS, part.requestStatus),
    canCancelRequest: offers('CANCEL_FULFILLMENT_ORDER'),
    cancellationAsked: part.askedBack,
    delivery: part.deliveryMethod ? translate(DELIVERIES, part.deliveryMethod.methodType) : null,
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
