import { PAYMENT } from './order-parts';

/** The longest list that Shopify gives at once. */
export const LONGEST = 250;

/**
 * An order without its lines, its fulfillment orders and its parcels. `transactions` is a plain list without a cursor: it
 * costs one element, however many come.
 */
export const ORDER_HEAD = `#graphql
  fragment OrderHead on Order {
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
    transactions(first: 250) {
      ...Payment
    }
  }
  ${PAYMENT}
`;
