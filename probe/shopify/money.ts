import { z } from 'zod';
import { operation } from './operation';

/* Orders and their money. */

const orderId = z.object({ order: z.object({ id: z.string(), name: z.string() }) });
const done = z.object({}).loose();

export const CREATE_ORDER = operation(
  orderId.transform(({ order }) => order),
  `mutation ProbeCreateOrder($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) { order { id name } userErrors { field message code } }
}`,
);

export const DELETE_ORDER = operation(
  done,
  `mutation ProbeDeleteOrder($id: ID!) {
  orderDelete(orderId: $id) { deletedId userErrors { field message code } }
}`,
);

export const CAPTURE = operation(
  z
    .object({ transaction: z.object({ id: z.string(), status: z.string() }) })
    .transform((p) => p.transaction),
  `mutation ProbeCapture($input: OrderCaptureInput!) {
  orderCapture(input: $input) { transaction { id status } userErrors { field message } }
}`,
);

export const VOID = operation(
  done,
  `mutation ProbeVoid($id: ID!) {
  transactionVoid(parentTransactionId: $id) { transaction { id } userErrors { field message code } }
}`,
);

export const CANCEL = operation(
  z.object({ job: z.object({ id: z.string() }).nullable() }),
  `mutation ProbeCancel($id: ID!, $restock: Boolean!, $refund: Boolean!) {
  orderCancel(
    orderId: $id, reason: OTHER, restock: $restock, notifyCustomer: false,
    refundMethod: { originalPaymentMethodsRefund: $refund }
  ) { job { id } orderCancelUserErrors { field message code } }
}`,
);

const REFUND_FIELDS = '{ refund { id } userErrors { field message } }';

export const REFUND = operation(
  done,
  `mutation ProbeRefund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) ${REFUND_FIELDS}
}`,
);

/** Without the key that Shopify requires: to read what it says. */
export const REFUND_WITHOUT_KEY = operation(
  done,
  `mutation ProbeRefundWithoutKey($input: RefundInput!) {
  refundCreate(input: $input) ${REFUND_FIELDS}
}`,
);

export const SUGGEST_REFUND = operation(
  z
    .object({
      suggestedRefund: z
        .object({ amountSet: z.object({ presentmentMoney: z.object({ amount: z.string() }) }) })
        .nullable(),
    })
    .transform(({ suggestedRefund }) =>
      Number(suggestedRefund?.amountSet.presentmentMoney.amount ?? 0),
    ),
  `query ProbeSuggestRefund($id: ID!, $lines: [RefundLineItemInput!]) {
  order(id: $id) {
    suggestedRefund(refundLineItems: $lines) { amountSet { presentmentMoney { amount } } }
  }
}`,
);

export const SEND_INVOICE = operation(
  done,
  `mutation ProbeSendInvoice($id: ID!) {
  orderInvoiceSend(id: $id) { order { id } userErrors { field message code } }
}`,
);

export const TERMS_TEMPLATES = operation(
  z.array(z.object({ id: z.string(), paymentTermsType: z.string() })),
  `query ProbeTermsTemplates {
  paymentTermsTemplates { id paymentTermsType }
}`,
);

export const CREATE_TERMS = operation(
  done,
  `mutation ProbeCreateTerms($id: ID!, $terms: PaymentTermsCreateInput!) {
  paymentTermsCreate(referenceId: $id, paymentTermsAttributes: $terms) {
    paymentTerms { id }
    userErrors { field message code }
  }
}`,
);

export const BEGIN_EDIT = operation(
  z
    .object({
      calculatedOrder: z.object({
        id: z.string(),
        lineItems: z.object({
          nodes: z.array(z.object({ id: z.string(), sku: z.string().nullable() })),
        }),
      }),
    })
    .transform(({ calculatedOrder: { id, lineItems } }) => ({ id, lines: lineItems.nodes })),
  `mutation ProbeBeginEdit($id: ID!) {
  orderEditBegin(id: $id) {
    calculatedOrder { id lineItems(first: 10) { nodes { id sku } } }
    userErrors { field message }
  }
}`,
);

export const SET_QUANTITY = operation(
  done,
  `mutation ProbeSetQuantity($id: ID!, $line: ID!, $quantity: Int!, $restock: Boolean!) {
  orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity, restock: $restock) {
    calculatedOrder { id }
    userErrors { field message }
  }
}`,
);

export const COMMIT_EDIT = operation(
  done,
  `mutation ProbeCommitEdit($id: ID!) {
  orderEditCommit(id: $id, notifyCustomer: false) { order { id } userErrors { field message } }
}`,
);
