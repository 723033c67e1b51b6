import type { ShopId } from '../domain/ids';
import type { Tx } from '../ports';
import type { Deps } from './deps';
import { lookSoon } from './intents';
import { knockAgain } from './settings-changed';

const ALL_ORDERS = 'read_all_orders';

/** Whether orders older than 60 days can be seen, by the scopes that the merchant granted. */
export async function mayReadAllOrders(deps: Deps, shop: ShopId): Promise<boolean> {
  return (await deps.shopify.readAccess(shop)).scopes.includes(ALL_ORDERS);
}

export async function noteOldOrders(tx: Tx, areSeen: boolean, now: Date): Promise<void> {
  await (areSeen ? tx.endNotice('old-orders-hidden') : tx.raiseNotice('old-orders-hidden', now));
}

/** Orders can be read again: what stood still meanwhile goes on. */
export async function ordersAreBack(tx: Tx, now: Date): Promise<void> {
  const notices = await tx.notices();
  if (!notices.some(({ kind }) => kind === 'no-order-access')) return;
  await tx.endNotice('no-order-access');
  for (const orderId of await tx.openCases()) {
    await knockAgain(tx, orderId, now);
    await lookSoon(tx, orderId, now);
  }
}
