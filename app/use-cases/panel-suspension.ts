import { isAway } from '../domain/absence';
import type { ShopId } from '../domain/ids';
import type { Acted, PanelSuspension } from '../domain/panel-view';
import type { Deps } from './deps';
import { DONE, refused } from './on-case';
import { planProbe } from './suspend';

/** What every page says while Shopify lets us do nothing for the shop; null otherwise. */
export function panelSuspension(deps: Deps, shopId: ShopId): Promise<PanelSuspension | null> {
  return deps.store.read(shopId, async (tx) => {
    const shop = await tx.loadShop();
    const absence = await tx.absence();
    if (shop === null || absence === null || !isAway(absence)) return null;
    const { cause, since } = absence;
    return { cause, since: since.toISOString(), timezone: shop.timezone };
  });
}

/** A person has seen to the cause: Shopify is asked now, not at the next interval. */
export function askAgain(deps: Deps, shopId: ShopId): Promise<Acted> {
  const now = deps.clock.now();
  return deps.store.transact(shopId, {}, async (tx) => {
    if (!isAway(await tx.absence())) return refused('Holdfast works in this store again.');
    await planProbe(tx, now);
    return DONE;
  });
}
