import type {
  HoldFulfillmentOrderMutation,
  HoldFulfillmentOrderMutationVariables,
  ReadHoldsQuery,
  ReadHoldsQueryVariables,
  ReleaseFulfillmentOrderMutation,
  ReleaseFulfillmentOrderMutationVariables,
} from '../generated/admin';
import { change, read } from './operation';

export const HOLD = change<
  HoldFulfillmentOrderMutation,
  HoldFulfillmentOrderMutationVariables
>(`#graphql
  mutation HoldFulfillmentOrder($id: ID!, $hold: FulfillmentOrderHoldInput!) {
    fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
      fulfillmentHold {
        id
      }
      userErrors {
        code
        message
      }
    }
  }`);

/** `holdIds` is required here though Shopify lets it be absent: it would then release the holds of other apps too. */
export const RELEASE = change<
  ReleaseFulfillmentOrderMutation,
  ReleaseFulfillmentOrderMutationVariables
>(`#graphql
  mutation ReleaseFulfillmentOrder($id: ID!, $holdIds: [ID!]!) {
    fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) {
      fulfillmentOrder {
        id
      }
      userErrors {
        code
        message
      }
    }
  }`);

export const READ_HOLDS = read<ReadHoldsQuery, ReadHoldsQueryVariables>(`#graphql
  query ReadHolds($id: ID!) {
    fulfillmentOrder(id: $id) {
      fulfillmentHolds {
        id
        handle
        heldByRequestingApp
      }
    }
  }`);
