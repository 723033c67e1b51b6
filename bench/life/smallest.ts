/*
 * The smallest calls that a backorder's life can do with: each selects only what one decision needs. Their prices are
 * what the simulator charges them in the same shop, by the rule of docs/decisions/0036.
 */

export interface Decision {
  readonly what: string;
  readonly query: string;
}

const LINES =
  'lineItems(first: 10) { nodes { id currentQuantity variant { inventoryItem { id } } } }';
const PARTS = `fulfillmentOrders(first: 4) { nodes { id status assignedLocation { location { id } }
  lineItems(first: 10) { nodes { id remainingQuantity lineItem { id } } } } }`;

const ofOrder = (selection: string): string =>
  `query($id: ID!) { order(id: $id) { ${selection} } }`;

export const STOCK: Decision = {
  what: 'what is there of the item',
  query: `query($id: ID!) { inventoryItem(id: $id) { inventoryLevels(first: 10) { nodes { location { id }
    quantities(names: ["available", "on_hand", "committed"]) { name quantity } } } } }`,
};

export const SHORT: Decision = {
  what: 'whether the order is short, and what to hold',
  query: ofOrder(`createdAt cancelledAt sourceName test ${LINES} ${PARTS}`),
};

export const NOTICE: Decision = {
  what: 'whether and whom to tell',
  query: ofOrder(
    'cancelledAt email shippingAddress { firstName } lineItems(first: 10) { nodes { id title currentQuantity } }',
  ),
};

export const READY: Decision = {
  what: 'whether all that the order waits for is there',
  query: ofOrder(`cancelledAt ${LINES} ${PARTS}`),
};

export const MONEY: Decision = {
  what: 'what to capture of which authorization',
  query: ofOrder(`cancelledAt capturable currentTotalPriceSet { presentmentMoney { amount } }
    transactions(first: 250) { id kind status authorizationExpiresAt parentTransaction { id } }
    risk { recommendation } disputes { status }`),
};

export const LET_GO: Decision = {
  what: 'which hold to release',
  query: ofOrder(`cancelledAt displayFinancialStatus
    fulfillmentOrders(first: 4) { nodes { id status fulfillmentHolds { id handle } } }`),
};

export const SHIPPED: Decision = {
  what: 'whether it has shipped',
  query: ofOrder(
    'fulfillments(first: 250) { status trackingInfo { number } fulfillmentLineItems(first: 10) { nodes { quantity lineItem { id } } } }',
  ),
};

/** Mutations cost the same whatever they select of their payload's own objects. */
export const HOLD = 10;
export const CAPTURE = 20;
export const RELEASE = 10;
