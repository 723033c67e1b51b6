import { isPositive, subtract, ZERO } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Actor, Order, Shop, Transaction } from '../world/types';
import type { World } from '../world/world';
import { takenFrom } from './accounting';
import { orderChanged } from './changed';
import { addTransaction } from './transactions';

export function voidAuthorization(
  world: World,
  shop: Shop,
  order: Order,
  parentId: string,
  by: Actor,
): Transaction {
  const parent = order.transactions.find((t) => t.id === parentId);
  if (!parent)
    throw new Refusal(
      'Transaction does not exist',
      'TRANSACTION_NOT_FOUND',
      ['parentTransactionId'],
      404,
    );
  if (parent.kind !== 'AUTHORIZATION' || parent.status !== 'SUCCESS')
    throw new Refusal(
      'Parent transaction must be a successful authorization',
      'AUTH_NOT_SUCCESSFUL',
      ['parentTransactionId'],
    );
  if (parent.ended !== null || isPositive(takenFrom(order, parent)))
    throw new Refusal(
      'Parent transaction require a parent_id referring to a voidable transaction',
      'AUTH_NOT_VOIDABLE',
      ['parentTransactionId'],
    );
  const transaction = release(world, shop, order, parent, by);
  orderChanged(world, shop, order);
  return transaction;
}

/** Ends an authorization. Its VOID has no amount; the ledger says how much the customer has back. */
export function release(
  world: World,
  shop: Shop,
  order: Order,
  parent: Transaction,
  by: Actor,
  detail: Record<string, unknown> = {},
): Transaction {
  parent.ended = 'voided';
  return addTransaction(world, shop, order, {
    kind: 'VOID',
    amount: ZERO,
    ledgerAmount: parent.amount,
    gateway: parent.gateway,
    parentId: parent.id,
    by,
    ledgerKind: 'void',
    detail,
  });
}

/** The window has closed: whatever was not captured is the customer's again. */
export function lapse(world: World, shop: Shop, order: Order, transactionId: string): void {
  const t = order.transactions.find((candidate) => candidate.id === transactionId);
  if (!t || t.ended !== null) return;
  const lost = subtract(t.amount, takenFrom(order, t));
  t.ended = 'expired';
  world.ledger.append({
    shop: shop.domain,
    kind: 'lapse',
    by: 'shopify',
    orderId: order.id,
    target: t.id,
    money: { bag: lost, currency: order.presentmentCurrency },
  });
  if (shop.switches.updatedAtExpiry) orderChanged(world, shop, order);
  else order.updatedAt = world.clock.iso();
}
