import { EVIDENCE_OF, methodFrom } from '../domain/capture-evidence';
import { addMs, DAY, HOUR, latest, MINUTE, SECOND } from '../domain/calendar';
import type { ItemId, OrderId } from '../domain/ids';
import type { TaskBody } from '../domain/task';
import type { Tx, Work } from '../ports';
import type { Deps } from './deps';
import { mayReadAllOrders, noteOldOrders, ordersAreBack } from './shop-notices';

const EVERY = HOUR;
/** Webhooks and clocks are late: each round begins before the end of the last. */
const OVERLAP = 15 * MINUTE;
/**
 * An order that is new to us is read two or three times while its goods are shared out: about 88 points in all (`npm run
 * bench -- reconcile_points`). The smallest plan gives back 100 a second, and other work needs some of them.
 */
const SPACE = 3 * SECOND;
/** An item's stock is about 4 points at one location. */
const ITEM_SPACE = SECOND;
/** Shopify repeats a delivery for four hours (platform fact); a week is kept for whoever looks into a fault. */
const KEEP_WEBHOOKS = 7 * DAY;

export type Reconcile = Extract<TaskBody, { kind: 'reconcile' }>;

/**
 * Goes through the shop's orders that have changed, a page at a time. What we have not seen as it is now is looked at, which
 * mends or shows what differs; what the webhooks told us already costs nothing but its line in the list. Once a round is
 * over the next is planned; the stock of what somebody waits for is read, since no order shows that it came. Once a day that
 * of every item in demand is, and every open case is looked at, changed or not.
 */
export async function reconcile(deps: Deps, work: Work, { since, cursor, began }: Reconcile) {
  const { shop: shopId } = work.claim;
  const begins = since === undefined;
  const from = begins ? await startOf(deps, work) : new Date(since);
  if (from === null) return work.finish({}, () => Promise.resolve());
  const start = began === undefined ? work.now : new Date(began);
  const seesAll = begins ? await readsAllOrders(deps, work) : null;
  const page = await deps.shopify.listChangedOrders(shopId, from, cursor ?? null);
  if (page.next === null) await deps.store.forgetWebhooks(shopId, addMs(work.now, -KEEP_WEBHOOKS));
  await work.finish({}, async (tx) => {
    if (begins) await ordersAreBack(tx, work.now);
    if (seesAll !== null) await noteOldOrders(tx, seesAll, work.now);
    const unknown = await tx.unknownOf(page.orders);
    await lookAt(tx, unknown, work.now);
    // The looks of the next page come after those of this one.
    const afterwards = addMs(work.now, Math.max(1, unknown.length) * SPACE);
    if (page.next !== null) {
      const body: Reconcile = {
        kind: 'reconcile',
        since: from.toISOString(),
        began: start.toISOString(),
        cursor: page.next,
      };
      return tx.addTasks([{ shop: tx.shop, body, dueAt: afterwards }]);
    }
    await endRound(tx, start, work.now, afterwards);
  });
}

/** Null for a shop that has left. */
async function startOf(deps: Deps, work: Work): Promise<Date | null> {
  return deps.store.read(work.claim.shop, async (tx) => {
    const shop = await tx.loadShop();
    if (shop === null || shop.uninstalledAt !== null) return null;
    const last = await tx.reconciledAt();
    return last === null ? shop.installedAt : latest(shop.installedAt, addMs(last, -OVERLAP));
  });
}

/** Asked once a day; null on the other rounds. */
async function readsAllOrders(deps: Deps, work: Work): Promise<boolean | null> {
  const { shop } = work.claim;
  const last = await deps.store.read(shop, (tx) => tx.reconciledAt());
  if (last !== null && dayOf(last) === dayOf(work.now)) return null;
  return mayReadAllOrders(deps, shop);
}

/** One after the other, from then on. */
async function lookAt(tx: Tx, orders: readonly OrderId[], from: Date): Promise<void> {
  await tx.addTasks(
    orders.map((orderId, i) => ({
      shop: tx.shop,
      body: { kind: 'look-at-order' as const, orderId },
      dueAt: addMs(from, i * SPACE),
    })),
  );
}

/** The items' stock is read and shared, one after the other, from then on: a shop's API budget has room for the rest. */
export async function shareInTurn(tx: Tx, items: readonly ItemId[], from: Date): Promise<void> {
  await tx.addTasks(
    items.map((itemId, i) => ({
      shop: tx.shop,
      body: { kind: 'share-item' as const, itemId },
      dueAt: addMs(from, i * ITEM_SPACE),
    })),
  );
}

async function endRound(tx: Tx, start: Date, now: Date, afterwards: Date): Promise<void> {
  const last = await tx.reconciledAt();
  const captureMethod = methodFrom(await tx.captureEvidence(addMs(now, -EVIDENCE_OF)));
  await tx.saveReconciled({ until: start, captureMethod });
  const newDay = last === null || dayOf(last) !== dayOf(start);
  await shareInTurn(tx, await tx.itemsInDemand({ waitedFor: !newDay }), afterwards);
  if (newDay) await lookAt(tx, await tx.openCases(), afterwards);
  await planReconcile(tx, addMs(now, EVERY));
}

const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY);

export async function planReconcile(tx: Tx, dueAt: Date): Promise<void> {
  await tx.addTasks([{ shop: tx.shop, body: { kind: 'reconcile' }, dueAt }]);
}
