import { z } from 'zod';
import type { Json, Store } from './store';

/* Orders in the states that the facts about money begin with, and the calls that they make. */

export const SKU = 'LAMP';

export interface OrderWish {
  readonly price?: string;
  readonly quantity?: number;
  /** Of POST /_sim/shops. */
  readonly shop?: Json;
  /** Of POST /_sim/orders. */
  readonly order?: Json;
}

/** An open order in a store of its own. Its payment is authorized, with a gateway that captures at once. */
export async function authorized(store: Store, wish: OrderWish = {}): Promise<string> {
  await store.open(wish.shop);
  await store.product(SKU, 5, { price: wish.price ?? '25.00' });
  const order = { gateway: 'paypal', ...wish.order };
  return store.order([{ sku: SKU, quantity: wish.quantity ?? 1 }], order);
}

/** The same with its price paid at checkout. */
export const paid = (store: Store, wish: OrderWish = {}): Promise<string> =>
  authorized(store, { ...wish, shop: { captureMode: 'checkout', ...wish.shop } });

/** An order that an app or a draft order made: it owes its price and has no transaction. */
export const unpaid = (store: Store, wish: OrderWish = {}): Promise<string> =>
  authorized(store, { ...wish, order: { payment: 'none', ...wish.order } });

/** The id of the first transaction of a kind. */
export async function transactionOf(store: Store, orderId: string, kind: string): Promise<string> {
  const { transactions } = await store.read(orderId);
  const found = transactions.find((transaction) => transaction.kind === kind);
  if (!found) throw new Error(`The order has no ${kind}`);
  return found.id;
}

export const authorizationOf = (store: Store, orderId: string): Promise<string> =>
  transactionOf(store, orderId, 'AUTHORIZATION');

export async function lineOf(store: Store, orderId: string): Promise<string> {
  const [line] = (await store.read(orderId)).lines;
  if (!line) throw new Error('The order has no line');
  return line.id;
}

/** A gid of that type that no store has. */
export const missing = (type: string): string => `gid://shopify/${type}/999999999999999999`;

const Payload = z.record(
  z.string(),
  z.looseObject({
    userErrors: z.array(
      z.looseObject({ field: z.array(z.string()).nullable(), message: z.string() }),
    ),
  }),
);

/** The payload of a mutation with one field. */
export async function payloadOf(store: Store, mutation: string, variables: Json) {
  const [payload] = Object.values(Payload.parse(await store.ask(mutation, variables)));
  if (!payload) throw new Error('The mutation has no payload');
  return payload;
}

const ROW = `id kind status gateway errorCode
  amountSet { shopMoney { amount } presentmentMoney { amount } } parentTransaction { id kind status }`;

const CAPTURE = `mutation ($input: OrderCaptureInput!) { orderCapture(input: $input) {
  transaction { ${ROW} } userErrors { field message } } }`;

/** Captures from the order's authorization; `input` may name another parent, amount or currency. */
export async function capture(store: Store, orderId: string, input: Json = {}) {
  const parentTransactionId = input.parentTransactionId ?? (await authorizationOf(store, orderId));
  return payloadOf(store, CAPTURE, {
    input: { id: orderId, amount: '25.00', ...input, parentTransactionId },
  });
}

const VOID = `mutation ($id: ID!) { transactionVoid(parentTransactionId: $id) {
  transaction { ${ROW} } userErrors { field message code } } }`;

export const voidOf = (store: Store, id: string) => payloadOf(store, VOID, { id });

const CANCEL = `mutation ($orderId: ID!, $restock: Boolean!, $refund: Boolean, $refundMethod: OrderCancelRefundMethodInput, $staffNote: String) {
  orderCancel(orderId: $orderId, reason: OTHER, restock: $restock, refund: $refund, refundMethod: $refundMethod, staffNote: $staffNote) {
    job { id done } jobResult { id done status errors { code message } }
    orderCancelUserErrors { field message code } userErrors { field message } } }`;

export const cancel = (store: Store, orderId: string, more: Json = {}) =>
  payloadOf(store, CANCEL, { orderId, restock: true, ...more });

const REFUND = `mutation ($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) {
  refund { id note totalRefundedSet { presentmentMoney { amount } }
    refundLineItems(first: 5) { nodes { quantity restockType restocked } }
    transactions(first: 5) { nodes { ${ROW} } } }
  order { id displayFinancialStatus totalRefundedSet { presentmentMoney { amount } } }
  userErrors { field message } } }`;

let keys = 0;

/** Refunds under a key of its own, unless one is named. */
export const refund = (store: Store, orderId: string, input: Json, key?: string) =>
  payloadOf(store, REFUND, { input: { orderId, ...input }, key: key ?? `key-${(keys += 1)}` });

/** The money part of a refund: from the order's sale, or from what `more` names. */
export async function fromSale(store: Store, orderId: string, amount: string, more: Json = {}) {
  const parentId = await transactionOf(store, orderId, 'SALE');
  const part = { orderId, parentId, amount, kind: 'REFUND', gateway: 'paypal', ...more };
  return { transactions: [part] };
}
