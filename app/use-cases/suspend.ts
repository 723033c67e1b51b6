import {
  type Absence,
  type AbsenceCause,
  awayStill,
  backNow,
  caughtUp,
  comingBack,
  isAway,
  needsWholeReading,
  nextProbeAt,
} from '../domain/absence';
import type { ShopId } from '../domain/ids';
import { NoAccess, type ShutOut } from '../errors';
import type { AfterNoAccess, Tx } from '../ports';
import type { Deps } from './deps';
import { planReconcile } from './reconcile';

/* A shop that Shopify lets us do nothing for is suspended, not gone: its tasks wait, and one probe asks when it goes on. */

/** Why Shopify shuts us out of the shop as a whole; null when it doesn't. */
export function shutOutBy(error: unknown): AbsenceCause | null {
  if (!(error instanceof NoAccess)) return null;
  const { withheld } = error;
  return withheld === 'customer-data' || withheld === 'scope' ? null : (withheld satisfies ShutOut);
}

/**
 * Asks with the shop's own token; null when Shopify lets us in. Throws when Shopify can't be reached, so that nothing is
 * concluded from that.
 */
export async function askToBeLetIn(deps: Deps, shop: ShopId): Promise<AbsenceCause | null> {
  try {
    await deps.shopify.readShop(shop);
    return null;
  } catch (error) {
    const cause = shutOutBy(error);
    // A permission that is missing, or data that is withheld, is an answer of a shop that lets us in.
    if (cause !== null || error instanceof NoAccess) return cause;
    throw error;
  }
}

/** A task was shut out. The first one to be asks again at once: what ends within a second suspends nobody. */
export async function onShutOut(deps: Deps, shopId: ShopId): Promise<AfterNoAccess> {
  const { shop, absence } = await deps.store.read(shopId, async (tx) => ({
    shop: await tx.loadShop(),
    absence: await tx.absence(),
  }));
  if (shop === null || shop.uninstalledAt !== null) return 'ends';
  if (isAway(absence)) return 'waits';
  const cause = await askToBeLetIn(deps, shopId);
  if (cause === null) return 'again';
  await deps.store.transact(shopId, {}, (tx) => suspend(deps, tx, cause));
  return 'waits';
}

/** From now on the shop's tasks wait. Says it once; a shop that is suspended already is left as it is. */
export async function suspend(deps: Deps, tx: Tx, cause: AbsenceCause): Promise<void> {
  const now = deps.clock.now();
  const before = await tx.absence();
  if (isAway(before)) return;
  const absence = awayStill(before, cause, now);
  await tx.saveAbsence(absence);
  await planProbe(tx, nextProbeAt({ ...absence, since: now }, now));
  deps.log.warn(
    { shop: tx.shop, cause },
    'The shop is suspended: Shopify lets us do nothing there. Its tasks wait',
  );
}

export async function planProbe(tx: Tx, dueAt: Date): Promise<void> {
  await tx.addTasks([{ shop: tx.shop, body: { kind: 'probe-shop' }, dueAt }]);
}

/**
 * Shopify lets us in again. After a short absence the tasks go on, and a round goes through what changed; after a longer one
 * what stood still is put in order before. Of a shop that had been taken for gone (`wasGone`) no webhook became a task: the
 * orders that are open are taken in, too.
 */
export async function comeBack(
  deps: Deps,
  tx: Tx,
  { absence, wasGone, now }: { absence: Absence; wasGone: boolean; now: Date },
): Promise<void> {
  const away = Math.round((now.getTime() - absence.since.getTime()) / 60_000);
  deps.log.info({ shop: tx.shop, minutes: away }, 'Shopify lets us in again: the shop goes on');
  if (wasGone) await tx.addTasks([{ shop: tx.shop, body: { kind: 'take-in-orders' }, dueAt: now }]);
  if (wasGone || needsWholeReading(absence, now)) {
    await tx.saveAbsence(comingBack(absence.since, absence));
    const body = { kind: 'pick-up' as const, stage: 'shares' as const };
    await tx.addTasks([{ shop: tx.shop, body, dueAt: now }]);
    return;
  }
  await tx.saveAbsence(caughtUp(backNow(absence, now), now));
  await planReconcile(tx, now);
}
