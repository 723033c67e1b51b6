import type {
  FindOrderOfQuery,
  FindOrderOfQueryVariables,
  ListChangedOrdersQuery,
  ListChangedOrdersQueryVariables,
  ListOpenOrdersQuery,
  ListOpenOrdersQueryVariables,
  ReadAccessQuery,
  ReadAccessQueryVariables,
  ReadShopQuery,
  ReadShopQueryVariables,
  ReadStockQuery,
  ReadStockQueryVariables,
  ReadUpdatedAtQuery,
  ReadUpdatedAtQueryVariables,
} from '../generated/admin';
import { read } from './operation';

export const READ_SHOP = read<ReadShopQuery, ReadShopQueryVariables>(`#graphql
  query ReadShop {
    shop {
      name
      ianaTimezone
      currencyCode
      email
    }
  }`);

export const READ_ACCESS = read<ReadAccessQuery, ReadAccessQueryVariables>(`#graphql
  query ReadAccess {
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }`);

/** The cheapest question about an order: whether it has changed since it was read as a whole. */
export const READ_UPDATED_AT = read<ReadUpdatedAtQuery, ReadUpdatedAtQueryVariables>(`#graphql
  query ReadUpdatedAt($id: ID!) {
    order(id: $id) {
      updatedAt
    }
  }`);

/** `on_hand` is the sum of the other states but `incoming` (shopify.dev, "Inventory states"). */
export const READ_STOCK = read<ReadStockQuery, ReadStockQueryVariables>(`#graphql
  query ReadStock($id: ID!, $after: String) {
    inventoryItem(id: $id) {
      inventoryLevels(first: 50, after: $after) {
        nodes {
          location {
            id
          }
          quantities(
            names: ["available", "on_hand", "committed", "reserved", "damaged", "safety_stock", "quality_control"]
          ) {
            name
            quantity
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }`);

export const FIND_ORDER_OF = read<FindOrderOfQuery, FindOrderOfQueryVariables>(`#graphql
  query FindOrderOf($id: ID!) {
    fulfillmentOrder(id: $id) {
      order {
        id
      }
    }
  }`);

/**
 * What is not fully fulfilled yet. Named by what it isn't: `unfulfilled` and `partial` would leave out the orders that
 * Shopify shows as on hold, scheduled or in progress, and those use stock too.
 */
export const OPEN_ORDERS = 'status:open -fulfillment_status:fulfilled';

export const LIST_OPEN_ORDERS = read<ListOpenOrdersQuery, ListOpenOrdersQueryVariables>(`#graphql
  query ListOpenOrders($query: String!, $after: String) {
    orders(first: 100, after: $after, query: $query, sortKey: CREATED_AT) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }`);

/** In Shopify's search syntax, where a time has to be in quotes. */
export const changedSince = (since: Date): string => `updated_at:>='${since.toISOString()}'`;

export const LIST_CHANGED_ORDERS = read<
  ListChangedOrdersQuery,
  ListChangedOrdersQueryVariables
>(`#graphql
  query ListChangedOrders($query: String!, $after: String) {
    orders(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes {
        id
        updatedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }`);
