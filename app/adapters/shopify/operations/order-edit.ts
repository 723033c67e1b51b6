import type {
  BeginOrderEditMutation,
  BeginOrderEditMutationVariables,
  CommitOrderEditMutation,
  CommitOrderEditMutationVariables,
  SetEditedQuantityMutation,
  SetEditedQuantityMutationVariables,
} from '../generated/admin';
import { change, rehearse } from './operation';

/** Counted dearly 250 lines cost about 260 points. */
export const BEGIN_EDIT = rehearse<
  BeginOrderEditMutation,
  BeginOrderEditMutationVariables
>(`#graphql
  mutation BeginOrderEdit($id: ID!) {
    orderEditBegin(id: $id) {
      calculatedOrder {
        id
        lineItems(first: 250) {
          nodes {
            id
            quantity
          }
          pageInfo {
            hasNextPage
          }
        }
      }
      userErrors {
        message
      }
    }
  }`);

export const SET_QUANTITY = rehearse<
  SetEditedQuantityMutation,
  SetEditedQuantityMutationVariables
>(`#graphql
  mutation SetEditedQuantity($editId: ID!, $lineId: ID!, $quantity: Int!) {
    orderEditSetQuantity(id: $editId, lineItemId: $lineId, quantity: $quantity, restock: true) {
      calculatedLineItem {
        id
        quantity
      }
      userErrors {
        message
      }
    }
  }`);

export const COMMIT_EDIT = change<
  CommitOrderEditMutation,
  CommitOrderEditMutationVariables
>(`#graphql
  mutation CommitOrderEdit($editId: ID!, $note: String!) {
    orderEditCommit(id: $editId, notifyCustomer: false, staffNote: $note) {
      order {
        id
      }
      userErrors {
        message
      }
    }
  }`);
