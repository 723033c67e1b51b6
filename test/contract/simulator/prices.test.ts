import { getOperationAST, parse } from 'graphql';
import { actualCost, requestedCost } from '../../../simulator/admin/cost';
import { loadAdminSchema } from '../../../simulator/admin/schema';

/*
 * Prices that Shopify took for calls of these shapes on a real development store (API 2025-01 and 2026-04), on data of our
 * own: what was asked for, and what was taken in the end.
 */

const X = { id: '1' };
const times = (n: number, of: object = X): object[] => Array.from({ length: n }, () => of);
const nodes = (n: number, of: object = X) => ({ nodes: times(n, of) });

const PART = `supportedActions { action } assignedLocation { location { id } }
  fulfillmentHolds { id heldByApp { id } } lineItems(first: 5) { nodes { lineItem { id } } }`;
const SHORT_PART = `supportedActions { action } fulfillmentHolds { id heldByApp { id } }
  lineItems(first: 5) { nodes { lineItem { id } } }`;
const LINE = { lineItem: X };
const part = (more: object = {}) => ({
  supportedActions: times(4),
  assignedLocation: { location: X },
  fulfillmentHolds: [],
  lineItems: nodes(1, LINE),
  ...more,
});
const ORDER_OF_50 = `{ order(id: "1") { lineItems(first: 50) { nodes { variant { id } } } } }`;
const PARTS_OF_5 = `mutation { orderCreate(order: {}) { order { fulfillmentOrders(first: 5) { nodes {
  lineItems(first: 5) { nodes { lineItem { id } } } } } } userErrors { message } } }`;
const CAPTURE = `mutation { orderCapture(input: {}) { transaction { id parentTransaction { id } amountSet {
  shopMoney { amount } } } userErrors { message } } }`;
const REFUND = `mutation { refundCreate(input: {}) @idempotent(key: "k") { refund { id transactions(first: 5) {
  nodes { id amountSet { shopMoney { amount } } } } } order { id } userErrors { message } } }`;
const CLOSE = `mutation { fulfillmentOrderClose(id: "1") { fulfillmentOrder { ${PART} } userErrors { message } } }`;
const HOLD = `mutation { fulfillmentOrderHold(id: "1", fulfillmentHold: {}) { fulfillmentHold { id }
  fulfillmentOrder { ${SHORT_PART} } remainingFulfillmentOrder { ${SHORT_PART} } userErrors { message } } }`;
const BACK = `mutation { fulfillmentOrderCancel(id: "1") { fulfillmentOrder { ${PART} }
  replacementFulfillmentOrder { ${PART} } userErrors { message } } }`;
const MERGE = `mutation { fulfillmentOrderMerge(fulfillmentOrderMergeInputs: []) { fulfillmentOrderMerges {
  fulfillmentOrder { lineItems(first: 10) { nodes { id } } } } userErrors { message } } }`;
const TERMS = `mutation { paymentTermsCreate(referenceId: "1", paymentTermsAttributes: {}) { paymentTerms { id
  paymentSchedules(first: 2) { nodes { id } pageInfo { hasNextPage } } } userErrors { message } } }`;
const CANCEL = `mutation { orderCancel(orderId: "1", reason: OTHER, restock: true) { job { id } userErrors { message } } }`;
const PROGRESS = `mutation { fulfillmentOrderReportProgress(id: "1") { fulfillmentOrder { lineItems(first: 5) {
  nodes { id } } } userErrors { message } } }`;
const PARCEL = `mutation { fulfillmentCreate(fulfillment: {}) { fulfillment { trackingInfo { number }
  fulfillmentLineItems(first: 5) { nodes { lineItem { id } } } } userErrors { message } } }`;
const READ_PART = `{ fulfillmentOrder(id: "1") { ${PART} } }`;
const terms = (n: number) => ({
  paymentTermsCreate: { paymentTerms: { paymentSchedules: nodes(n) } },
});

