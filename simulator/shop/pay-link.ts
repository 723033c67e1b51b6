import { isPositive, subtract, ZERO } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Actor, Order, Shop, Transaction } from '../world/types';
import type { World } from '../world/world';
import { accounts, hasPending, lostAuthorization } from './accounting';
import { settle } from './capture';
import { addTransaction, paidOrChanged } from './transactions';

/** The customer follows the payment link, or the merchant says that the money came. */
export function payOutstanding(
  world: World,
  shop: Shop,
  order: Order,
  how: 'link' | 'marked',
  by: Actor,
  gateway?: string,
): Transaction {
  const waiting = order.transactions.find(
    (t) => t.status === 'PENDING' && (t.kind === 'SALE' || t.kind === 'AUTHORIZATION'),
  );
  if (how === 'marked' && waiting) {
    settle(world, shop, order, waiting, 'SUCCESS', null);
    return waiting;
  }
  const { outstanding } = accounts(order, shop);
  if (order.cancelledAt !== null) throw new Refusal('The order was cancelled');
  if (how === 'link' && paymentUrl(world, shop, order) === null)
    throw new Refusal('There is nothing to pay by link');
  if (!isPositive(outstanding)) throw new Refusal('Nothing is outstanding');
  const paid = addTransaction(world, shop, order, {
    kind: 'SALE',
    amount: outstanding,
    gateway: gateway ?? (how === 'marked' ? 'manual' : order.gateway),
    by,
    ledgerKind: 'payment',
    detail: { how },
  });
  paidOrChanged(world, shop, order);
  return paid;
}

/**
 * Never for money that an open authorization covers; after a loss of the authorization only if the shop's switches say
 * so, one for every order and one for those with payment terms.
 */
export function paymentUrl(world: World, shop: Shop, order: Order): string | null {
  const { outstanding, capturable } = accounts(order, shop);
  const uncovered = subtract(
    outstanding,
    shop.switches.outstandingExcludesAuthorized ? ZERO : capturable,
  );
  const { voidedPayable, termsPayable } = shop.switches;
  const lost = lostAuthorization(order) && !isPositive(capturable);
  if (lost && !voidedPayable && !(order.paymentTerms !== null && termsPayable)) return null;
  if (order.cancelledAt !== null || hasPending(order) || !isPositive(uncovered)) return null;
  return `${world.settings.publicUrl}/pay/${order.token}`;
}
