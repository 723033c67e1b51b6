import type { ShopId } from '../domain/ids';
import type { Acted } from '../domain/panel-view';
import { canDismiss, type NoticeKind } from '../domain/shop-notice';
import type { Deps } from './deps';
import { DONE, refused } from './on-case';
import { planReconcile } from './reconcile';

/** A person has read it, or has seen to its cause: what ends by itself is looked into at once. */
export function settleNotice(deps: Deps, shopId: ShopId, kind: NoticeKind): Promise<Acted> {
  const now = deps.clock.now();
  return deps.store.transact(shopId, {}, async (tx) => {
    if ((await tx.loadShop()) === null) return refused('The shop is not installed.');
    if (canDismiss(kind)) await tx.dismissNotice(kind, now);
    else if (kind === 'old-orders-hidden')
      await tx.addTasks([{ shop: shopId, body: { kind: 'refresh-shop' }, dueAt: now }]);
    else await planReconcile(tx, now);
    return DONE;
  });
}
