/** The operations that these tests send, checked by the simulator against Shopify's own schema. */
export const ORDER = `query order($id: ID!) { order(id: $id) {
  id name createdAt processedAt cancelledAt cancelReason closedAt test confirmed email phone customerLocale tags sourceName updatedAt
  customer { id firstName displayName email locale } shippingAddress { countryCodeV2 provinceCode firstName city timeZone }
  displayFinancialStatus displayFulfillmentStatus capturable currencyCode presentmentCurrencyCode merchantEditable
  totalCapturableSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
  totalOutstandingSet { presentmentMoney { amount } } currentTotalPriceSet { presentmentMoney { amount } } totalReceivedSet { presentmentMoney { amount } }
  netPaymentSet { presentmentMoney { amount } } totalRefundedSet { presentmentMoney { amount } }
  channelInformation { displayName channelDefinition { handle } } risk { recommendation }
  paymentCollectionDetails { additionalPaymentCollectionUrl } disputes { id status }
  transactions(first: 10) { id kind status gateway processedAt errorCode authorizationExpiresAt multiCapturable manuallyCapturable parentTransaction { id } amountSet { presentmentMoney { amount } } totalUnsettledSet { presentmentMoney { amount } } }
  lineItems(first: 10) { nodes { id sku title quantity currentQuantity unfulfilledQuantity requiresShipping isGiftCard vendor
    variant { id sku inventoryPolicy inventoryItem { id tracked } product { tags } }
    originalUnitPriceSet { shopMoney { amount } } discountedUnitPriceAfterAllDiscountsSet { shopMoney { amount } } discountedTotalSet { shopMoney { amount } } product { tags } } }
  fulfillmentOrders(first: 5) { nodes { id status requestStatus supportedActions { action } assignedLocation { name location { id } }
    fulfillmentHolds { id handle heldByRequestingApp reason }
    lineItems(first: 10) { nodes { id lineItem { id sku } remainingQuantity totalQuantity inventoryItemId } } } }
  fulfillments(first: 5) { id status displayStatus createdAt trackingInfo { number } fulfillmentLineItems(first: 10) { nodes { quantity lineItem { id } } } events(first: 5) { nodes { status happenedAt } } }
  refunds(first: 5) { id totalRefundedSet { presentmentMoney { amount } } }
} }`;

export const HOLD = `mutation hold($id: ID!, $hold: FulfillmentOrderHoldInput!) { fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
  fulfillmentHold { id handle } fulfillmentOrder { id status lineItems(first: 5) { nodes { remainingQuantity } } } remainingFulfillmentOrder { id status lineItems(first: 5) { nodes { remainingQuantity } } } userErrors { field message code } } }`;

export const RELEASE = `mutation release($id: ID!, $holdIds: [ID!]) { fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) { fulfillmentOrder { id status fulfillmentHolds { id } } userErrors { code message } } }`;

export const CAPTURE = `mutation capture($input: OrderCaptureInput!) { orderCapture(input: $input) { transaction { id status kind errorCode } userErrors { field message } } }`;

export const VOID = `mutation void($id: ID!) { transactionVoid(parentTransactionId: $id) { transaction { id kind } userErrors { code message } } }`;

export const CANCEL = `mutation cancel($id: ID!) { orderCancel(orderId: $id, reason: INVENTORY, restock: true, refundMethod: { originalPaymentMethodsRefund: true }, notifyCustomer: false) {
  job { id done } jobResult { id done status } orderCancelUserErrors { code message } } }`;

export interface OrderView {
  displayFinancialStatus: string;
  displayFulfillmentStatus: string;
  cancelledAt: string | null;
  email: string | null;
  capturable: boolean;
  currentTotalPriceSet: { presentmentMoney: { amount: string } };
  totalCapturableSet: { presentmentMoney: { amount: string } };
  totalOutstandingSet: { presentmentMoney: { amount: string } };
  paymentCollectionDetails: { additionalPaymentCollectionUrl: string | null };
  transactions: {
    id: string;
    kind: string;
    status: string;
    errorCode: string | null;
    authorizationExpiresAt: string | null;
  }[];
  lineItems: {
    nodes: { id: string; sku: string; currentQuantity: number; unfulfilledQuantity: number }[];
  };
  fulfillmentOrders: {
    nodes: {
      id: string;
      status: string;
      supportedActions: { action: string }[];
      fulfillmentHolds: { id: string; handle: string | null; heldByRequestingApp: boolean }[];
      lineItems: { nodes: { id: string; remainingQuantity: number; inventoryItemId: string }[] };
    }[];
  };
}
