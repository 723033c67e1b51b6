import { z } from 'zod';
import type { Json, Store } from './store';

/* Orders in the states that the facts about money begin with, and the calls that they make. */

export const SKU = 'LAMP';

export interface AuthorizedWish {
  readonly price?: string;
  readonly quantity?: number;
  /** Of POST /_sim/shops. */
  readonly shop?: Json;
  /** Of POST /_sim/orders. */
  readonly order?: Json;
}

/** An open order in a store of its own, paid as the store's way to capture says: authorized unless the wish says otherwise. */
export async function authorized(store: Store, wish: AuthorizedWish = {}): Promise<string> {
  await store.open(wish.shop);
  await store.product(SKU, 5, { price: wish.price ?? '25.00' });
  return store.order([{ sku: SKU, quantity: wish.quantity ?? 1 }], wish.order);
}

export async function authorizationOf(store: Store, orderId: string): Promise<string> {
  const { transactions } = await store.read(orderId);
  const found = transactions.find(({ kind }) => kind === 'AUTHORIZATION');
  if (!found) throw new Error('The order has no authorization');
  return found.id;
}

const UserErrors = z.array(
  z.object({
    field: z.array(z.string()).nullable(),
    message: z.string(),
    code: z.string().nullish(),
  }),
);

const Voided = z.object({
  transactionVoid: z.object({
    transaction: z.looseObject({}).nullable(),
    userErrors: UserErrors,
  }),
});

const VOID = `mutation ($id: ID!) { transactionVoid(parentTransactionId: $id) {
  transaction { id kind status gateway amountSet { presentmentMoney { amount } } parentTransaction { id kind status } }
  userErrors { field message code } } }`;

export const voidOf = async (store: Store, id: string) =>
  Voided.parse(await store.ask(VOID, { id })).transactionVoid;
