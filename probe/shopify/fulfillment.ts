import { z } from 'zod';
import { operation } from './operation';

/* Fulfillment orders: holds, requests to a fulfillment service, parcels. */

const done = z.object({}).loose();
const named = z.object({ id: z.string() });

export const HOLD = operation(
  z.object({
    fulfillmentHold: named.nullable(),
    fulfillmentOrder: named.nullable(),
    remainingFulfillmentOrder: named.nullable(),
  }),
  `mutation ProbeHold($id: ID!, $hold: FulfillmentOrderHoldInput!) {
  fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
    fulfillmentHold { id }
    fulfillmentOrder { id }
    remainingFulfillmentOrder { id }
    userErrors { field message code }
  }
}`,
);

export const RELEASE = operation(
  z.object({ fulfillmentOrder: named.nullable() }),
  `mutation ProbeRelease($id: ID!, $holds: [ID!]) {
  fulfillmentOrderReleaseHold(id: $id, holdIds: $holds) {
    fulfillmentOrder { id }
    userErrors { field message code }
  }
}`,
);

export const SUBMIT_REQUEST = operation(
  done,
  `mutation ProbeSubmitRequest($id: ID!) {
  fulfillmentOrderSubmitFulfillmentRequest(id: $id, notifyCustomer: false) {
    submittedFulfillmentOrder { id }
    userErrors { field message }
  }
}`,
);

export const TAKE_BACK_REQUEST = operation(
  z.object({ fulfillmentOrder: named.nullable(), replacementFulfillmentOrder: named.nullable() }),
  `mutation ProbeTakeBackRequest($id: ID!) {
  fulfillmentOrderCancel(id: $id) {
    fulfillmentOrder { id }
    replacementFulfillmentOrder { id }
    userErrors { field message }
  }
}`,
);

export const ACCEPT_REQUEST = operation(
  done,
  `mutation ProbeAcceptRequest($id: ID!) {
  fulfillmentOrderAcceptFulfillmentRequest(id: $id) { fulfillmentOrder { id } userErrors { field message } }
}`,
);

export const ASK_BACK = operation(
  z
    .object({ fulfillmentOrder: z.object({ id: z.string(), requestStatus: z.string() }) })
    .transform(({ fulfillmentOrder }) => fulfillmentOrder.requestStatus),
  `mutation ProbeAskBack($id: ID!) {
  fulfillmentOrderSubmitCancellationRequest(id: $id) {
    fulfillmentOrder { id requestStatus }
    userErrors { field message }
  }
}`,
);

export const GIVE_BACK = operation(
  done,
  `mutation ProbeGiveBack($id: ID!) {
  fulfillmentOrderAcceptCancellationRequest(id: $id) { fulfillmentOrder { id } userErrors { field message } }
}`,
);

export const SHIP = operation(
  z.object({ fulfillment: named }).transform(({ fulfillment }) => fulfillment),
  `mutation ProbeShip($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } userErrors { field message } }
}`,
);

export const CANCEL_PARCEL = operation(
  done,
  `mutation ProbeCancelParcel($id: ID!) {
  fulfillmentCancel(id: $id) { fulfillment { id } userErrors { field message } }
}`,
);
