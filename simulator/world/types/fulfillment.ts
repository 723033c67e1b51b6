import type { Actor } from './people';

/* What is to be shipped, and what was. */

export interface Hold {
  id: string;
  handle: string | null;
  externalId: string | null;
  reason: string;
  reasonNotes: string | null;
  by: Actor;
  createdAt: string;
}

export interface FulfillmentOrderLine {
  id: string;
  lineId: string;
  total: number;
  remaining: number;
}

export type RequestStatus =
  | 'UNSUBMITTED'
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'REJECTED'
  | 'CANCELLATION_REQUESTED'
  | 'CANCELLATION_ACCEPTED'
  | 'CANCELLATION_REJECTED'
  | 'CLOSED';

/** What the merchant asked a fulfillment service: to ship, or to give the goods back. */
export interface MerchantRequest {
  id: string;
  kind: 'FULFILLMENT_REQUEST' | 'CANCELLATION_REQUEST';
  message: string | null;
  requestOptions: Record<string, unknown>;
  sentAt: string;
  /** The service has not said yes or no. */
  open: boolean;
}

export type DeliveryMethodType =
  'LOCAL' | 'NONE' | 'PICKUP_POINT' | 'PICK_UP' | 'RETAIL' | 'SHIPPING';

export interface FulfillmentOrder {
  id: string;
  orderId: string;
  locationId: string;
  status: 'OPEN' | 'IN_PROGRESS' | 'CANCELLED' | 'CLOSED' | 'INCOMPLETE' | 'SCHEDULED' | 'ON_HOLD';
  requestStatus: RequestStatus;
  lines: FulfillmentOrderLine[];
  holds: Hold[];
  requests: MerchantRequest[];
  delivery: DeliveryMethodType;
  /** IN_PROGRESS because somebody reported progress, not because a part of it has shipped. */
  progressReported: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface FulfillmentEvent {
  id: string;
  status: string;
  happenedAt: string;
  message: string | null;
}

export interface Fulfillment {
  id: string;
  name: string;
  orderId: string;
  locationId: string;
  status: 'SUCCESS' | 'CANCELLED';
  lines: { id: string; lineId: string; fulfillmentOrderId: string; quantity: number }[];
  tracking: { company: string | null; number: string | null; url: string | null }[];
  notified: boolean;
  events: FulfillmentEvent[];
  createdAt: string;
  updatedAt: string;
}
