import { z } from 'zod';
import { operation } from './operation';

const money = z.object({ presentmentMoney: z.object({ amount: z.string() }) });
const amount = money.transform((set) => Number(set.presentmentMoney.amount));
const nodes = <T>(node: z.ZodType<T>) =>
  z.object({ nodes: z.array(node) }).transform((connection) => connection.nodes);

const FulfillmentOrder = z.object({
  id: z.string(),
  status: z.string(),
  requestStatus: z.string(),
  supportedActions: z
    .array(z.object({ action: z.string() }))
    .transform((list) => list.map(({ action }) => action)),
  fulfillmentHolds: z.array(z.object({ id: z.string() })),
  assignedLocation: z.object({
    location: z.object({ id: z.string(), name: z.string() }).nullable(),
  }),
  merchantRequests: nodes(z.object({ kind: z.string() })),
  lineItems: nodes(
    z.object({
      id: z.string(),
      sku: z.string().nullable(),
      remainingQuantity: z.number(),
      totalQuantity: z.number(),
    }),
  ),
});
export type FulfillmentOrder = z.infer<typeof FulfillmentOrder>;

const Order = z.object({
  id: z.string(),
  name: z.string(),
  displayFinancialStatus: z.string().nullable(),
  displayFulfillmentStatus: z.string().nullable(),
  capturable: z.boolean(),
  cancelledAt: z.string().nullable(),
  merchantEditable: z.boolean(),
  merchantEditableErrors: z.array(z.string()),
  totalCapturableSet: amount,
  totalOutstandingSet: amount,
  paymentCollectionDetails: z.object({ additionalPaymentCollectionUrl: z.string().nullable() }),
  transactions: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      status: z.string(),
      gateway: z.string().nullable(),
      multiCapturable: z.boolean(),
      amountSet: amount,
    }),
  ),
  lineItems: nodes(
    z.object({
      id: z.string(),
      sku: z.string().nullable(),
      quantity: z.number(),
      currentQuantity: z.number(),
      unfulfilledQuantity: z.number(),
    }),
  ),
  fulfillments: z.array(z.object({ id: z.string(), status: z.string() })),
  fulfillmentOrders: nodes(FulfillmentOrder),
});
export type Order = z.infer<typeof Order>;

const MONEY = '{ presentmentMoney { amount } }';

/** Everything that a question may ask about an order. */
export const READ_ORDER = operation(
  Order,
  `query ProbeReadOrder($id: ID!) {
  order(id: $id) {
    id name displayFinancialStatus displayFulfillmentStatus capturable cancelledAt
    merchantEditable merchantEditableErrors
    totalCapturableSet ${MONEY}
    totalOutstandingSet ${MONEY}
    paymentCollectionDetails { additionalPaymentCollectionUrl }
    transactions(first: 30) { id kind status gateway multiCapturable amountSet ${MONEY} }
    lineItems(first: 10) { nodes { id sku quantity currentQuantity unfulfilledQuantity } }
    fulfillments(first: 10) { id status }
    fulfillmentOrders(first: 20) {
      nodes {
        id status requestStatus
        supportedActions { action }
        fulfillmentHolds { id }
        assignedLocation { location { id name } }
        merchantRequests(first: 5) { nodes { kind } }
        lineItems(first: 10) { nodes { id sku remainingQuantity totalQuantity } }
      }
    }
  }
}`,
);

export const FIND_ORDER = operation(
  nodes(z.object({ id: z.string(), name: z.string() })),
  `query ProbeFindOrder($query: String!) {
  orders(first: 5, query: $query) { nodes { id name } }
}`,
);
