import { comingBack, confirmsUninstall, isAway } from '../domain/absence';
import { addMs, HOUR } from '../domain/calendar';
import type { OrderId, ShopId } from '../domain/ids';
import { Settings } from '../domain/settings';
import type { Tx, Work } from '../ports';
import type { Deps } from './deps';
import { lookSoon } from './intents';
import { planReconcile } from './reconcile';
import { knockAgain } from './settings-changed';
import { mayReadAllOrders, noteOldOrders } from './shop-notices';
import { askToBeLetIn, comeBack, shutOutBy, suspend } from './suspend';

/**
 * A person opened the app and Shopify gave us a token.
 * - orders from before the install get no mail and no capture: they only stand in the queue;
 * - after a reinstall the open cases are picked up where they were, and what was unsaid of those that are over is said;
 * - so is one whose removal Shopify told while its answers couldn't confirm it: the token is a new one;
 * - any other shop that was suspended, or was only taken for gone, goes on: it never left, so its install stays as old as it is;
 * - a shop that is installed already is only refreshed. One that Shopify shuts us out of is suspended, and its pages open.
 */
export async function installShop(deps: Deps, shopId: ShopId): Promise<void> {
  const facts = await readFacts(deps, shopId);
  if (facts === null) return;
  const now = deps.clock.now();
  await deps.store.transact(shopId, {}, async (tx) => {
    const before = await tx.loadShop();
    const absence = await tx.absence();
    const isSaid = absence !== null && isAway(absence) && absence.saidUninstalledAt !== null;
    const wasAway = before !== null && absence !== null && isAway(absence) && !isSaid;
    const left = isSaid ? absence.since : wasAway ? null : (before?.uninstalledAt ?? null);
    const isNew = before === null || left !== null;
    const installedAt = isNew ? now : before.installedAt;
    await tx.saveShop({ ...facts, installedAt, uninstalledAt: null });
    const wasGone = before !== null && before.uninstalledAt !== null;
    if (wasAway) return comeBack(deps, tx, { absence, wasGone, now });
    if (!isNew) return;
    await tx.addTasks([{ shop: shopId, body: { kind: 'take-in-orders' }, dueAt: now }]);
    await planReconcile(tx, addMs(now, HOUR));
    if (left !== null) await pickUpFrom(tx, left, now);
  });
}

/** Null when Shopify shuts us out of a shop that we know: it is suspended then, and says so itself. */
async function readFacts(deps: Deps, shopId: ShopId) {
  try {
    return await deps.shopify.readShop(shopId);
  } catch (error) {
    const cause = shutOutBy(error);
    if (cause === null) throw error;
    const isKnown = await deps.store.transact(shopId, {}, async (tx) => {
      const shop = await tx.loadShop();
      // One that its answers alone made count as gone is away still: its pages say why.
      const isGone = shop?.uninstalledAt != null && !isAway(await tx.absence());
      if (shop === null || isGone) return false;
      await suspend(deps, tx, cause);
      return true;
    });
    if (!isKnown) throw error;
    return null;
  }
}

/** Nothing of the shop is done before what stood still since it left is in order again. */
async function pickUpFrom(tx: Tx, left: Date, now: Date): Promise<void> {
  await tx.saveAbsence(comingBack(left));
  const body = { kind: 'pick-up' as const, stage: 'shares' as const };
  await tx.addTasks([{ shop: tx.shop, body, dueAt: now }]);
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
  const cause = await askToBeLetIn(deps, shopId);
  const isSure = confirmsUninstall(cause);
  const isGone = await work.keep({}, async (tx) => {
    const shop = await tx.loadShop();
    if (shop === null || cause === null) return cause !== null;
    if (shop.uninstalledAt === null && !isSure) await suspend(deps, tx, cause);
    const absence = await tx.absence();
    if (!isSure && absence !== null && isAway(absence)) {
      await tx.saveAbsence({ ...absence, saidUninstalledAt: work.now });
      return false;
    }
    const { settings: _settings, id: _id, ...rest } = shop;
    await tx.saveShop({ ...rest, uninstalledAt: shop.uninstalledAt ?? work.now });
    await tx.forgetAbsence();
    return true;
  });
  if (!isGone) return;
  await deps.store.dropTasks(shopId);
  await deps.tokens.forget(shopId);
}

/** What a new shop starts with: the mode that the operator chose, every other setting at its default. */
export function settingsOfNewShop(mode: Settings['mode']): Settings {
  return Settings.parse({ mode });
}
