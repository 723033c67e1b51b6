/*
 * The pieces of an order that more than one read asks for. A line has a tax line for each authority that taxes it: state,
 * county, city and districts in the United States; eight are more than any address has that we know of.
 */

export const LINE = `#graphql
  fragment Line on LineItem {
    id
    title
    sku
    quantity
    currentQuantity
    requiresShipping
    isGiftCard
    discountedUnitPriceAfterAllDiscountsSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    priceAfterAllDiscountsBeforeTaxesSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    taxLines(first: 8) {
      priceSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
    variant {
      inventoryItem {
        id
        tracked
      }
    }
  }
  fragment Lines on LineItemConnection {
    nodes {
      ...Line
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;

export const PAYMENT = `#graphql
  fragment Payment on OrderTransaction {
    id
    kind
    status
    gateway
    createdAt
    processedAt
    authorizationExpiresAt
    shopifyPaymentsSet {
      extendedAuthorizationSet {
        standardAuthorizationExpiresAt
        extendedAuthorizationExpiresAt
      }
    }
    multiCapturable
    errorCode
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
`;

export const ROUTED_PART = `#graphql
  fragment RoutedPart on FulfillmentOrder {
    id
    status
    requestStatus
    assignedLocation {
      location {
        id
      }
    }
    supportedActions {
      action
    }
    deliveryMethod {
      methodType
    }
    fulfillmentHolds {
      id
      handle
      reason
      heldByRequestingApp
    }
  }
`;

export const ROUTED_LINES = `#graphql
  fragment RoutedLines on FulfillmentOrderLineItemConnection {
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
`;

export const PARCEL = `#graphql
  fragment Parcel on Fulfillment {
    id
    createdAt
    status
    displayStatus
    inTransitAt
    deliveredAt
    trackingInfo(first: 1) {
      number
    }
  }
`;

export const PARCEL_LINES = `#graphql
  fragment ParcelLines on FulfillmentLineItemConnection {
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
`;
