import type {
  CancelOrderMutation,
  CancelOrderMutationVariables,
  CaptureOrderMutation,
  CaptureOrderMutationVariables,
  ReadCancellationQuery,
  ReadCancellationQueryVariables,
  VoidTransactionMutation,
  VoidTransactionMutationVariables,
} from '../generated/admin';
import { change, read } from './operation';

/* None of these takes an idempotency key: what became of a call that broke off is read from the order. */

export const CAPTURE = change<CaptureOrderMutation, CaptureOrderMutationVariables>(`#graphql
  mutation CaptureOrder($input: OrderCaptureInput!) {
    orderCapture(input: $input) {
      transaction {
        id
        status
        errorCode
      }
      userErrors {
        message
      }
    }
  }`);

export const VOID = change<VoidTransactionMutation, VoidTransactionMutationVariables>(`#graphql
  mutation VoidTransaction($id: ID!) {
    transactionVoid(parentTransactionId: $id) {
      transaction {
        id
        status
        errorCode
      }
      userErrors {
        code
        message
      }
    }
  }`);

export const CANCEL = change<CancelOrderMutation, CancelOrderMutationVariables>(`#graphql
  mutation CancelOrder($id: ID!, $reason: OrderCancelReason!, $restock: Boolean!, $note: String!) {
    orderCancel(
      orderId: $id
      reason: $reason
      restock: $restock
      notifyCustomer: false
      refundMethod: { originalPaymentMethodsRefund: true }
      staffNote: $note
    ) {
      job {
        id
      }
      jobResult {
        id
        done
        status
        errors {
          code
          message
        }
      }
      orderCancelUserErrors {
        code
        message
      }
    }
  }`);

/** The job behind a cancellation, by the id of its result (Shopify 2026-10). */
export const READ_CANCELLATION = read<
  ReadCancellationQuery,
  ReadCancellationQueryVariables
>(`#graphql
  query ReadCancellation($id: ID!) {
    node(id: $id) {
      ... on OrderCancelJobResult {
        id
        done
        status
        errors {
          code
          message
        }
      }
    }
  }`);
