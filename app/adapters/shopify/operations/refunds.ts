import type {
  RefundOrderMutation,
  RefundOrderMutationVariables,
  SuggestRefundQuery,
  SuggestRefundQueryVariables,
} from '../generated/admin';
import { change, read } from './operation';

/** Shopify's own reckoning of what units are worth, and which payments it would give it back to. */
export const SUGGEST_REFUND = read<SuggestRefundQuery, SuggestRefundQueryVariables>(`#graphql
  query SuggestRefund($id: ID!, $lines: [RefundLineItemInput!]!) {
    order(id: $id) {
      suggestedRefund(refundLineItems: $lines, refundShipping: false) {
        suggestedTransactions {
          amountSet {
            presentmentMoney {
              amount
              currencyCode
            }
          }
          parentTransaction {
            id
          }
        }
      }
    }
  }`);

/** Shopify demands the key since 2026-04: the same call with the same key gives back once. */
export const REFUND = change<RefundOrderMutation, RefundOrderMutationVariables>(`#graphql
  mutation RefundOrder($input: RefundInput!, $key: String!) {
    refundCreate(input: $input) @idempotent(key: $key) {
      refund {
        id
        transactions(first: 20) {
          nodes {
            status
            errorCode
          }
        }
      }
      userErrors {
        message
      }
    }
  }`);
