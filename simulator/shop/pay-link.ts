import { isPositive, subtract } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Actor, Bag, Order, Shop, Transaction } from '../world/types';
import type { World } from '../world/world';
import { accounts, hasPending, lostAuthorization } from './accounting';
import { addTransaction, paidOrChanged } from './transactions';

/** The customer pays what is owed, by the order's payment link or by the button in the mail of an invoice. */
export function payOutstanding(
  world: World,
  shop: Shop,
  order: Order,
  by: Actor,
  gateway?: string,
  status: 'SUCCESS' | 'PENDING' = 'SUCCESS',
): Transaction {
  const outstanding = uncoveredOf(shop, order);
  if (order.cancelledAt !== null) throw new Refusal('The order was cancelled');
  if (paymentUrl(world, shop, order) === null && !(order.invoiced && isOwed(shop, order)))
    throw new Refusal('There is nothing to pay by link');
  const paid = addTransaction(world, shop, order, {
    kind: 'SALE',
    status,
    amount: outstanding,
    gateway: gateway ?? order.gateway,
    by,
    ledgerKind: 'payment',
    detail: { how: 'link' },
  });
  paidOrChanged(world, shop, order);
  return paid;
}

/** What is outstanding and no open authorization covers. */
function uncoveredOf(shop: Shop, order: Order): Bag {
  const { outstanding, capturable } = accounts(order, shop);
  return shop.switches.outstandingExcludesAuthorized
    ? outstanding
    : subtract(outstanding, capturable);
}

/** Something is owed that no open authorization covers, and nothing is on its way. */
export function isOwed(shop: Shop, order: Order): boolean {
  return order.cancelledAt === null && !hasPending(order) && isPositive(uncoveredOf(shop, order));
}

/**
 * Never for money that an open authorization covers; after a loss of the authorization only if the shop's switches say
 * so, one for every order and one for those with payment terms.
 */
export function paymentUrl(world: World, shop: Shop, order: Order): string | null {
  const { voidedPayable, termsPayable } = shop.switches;
  const lost = lostAuthorization(order) && !isPositive(accounts(order, shop).capturable);
  if (lost && !voidedPayable && !(order.paymentTerms !== null && termsPayable)) return null;
  if (!isOwed(shop, order)) return null;
  return `${world.settings.publicUrl}/pay/${order.token}`;
}