const RECORDED: readonly (readonly [string, string, object, number, number])[] = [
  [
    'an order with 1 of 50 lines',
    ORDER_OF_50,
    { order: { lineItems: nodes(1, { variant: X }) } },
    17,
    4,
  ],
  [
    'an order with 2 of 50 lines',
    ORDER_OF_50,
    { order: { lineItems: nodes(2, { variant: X }) } },
    17,
    4,
  ],
  [
    'an order with 3 of 50 lines',
    ORDER_OF_50,
    { order: { lineItems: nodes(3, { variant: X }) } },
    17,
    4,
  ],
  ['an order that is not there', ORDER_OF_50, { order: null }, 17, 1],
  ['7 of 20 orders', '{ orders(first: 20) { nodes { id } } }', { orders: nodes(7) }, 7, 4],
  [
    'a full page of 10',
    '{ locations(first: 10) { nodes { id } } }',
    { locations: nodes(10) },
    6,
    6,
  ],
  [
    'no terms',
    '{ order(id: "1") { paymentTerms { id } } }',
    { order: { paymentTerms: null } },
    2,
    2,
  ],
  [
    'empty lists',
    '{ order(id: "1") { customer { id } transactions { id } } }',
    { order: { customer: null, transactions: [] } },
    3,
    3,
  ],
  [
    'an empty page, as dear as a full one',
    '{ order(id: "1") { refunds { id } returns(first: 5) { nodes { id } pageInfo { hasNextPage } } transactions { id } } }',
    { order: { refunds: [], returns: nodes(0), transactions: times(1) } },
    8,
    8,
  ],
  [
    'a variant that is not there',
    '{ productVariant(id: "1") { inventoryItem { id } product { title } } }',
    { productVariant: null },
    3,
    1,
  ],
  ['a capture', CAPTURE, { orderCapture: { transaction: { parentTransaction: X } } }, 21, 21],
  ['a capture that is refused', CAPTURE, { orderCapture: { transaction: null } }, 21, 20],
  ['a refund', REFUND, { refundCreate: { refund: { transactions: nodes(1) }, order: X } }, 25, 23],
  ['a refund that is refused', REFUND, { refundCreate: { refund: null, order: X } }, 25, 20],
  ['a cancellation', CANCEL, { orderCancel: { job: X } }, 10, 10],
  ['a cancellation that is refused', CANCEL, { orderCancel: { job: null } }, 10, 10],
  [
    'a hold',
    HOLD,
    {
      fulfillmentOrderHold: {
        fulfillmentHold: X,
        fulfillmentOrder: part({ fulfillmentHolds: times(3, { heldByApp: null }) }),
        remainingFulfillmentOrder: null,
      },
    },
    32,
    17,
  ],
  [
    'a hold that is refused',
    HOLD,
    {
      fulfillmentOrderHold: {
        fulfillmentHold: null,
        fulfillmentOrder: null,
        remainingFulfillmentOrder: null,
      },
    },
    32,
    10,
  ],
  ['a hold on what is gone', HOLD, { fulfillmentOrderHold: null }, 32, 10],
  ['a part that is closed', CLOSE, { fulfillmentOrderClose: { fulfillmentOrder: part() } }, 23, 18],
  [
    'a part that can not be closed',
    CLOSE,
    { fulfillmentOrderClose: { fulfillmentOrder: null } },
    23,
    10,
  ],
  [
    'a request taken back',
    BACK,
    {
      fulfillmentOrderCancel: {
        fulfillmentOrder: part({ supportedActions: [], lineItems: nodes(0) }),
        replacementFulfillmentOrder: part(),
      },
    },
    36,
    27,
  ],
  [
    'a request that can not be taken back',
    BACK,
    { fulfillmentOrderCancel: { fulfillmentOrder: null, replacementFulfillmentOrder: null } },
    36,
    10,
  ],
  [
    'a merge',
    MERGE,
    {
      fulfillmentOrderMerge: {
        fulfillmentOrderMerges: [{ fulfillmentOrder: { lineItems: nodes(1) } }],
      },
    },
    17,
    14,
  ],
  [
    'a merge that is refused',
    MERGE,
    { fulfillmentOrderMerge: { fulfillmentOrderMerges: null } },
    17,
    10,
  ],
  ['terms without a schedule', TERMS, terms(0), 13, 13],
  ['terms with a schedule', TERMS, terms(1), 13, 13],
  [
    'progress',
    PROGRESS,
    { fulfillmentOrderReportProgress: { fulfillmentOrder: { lineItems: nodes(1) } } },
    15,
    13,
  ],
  [
    'a parcel',
    PARCEL,
    {
      fulfillmentCreate: {
        fulfillment: { trackingInfo: times(1), fulfillmentLineItems: nodes(1, LINE) },
      },
    },
    19,
    15,
  ],
  ['a part', READ_PART, { fulfillmentOrder: part() }, 14, 9],
  [
    'an order with a part',
    PARTS_OF_5,
    { orderCreate: { order: { fulfillmentOrders: nodes(1, { lineItems: nodes(1, LINE) }) } } },
    39,
    16,
  ],
];

describe('the price of a call', () => {
  const { schema } = loadAdminSchema();

  it.each(RECORDED)('%s', (_name, text, data, requested, actual) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is no operation');
    const priced = { schema, document, operation, variables: {} };
    expect({ requested: requestedCost(priced), actual: actualCost(priced, data) }).toEqual({
      requested,
      actual,
    });
  });

  it('counts a page by its variable, and fragments where they are spread', () => {
    const document = parse(
      'query($n: Int) { order(id: "1") { ...L } } fragment L on Order { lineItems(first: $n) { nodes { id } } }',
    );
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is no operation');
    const price = (n: number) => requestedCost({ schema, document, operation, variables: { n } });
    expect([1, 10, 50, 100, 250].map(price)).toEqual([4, 7, 10, 12, 14]);
  });
});
