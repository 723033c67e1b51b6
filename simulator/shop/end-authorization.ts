import { isPositive, subtract } from '../world/money';
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
  if (
    parent.kind !== 'AUTHORIZATION' ||
    parent.ended !== null ||
    isPositive(takenFrom(order, parent))
  ) {
    throw new Refusal('Transaction cannot be voided', 'AUTH_NOT_VOIDABLE', ['parentTransactionId']);
  }
  if (parent.status !== 'SUCCESS')
    throw new Refusal('Parent authorization was not successful', 'AUTH_NOT_SUCCESSFUL', [
      'parentTransactionId',
    ]);
  parent.ended = 'voided';
  const transaction = addTransaction(world, shop, order, {
    kind: 'VOID',
    amount: parent.amount,
    parentId,
    by,
    ledgerKind: 'void',
  });
  orderChanged(world, shop, order);
  return transaction;
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
