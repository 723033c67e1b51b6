/* The pieces of an order that more than one read asks for. */

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
    variant {
      inventoryItem {
        id
        tracked
      }
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
    assignedLocation {
      location {
        id
      }
    }
    supportedActions {
      action
    }
    fulfillmentHolds {
      id
      handle
      reason
      heldByRequestingApp
    }
    lineItems(first: 20) {
      nodes {
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
    fulfillmentLineItems(first: 20) {
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
`;
