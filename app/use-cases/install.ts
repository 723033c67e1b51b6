import { addMs, HOUR } from '../domain/calendar';
import type { OrderId, ShopId } from '../domain/ids';
import { Settings } from '../domain/settings';
import { NoAccess } from '../errors';
import type { Tx, Work } from '../ports';
import type { Deps } from './deps';
import { lookSoon } from './intents';
import { planReconcile, shareInTurn } from './reconcile';
import { knockAgain } from './settings-changed';
import { mayReadAllOrders, noteOldOrders } from './shop-notices';

/**
 * A person opened the app and Shopify gave us a token.
 * - orders from before the install get no mail and no capture: they only stand in the queue;
 * - after a reinstall the open cases are picked up where they were, and what was unsaid of those that are over is said;
 * - a shop that is installed already is only refreshed.
 */
export async function installShop(deps: Deps, shopId: ShopId): Promise<void> {
  const facts = await deps.shopify.readShop(shopId);
  const now = deps.clock.now();
  await deps.store.transact(shopId, {}, async (tx) => {
    const before = await tx.loadShop();
    const isNew = before === null || before.uninstalledAt !== null;
    await tx.saveShop({
      ...facts,
      installedAt: isNew ? now : before.installedAt,
      uninstalledAt: null,
    });
    if (!isNew) return;
    await tx.addTasks([{ shop: shopId, body: { kind: 'take-in-orders' }, dueAt: now }]);
    await planReconcile(tx, addMs(now, HOUR));
    if (before !== null) await forgetShares(tx, before.settings.feedLocations, now);
    for (const orderId of [...(await tx.openCases()), ...(await tx.unsaidCases())])
      await resume(tx, orderId, now);
  });
}

/**
 * Of what came and went while the app was away nobody told us: nothing is here before the stock was read again (P1). Only
 * who was found short at a feed's location stays so, since that ends by someone's word alone.
 */
async function forgetShares(tx: Tx, feeds: readonly string[], now: Date): Promise<void> {
  const items = await tx.itemsInDemand({ waitedFor: false });
  for (const itemId of items) {
    const rows = await tx.demandOfItem(itemId);
    const isDoubted = ({ locationId, allocated, quantity }: (typeof rows)[number]): boolean =>
      locationId !== null && feeds.includes(locationId) && (allocated ?? 0) < quantity;
    await tx.setAllocated(
      rows.filter((row) => !isDoubted(row)).map((row) => ({ ...row, allocated: null })),
    );
  }
  await shareInTurn(tx, items, now);
}

/** An uninstall took the tasks away: what was planned or unclear then is seen to its end. */
async function resume(tx: Tx, orderId: OrderId, now: Date): Promise<void> {
  await knockAgain(tx, orderId, now);
  await lookSoon(tx, orderId, now);
}

/** The orders that are open at install take their places in the queue, a page at a time. */
export async function takeInOrders(deps: Deps, work: Work, cursor: string | null): Promise<void> {
  const { shop } = work.claim;
  const page = await deps.shopify.listOpenOrders(shop, cursor);
  await work.finish({}, async (tx) => {
    for (const orderId of page.ids) await resume(tx, orderId, work.now);
    if (page.next !== null)
      await tx.addTasks([
        { shop, body: { kind: 'take-in-orders', cursor: page.next }, dueAt: work.now },
      ]);
  });
}

/** Name, zone and currency may have changed, and so may our scopes. */
export async function refreshShop(deps: Deps, work: Work): Promise<void> {
  const { shop: shopId } = work.claim;
  const facts = await deps.shopify.readShop(shopId);
  const seesAll = await mayReadAllOrders(deps, shopId);
  await work.finish({}, async (tx) => {
    const shop = await tx.loadShop();
    if (shop === null) return;
    await tx.saveShop({
      ...facts,
      installedAt: shop.installedAt,
      uninstalledAt: shop.uninstalledAt,
    });
    await noteOldOrders(tx, seesAll, work.now);
  });
}

/**
 * The app was removed: every task and mail stops and the tokens are forgotten. The records stay until Shopify asks for
 * their redaction, so that a reinstall picks up. A late delivery that arrives after a reinstall changes nothing.
 */
export async function uninstallShop(deps: Deps, work: Work): Promise<void> {
  const { shop: shopId } = work.claim;
  if (await letsUsIn(deps, shopId)) return;
  await deps.tokens.forget(shopId);
  await work.keep({}, async (tx) => {
    const shop = await tx.loadShop();
    if (shop === null) return;
    const { settings: _settings, id: _id, ...rest } = shop;
    await tx.saveShop({ ...rest, uninstalledAt: shop.uninstalledAt ?? work.now });
  });
  await deps.store.dropTasks(shopId);
}

/** Asks with the shop's own token. Throws when Shopify can't be reached, so that nothing is concluded from that. */
export async function letsUsIn(deps: Deps, shop: ShopId): Promise<boolean> {
  try {
    await deps.shopify.readShop(shop);
    return true;
  } catch (error) {
    if (error instanceof NoAccess) return false;
    throw error;
  }
}

/** What a new shop starts with: the mode that the operator chose, every other setting at its default. */
export function settingsOfNewShop(mode: Settings['mode']): Settings {
  return Settings.parse({ mode });
}
