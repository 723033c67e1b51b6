import type {
  ReadRequestStatusQuery,
  ReadRequestStatusQueryVariables,
  RequestCancellationMutation,
  RequestCancellationMutationVariables,
  TakeBackRequestMutation,
  TakeBackRequestMutationVariables,
} from '../generated/admin';
import { change, read } from './operation';

export const REQUEST_CANCELLATION = change<
  RequestCancellationMutation,
  RequestCancellationMutationVariables
>(`#graphql
  mutation RequestCancellation($id: ID!, $message: String!) {
    fulfillmentOrderSubmitCancellationRequest(id: $id, message: $message) {
      fulfillmentOrder {
        id
      }
      userErrors {
        message
      }
    }
  }`);

/**
 * What became of a request to a fulfillment service. Shopify still says ACCEPTED when it has just taken a request to give
 * the goods back; only `merchantRequests` shows it then. That list costs points even when it is empty.
 */
export const READ_REQUEST_STATUS = read<
  ReadRequestStatusQuery,
  ReadRequestStatusQueryVariables
>(`#graphql
  query ReadRequestStatus($id: ID!) {
    fulfillmentOrder(id: $id) {
      status
      requestStatus
      merchantRequests(last: 1) {
        nodes {
          kind
        }
      }
    }
  }`);

/** For a request that was not accepted yet: Shopify ends it at once (schema 2026-10, `fulfillmentOrderCancel`). */
export const TAKE_BACK_REQUEST = change<
  TakeBackRequestMutation,
  TakeBackRequestMutationVariables
>(`#graphql
  mutation TakeBackRequest($id: ID!) {
    fulfillmentOrderCancel(id: $id) {
      replacementFulfillmentOrder {
        id
      }
      userErrors {
        code
        message
      }
    }
  }`);
