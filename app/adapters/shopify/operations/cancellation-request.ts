import type {
  ReadRequestStatusQuery,
  ReadRequestStatusQueryVariables,
  RequestCancellationMutation,
  RequestCancellationMutationVariables,
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

export const READ_REQUEST_STATUS = read<
  ReadRequestStatusQuery,
  ReadRequestStatusQueryVariables
>(`#graphql
  query ReadRequestStatus($id: ID!) {
    fulfillmentOrder(id: $id) {
      requestStatus
    }
  }`);
