import type {
  ListParcelsQuery,
  ListParcelsQueryVariables,
  ReadOrderLinesQuery,
  ReadOrderLinesQueryVariables,
  ReadOrderPaymentsQuery,
  ReadOrderPaymentsQueryVariables,
  ReadOrderQuery,
  ReadOrderQueryVariables,
  ReadOrderRoutingQuery,
  ReadOrderRoutingQueryVariables,
  ReadParcelLinesQuery,
  ReadParcelLinesQueryVariables,
  ReadParcelQuery,
  ReadParcelQueryVariables,
  ReadRoutedLinesQuery,
  ReadRoutedLinesQueryVariables,
} from '../generated/admin';
import { read } from './operation';
import { LINE, PARCEL, PAYMENT, ROUTED_PART } from './order-parts';

/*
 * Most orders fit into `READ_ORDER` alone; what is longer than its first pages is read by the others. A test counts the
 * cost of each the dear way (an object is 1 point, a list its length times one element): about 960 for `READ_ORDER`,
 * below the 1,000 that Shopify allows a single query (shopify.dev/docs/api/usage/limits); unused points come back.
 *
 * `transactions` and `fulfillments` are plain lists without a cursor: their counts tell whether something is missing.
 * `updatedAt` tells whether the order changed between two pages.
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
      id
      name
      createdAt
      processedAt
      updatedAt
      cancelledAt
      displayFinancialStatus
      merchantEditable
      test
      sourceName
      capturable
      tags
      email
      phone
      customerLocale
      customer {
        firstName
      }
      shippingAddress {
        firstName
        countryCodeV2
        provinceCode
      }
      currentTotalPriceSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
      totalOutstandingSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
      totalCapturableSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
      totalRefundedSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
      disputes {
        status
      }
      risk {
        recommendation
        assessments {
          riskLevel
        }
      }
      paymentTerms {
        id
      }
      paymentCollectionDetails {
        additionalPaymentCollectionUrl
      }
      transactionsCount {
        count
      }
      transactions(first: 15) {
        ...Payment
      }
      lineItems(first: 10) {
        nodes {
          ...Line
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      fulfillmentOrders(first: 4) {
        nodes {
          ...RoutedPart
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      fulfillmentsCount {
        count
      }
      fulfillments(first: 4) {
        ...Parcel
      }
    }
  }
  ${PAYMENT}
  ${LINE}
  ${ROUTED_PART}
  ${PARCEL}`,
  MAY_BE_WITHHELD,
);

export const READ_ORDER_LINES = read<ReadOrderLinesQuery, ReadOrderLinesQueryVariables>(`#graphql
  query ReadOrderLines($id: ID!, $after: String) {
    order(id: $id) {
      updatedAt
      lineItems(first: 30, after: $after) {
        nodes {
          ...Line
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${LINE}`);

export const READ_ORDER_PAYMENTS = read<ReadOrderPaymentsQuery, ReadOrderPaymentsQueryVariables>(
  `#graphql
  query ReadOrderPayments($id: ID!) {
    order(id: $id) {
      updatedAt
      transactions(first: 150) {
        ...Payment
      }
    }
  }
  ${PAYMENT}`,
  MAY_BE_WITHHELD,
);

export const READ_ORDER_ROUTING = read<
  ReadOrderRoutingQuery,
  ReadOrderRoutingQueryVariables
>(`#graphql
  query ReadOrderRouting($id: ID!, $after: String) {
    order(id: $id) {
      updatedAt
      fulfillmentOrders(first: 10, after: $after) {
        nodes {
          ...RoutedPart
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${ROUTED_PART}`);

export const READ_ROUTED_LINES = read<ReadRoutedLinesQuery, ReadRoutedLinesQueryVariables>(`#graphql
  query ReadRoutedLines($id: ID!, $after: String) {
    fulfillmentOrder(id: $id) {
      lineItems(first: 100, after: $after) {
        nodes {
          id
          remainingQuantity
          lineItem {
            id
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }`);

export const LIST_PARCELS = read<ListParcelsQuery, ListParcelsQueryVariables>(`#graphql
  query ListParcels($id: ID!) {
    order(id: $id) {
      updatedAt
      fulfillments(first: 250) {
        id
      }
    }
  }`);

export const READ_PARCEL = read<ReadParcelQuery, ReadParcelQueryVariables>(`#graphql
  query ReadParcel($id: ID!) {
    fulfillment(id: $id) {
      ...Parcel
    }
  }
  ${PARCEL}`);

export const READ_PARCEL_LINES = read<ReadParcelLinesQuery, ReadParcelLinesQueryVariables>(`#graphql
  query ReadParcelLines($id: ID!, $after: String) {
    fulfillment(id: $id) {
      fulfillmentLineItems(first: 100, after: $after) {
        nodes {
          quantity
          lineItem {
            id
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }`);
