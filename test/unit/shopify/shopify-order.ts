import type { LineFragment, PaymentFragment } from '../../../app/adapters/shopify/generated/admin';
import type { WholeOrder } from '../../../app/adapters/shopify/order-snapshot';
import type { Parcel } from '../../../app/adapters/shopify/parcel';
import type { RoutedPart } from '../../../app/adapters/shopify/routed-part';

/* Replies as Shopify's schema describes them, made by hand; each test changes what it is about. */

export const euros = (amount: string) => ({
  presentmentMoney: { amount, currencyCode: 'EUR' as const },
});

export function aLine(change: Partial<LineFragment> = {}): LineFragment {
  return {
    id: 'gid://shopify/LineItem/11',
    title: 'Kettle',
    sku: 'KETTLE-1',
    quantity: 3,
    currentQuantity: 2,
    requiresShipping: true,
    isGiftCard: false,
    discountedUnitPriceAfterAllDiscountsSet: euros('19.9'),
    priceAfterAllDiscountsBeforeTaxesSet: euros('39.8'),
    taxLines: [{ priceSet: euros('11.94') }],
    variant: { inventoryItem: { id: 'gid://shopify/InventoryItem/21', tracked: true } },
    ...change,
  };
}

export function aPayment(change: Partial<PaymentFragment> = {}): PaymentFragment {
  return {
    id: 'gid://shopify/OrderTransaction/31',
    kind: 'AUTHORIZATION',
    status: 'SUCCESS',
    gateway: 'shopify_payments',
    createdAt: '2026-03-01T10:00:00Z',
    processedAt: '2026-03-01T10:00:01Z',
    authorizationExpiresAt: null,
    shopifyPaymentsSet: null,
    multiCapturable: false,
    errorCode: null,
    amountSet: euros('59.7'),
    parentTransaction: null,
    ...change,
  };
}

export function aRoutedPart(change: Partial<RoutedPart> = {}): RoutedPart {
  return {
    id: 'gid://shopify/FulfillmentOrder/41',
    status: 'OPEN',
    requestStatus: 'UNSUBMITTED',
    assignedLocation: { location: { id: 'gid://shopify/Location/51' } },
    supportedActions: [{ action: 'CREATE_FULFILLMENT' }, { action: 'HOLD' }],
    deliveryMethod: { methodType: 'SHIPPING' },
    askedBack: false,
    fulfillmentHolds: [],
    lineItems: {
      nodes: [
        {
          id: 'gid://shopify/FulfillmentOrderLineItem/71',
          remainingQuantity: 2,
          lineItem: { id: 'gid://shopify/LineItem/11' },
        },
      ],
    },
    ...change,
  };
}

export function aParcel(change: Partial<Parcel> = {}): Parcel {
  return {
    id: 'gid://shopify/Fulfillment/61',
    createdAt: '2026-03-02T09:00:00Z',
    status: 'SUCCESS',
    displayStatus: 'LABEL_PRINTED',
    inTransitAt: null,
    deliveredAt: null,
    trackingInfo: [{ number: '1Z999' }],
    fulfillmentLineItems: {
      nodes: [{ quantity: 1, lineItem: { id: 'gid://shopify/LineItem/11' } }],
    },
    ...change,
  };
}

export function anOrder(
  head: Partial<WholeOrder['head']> = {},
  parts: Partial<Omit<WholeOrder, 'head'>> = {},
): WholeOrder {
  return {
    head: {
      id: 'gid://shopify/Order/1',
      name: '#1001',
      createdAt: '2026-03-01T10:00:00Z',
      processedAt: '2026-03-01T11:00:00+01:00',
      updatedAt: '2026-03-01T10:05:00Z',
      cancelledAt: null,
      displayFinancialStatus: 'AUTHORIZED',
      merchantEditable: true,
      test: false,
      sourceName: 'web',
      capturable: false,
      tags: ['vip'],
      email: 'anna@example.com',
      phone: null,
      customerLocale: 'de-AT',
      customer: { firstName: 'Anna' },
      shippingAddress: { firstName: 'Otto', countryCodeV2: 'AT', provinceCode: null },
      currentTotalPriceSet: euros('59.7'),
      totalOutstandingSet: euros('0.0'),
      totalCapturableSet: euros('0.0'),
      totalRefundedSet: euros('0.0'),
      disputes: [],
      risk: { recommendation: 'ACCEPT', assessments: [] },
      paymentTerms: null,
      paymentCollectionDetails: { additionalPaymentCollectionUrl: null },
      ...head,
    },
    lines: [aLine()],
    payments: [aPayment()],
    routed: [aRoutedPart()],
    parcels: [],
    ...parts,
  };
}
