import { isPositive, least, subtract } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Actor, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { accounts, capturableOf, isLive } from './accounting';
import { capture, settle } from './capture';
import { addTransaction, paidOrChanged } from './transactions';

/** A payment at checkout that the provider, or the customer, has not finished. */
const waitingOf = (order: Order) =>
  order.transactions.find(
    (t) => t.status === 'PENDING' && (t.kind === 'SALE' || t.kind === 'AUTHORIZATION'),
  );

/**
 * "An order can be marked as paid only if it has a positive outstanding balance"; an open authorization counts, since it
 * is what the call captures (schema of orderMarkAsPaid).
 */
export function canMarkAsPaid(shop: Shop, order: Order): boolean {
  if (order.cancelledAt !== null) return false;
  const { outstanding, capturable } = accounts(order, shop);
  return isPositive(outstanding) || isPositive(capturable);
}

/** The merchant says that the money came: an open authorization is captured, and a sale by hand is added for the rest. */
export function markAsPaid(
  world: World,
  shop: Shop,
  order: Order,
  by: Actor,
  gateway = 'manual',
): void {
  const waiting = waitingOf(order);
  if (waiting) return settle(world, shop, order, waiting, 'SUCCESS', null);
  if (!canMarkAsPaid(shop, order))
    throw new Refusal('Order cannot be marked as paid.', null, ['id']);
  for (const authorization of order.transactions.filter(isLive)) {
    const { currentTotal, net } = accounts(order, shop);
    const owed = least(capturableOf(order, authorization), subtract(currentTotal, net));
    if (!isPositive(owed)) continue;
    capture(world, shop, order, {
      parentTransactionId: authorization.id,
      amount: owed.presentment,
      by,
    });
  }
  const { outstanding } = accounts(order, shop);
  if (!isPositive(outstanding)) return;
  addTransaction(world, shop, order, {
    kind: 'SALE',
    amount: outstanding,
    gateway,
    by,
    ledgerKind: 'payment',
    detail: { how: 'marked' },
  });
  paidOrChanged(world, shop, order);
}
