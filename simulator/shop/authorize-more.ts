import { bagOfPresentment, compare, isPositive, subtract, ZERO } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Order, Shop, Transaction } from '../world/types';
import type { World } from '../world/world';
import { accounts, hasPending } from './accounting';
import { addTransaction, paidOrChanged } from './transactions';

/**
 * The customer pays for what came on top (an upsell after checkout, an edit) where the shop doesn't charge at once: an
 * authorization of its own beside the first, with a time of its own.
 */
export function authorizeMore(
  world: World,
  shop: Shop,
  order: Order,
  wish: { amount?: string | undefined; gateway?: string | undefined },
): Transaction {
  if (order.cancelledAt !== null) throw new Refusal('The order was cancelled');
  if (hasPending(order)) throw new Refusal('A payment of this order is still pending');
  const { outstanding, capturable } = accounts(order, shop);
  const covered = shop.switches.outstandingExcludesAuthorized ? ZERO : capturable;
  const uncovered = subtract(outstanding, covered);
  const amount =
    wish.amount === undefined ? uncovered : bagOfPresentment(wish.amount, order, uncovered);
  if (!isPositive(amount) || compare(amount, uncovered) > 0)
    throw new Refusal('There is not that much left to authorize');
  const authorization = addTransaction(world, shop, order, {
    kind: 'AUTHORIZATION',
    amount,
    gateway: wish.gateway ?? order.gateway,
    by: 'customer',
    ledgerKind: 'authorization',
    detail: { how: 'later' },
  });
  paidOrChanged(world, shop, order);
  return authorization;
}
