import type {
  ReadLongOrderQuery,
  ReadLongOrderQueryVariables,
  ReadOrderLinesQuery,
  ReadOrderLinesQueryVariables,
  ReadOrderQuery,
  ReadOrderQueryVariables,
  ReadOrderRoutingQuery,
  ReadOrderRoutingQueryVariables,
  ReadParcelLinesQuery,
  ReadParcelLinesQueryVariables,
  ReadRoutedLinesQuery,
  ReadRoutedLinesQueryVariables,
} from '../generated/admin';
import { read } from './operation';
import { ORDER_HEAD } from './order-head';
import { LINE, PARCEL, PARCEL_LINES, ROUTED_LINES, ROUTED_PART } from './order-parts';

/*
 * Most orders fit into `READ_ORDER`, which asks for few points. What is longer is read by `READ_LONG_ORDER`, as a whole and
 * at one moment: it takes any order of up to 250 lines in 20 fulfillment orders. The others page through what is longer still.
 *
 * `fulfillments` is a plain list without a cursor: it costs one element, however many come. `updatedAt` tells whether the
 * order changed between two pages.
 */

/**
 * Customer data needs Shopify's approval, payment terms an optional scope, what Shopify Payments adds the plan Plus; the
 * order is true without them.
 */
const MAY_BE_WITHHELD = [
  'order.email',
  'order.phone',
  'order.customerLocale',
  'order.customer',
  'order.shippingAddress',
  'order.paymentTerms',
  'order.transactions.authorizationExpiresAt',
  'order.transactions.shopifyPaymentsSet',
];

export const READ_ORDER = read<ReadOrderQuery, ReadOrderQueryVariables>(
  `#graphql
  query ReadOrder($id: ID!) {
    order(id: $id) {
      ...OrderHead
      lineItems(first: 10) {
        ...Lines
      }
      fulfillmentOrders(first: 4) {
        nodes {
          ...RoutedPart
          lineItems(first: 10) {
            ...RoutedLines
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      fulfillments(first: 250) {
        ...Parcel
        fulfillmentLineItems(first: 10) {
          ...ParcelLines
        }
      }
    }
  }
  ${ORDER_HEAD}
  ${LINE}
  ${ROUTED_PART}
  ${ROUTED_LINES}
  ${PARCEL}
  ${PARCEL_LINES}`,
  MAY_BE_WITHHELD,
);

export const READ_LONG_ORDER = read<ReadLongOrderQuery, ReadLongOrderQueryVariables>(
  `#graphql
  query ReadLongOrder($id: ID!) {
    order(id: $id) {
      ...OrderHead
      lineItems(first: 250) {
        ...Lines
      }
      fulfillmentOrders(first: 20) {
        nodes {
          ...RoutedPart
          lineItems(first: 250) {
            ...RoutedLines
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      fulfillments(first: 250) {
        ...Parcel
        fulfillmentLineItems(first: 250) {
          ...ParcelLines
        }
      }
    }
  }
  ${ORDER_HEAD}
  ${LINE}
  ${ROUTED_PART}
  ${ROUTED_LINES}
  ${PARCEL}
  ${PARCEL_LINES}`,
  MAY_BE_WITHHELD,
);

export const READ_ORDER_LINES = read<ReadOrderLinesQuery, ReadOrderLinesQueryVariables>(`#graphql
  query ReadOrderLines($id: ID!, $after: String) {
    order(id: $id) {
      updatedAt
      lineItems(first: 250, after: $after) {
        ...Lines
      }
    }
  }
  ${LINE}`);

export const READ_ORDER_ROUTING = read<
  ReadOrderRoutingQuery,
  ReadOrderRoutingQueryVariables
>(`#graphql
  query ReadOrderRouting($id: ID!, $after: String) {
    order(id: $id) {
      updatedAt
      fulfillmentOrders(first: 20, after: $after) {
        nodes {
          ...RoutedPart
          lineItems(first: 250) {
            ...RoutedLines
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${ROUTED_PART}
  ${ROUTED_LINES}`);

export const READ_ROUTED_LINES = read<ReadRoutedLinesQuery, ReadRoutedLinesQueryVariables>(`#graphql
  query ReadRoutedLines($id: ID!, $after: String) {
    fulfillmentOrder(id: $id) {
      lineItems(first: 250, after: $after) {
        ...RoutedLines
      }
    }
  }
  ${ROUTED_LINES}`);

export const READ_PARCEL_LINES = read<ReadParcelLinesQuery, ReadParcelLinesQueryVariables>(`#graphql
  query ReadParcelLines($id: ID!, $after: String) {
    fulfillment(id: $id) {
      fulfillmentLineItems(first: 250, after: $after) {
        ...ParcelLines
      }
    }
  }
  ${PARCEL_LINES}`);
