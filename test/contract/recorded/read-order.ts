import { z } from 'zod';

const bag = z
  .object({
    presentmentMoney: z.object({ amount: z.string() }),
    shopMoney: z.object({ amount: z.string() }),
  })
  .transform(({ presentmentMoney, shopMoney }) => ({
    amount: presentmentMoney.amount,
    shop: shopMoney.amount,
  }));
const BAG = '{ presentmentMoney { amount } shopMoney { amount } }';
const inPresentment = bag.transform(({ amount }) => amount);

const Transaction = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  gateway: z.string(),
  errorCode: z.string().nullable(),
  multiCapturable: z.boolean(),
  manuallyCapturable: z.boolean(),
  parentTransaction: z.object({ id: z.string(), kind: z.string(), status: z.string() }).nullable(),
  amountSet: bag,
});

const Line = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  quantity: z.number(),
  currentQuantity: z.number(),
  unfulfilledQuantity: z.number(),
  fulfillableQuantity: z.number(),
  refundableQuantity: z.number(),
});

const Part = z.object({
  id: z.string(),
  status: z.string(),
  requestStatus: z.string(),
  supportedActions: z
    .array(z.object({ action: z.string() }))
    .transform((actions) => actions.map(({ action }) => action)),
  fulfillmentHolds: z.array(z.object({ id: z.string(), handle: z.string().nullable() })),
  lineItems: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        remainingQuantity: z.number(),
        totalQuantity: z.number(),
        lineItem: z.object({ id: z.string(), sku: z.string().nullable() }),
      }),
    ),
  }),
});

const Order = z.object({
  order: z.object({
    id: z.string(),
    name: z.string(),
    closed: z.boolean(),
    cancelledAt: z.string().nullable(),
    cancelReason: z.string().nullable(),
    displayFinancialStatus: z.string().nullable(),
    displayFulfillmentStatus: z.string(),
    capturable: z.boolean(),
    canMarkAsPaid: z.boolean(),
    merchantEditable: z.boolean(),
    merchantEditableErrors: z.array(z.string()),
    paymentGatewayNames: z.array(z.string()),
    totalCapturableSet: inPresentment,
    totalOutstandingSet: inPresentment,
    totalReceivedSet: inPresentment,
    netPaymentSet: inPresentment,
    totalRefundedSet: inPresentment,
    totalPriceSet: inPresentment,
    currentTotalPriceSet: inPresentment,
    currentTotalTaxSet: inPresentment,
    paymentCollectionDetails: z.object({
      additionalPaymentCollectionUrl: z.string().nullable(),
    }),
    transactions: z.array(Transaction),
    lineItems: z.object({ nodes: z.array(Line) }),
    fulfillmentOrders: z.object({ nodes: z.array(Part) }),
  }),
});

const READ = `query ($id: ID!) { order(id: $id) {
  id name closed cancelledAt cancelReason displayFinancialStatus displayFulfillmentStatus capturable canMarkAsPaid
  merchantEditable merchantEditableErrors paymentGatewayNames
  totalCapturableSet ${BAG} totalOutstandingSet ${BAG} totalReceivedSet ${BAG} netPaymentSet ${BAG} totalRefundedSet ${BAG}
  totalPriceSet ${BAG} currentTotalPriceSet ${BAG} currentTotalTaxSet ${BAG}
  paymentCollectionDetails { additionalPaymentCollectionUrl }
  transactions(first: 20) { id kind status gateway errorCode multiCapturable manuallyCapturable amountSet ${BAG}
    parentTransaction { id kind status } }
  lineItems(first: 20) { nodes { id sku quantity currentQuantity unfulfilledQuantity fulfillableQuantity refundableQuantity } }
  fulfillmentOrders(first: 20) { nodes { id status requestStatus supportedActions { action } fulfillmentHolds { id handle }
    lineItems(first: 20) { nodes { id remainingQuantity totalQuantity lineItem { id sku } } } } }
} }`;

type Ask = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

/** Amounts are the customer's, as Shopify writes them ("12.5"); `status`, `outstanding` and so on are its fields. */
export async function readOrder(ask: Ask, id: string) {
  const { order } = Order.parse(await ask(READ, { id }));
  return {
    id: order.id,
    name: order.name,
    closed: order.closed,
    cancelled: order.cancelledAt !== null,
    cancelReason: order.cancelReason,
    status: order.displayFinancialStatus,
    fulfillmentStatus: order.displayFulfillmentStatus,
    capturable: order.capturable,
    canMarkAsPaid: order.canMarkAsPaid,
    editable: order.merchantEditable,
    editableErrors: order.merchantEditableErrors,
    gateways: order.paymentGatewayNames,
    totalCapturable: order.totalCapturableSet,
    outstanding: order.totalOutstandingSet,
    received: order.totalReceivedSet,
    net: order.netPaymentSet,
    refunded: order.totalRefundedSet,
    total: order.totalPriceSet,
    currentTotal: order.currentTotalPriceSet,
    currentTax: order.currentTotalTaxSet,
    link: order.paymentCollectionDetails.additionalPaymentCollectionUrl,
    transactions: order.transactions.map(({ amountSet, parentTransaction, ...transaction }) => ({
      ...transaction,
      parent: parentTransaction,
      amount: amountSet.amount,
      shopAmount: amountSet.shop,
    })),
    lines: order.lineItems.nodes,
    parts: order.fulfillmentOrders.nodes.map(({ supportedActions, lineItems, ...part }) => ({
      ...part,
      actions: supportedActions,
      lines: lineItems.nodes.map(({ lineItem, remainingQuantity, totalQuantity, ...line }) => ({
        id: line.id,
        lineItemId: lineItem.id,
        sku: lineItem.sku,
        remaining: remainingQuantity,
        total: totalQuantity,
      })),
    })),
  };
}

export type ReadOrder = Awaited<ReturnType<typeof readOrder>>;
