import { backNow, caughtUp } from '../domain/absence';
import { addMs, HOUR, MINUTE, SECOND } from '../domain/calendar';
import { ItemId } from '../domain/ids';
import type { Tx, Work } from '../ports';
import { type At, type Next, type PickUp, pickUpOrders, SPACE } from './pick-up-orders';
import { planReconcile } from './reconcile';

/** Pages that take the database about a second each. */
const SHARES = 5_000;
const ITEMS = 500;
const ITEM_SPACE = SECOND;
/** The reading is waited for a while longer than it should take; what is left then is read by the rounds. */
const PATIENCE = 6 * HOUR;

/**
 * The shop is let in again after a while in which nobody told us what came and went. Before its tasks go on, a page at a time:
 * - nothing is here until the stock was read again (P1);
 * - the last days for paying are later by as long;
 * - every open order is to be looked at, and what was planned or unclear is seen to its end.
 * Then the tasks go on. Captures and words to customers wait at the last door until all of it has been read.
 */
export async function pickUp(work: Work, body: PickUp): Promise<void> {
  await work.finish({}, async (tx) => {
    const shop = await tx.loadShop();
    const absence = await tx.absence();
    if (shop === null || shop.uninstalledAt !== null || absence === null) return;
    const isComing = absence.backAt === null && absence.cause === 'coming-back';
    // Shut out again before the end, or taken over by a later begin: the next return begins anew.
    if (!isComing && body.stage !== 'reading') return;
    const next = (more: Omit<PickUp, 'kind'>, dueAt = work.now): Promise<void> =>
      tx.addTasks([{ shop: tx.shop, body: { kind: 'pick-up', ...more }, dueAt }]);
    switch (body.stage) {
      case 'shares': {
        const forgotten = await tx.forgetShares(shop.settings.feedLocations, SHARES);
        return next({ stage: forgotten < SHARES ? 'orders' : 'shares' });
      }
      case 'orders':
        return pickUpOrders(tx, { shop, absence, body, now: work.now }, next);
      case 'items':
        return pickUpItems(tx, { absence, body, now: work.now }, next);
      case 'reading':
        return waitForReading(tx, { absence, body, now: work.now }, next);
    }
  });
}

async function pickUpItems(tx: Tx, { absence, body, now }: At, next: Next): Promise<void> {
  const after = body.after === undefined ? null : ItemId.parse(body.after);
  const page = await tx.itemsInDemand({ waitedFor: false, after, take: ITEMS });
  await tx.addTasks(
    page.map((itemId, i) => ({
      shop: tx.shop,
      body: { kind: 'share-item' as const, itemId },
      dueAt: addMs(now, i * ITEM_SPACE),
    })),
  );
  const last = page.length < ITEMS ? undefined : page.at(-1);
  const orders = body.orders ?? 0;
  if (last !== undefined) return next({ stage: 'items', after: last, orders });
  await tx.saveAbsence(backNow(absence, now));
  await planReconcile(tx, now);
  return next({ stage: 'reading', orders }, addMs(now, MINUTE));
}

/** The round finds the orders that came meanwhile. Once it is over, no more is added, and its looks are waited for. */
async function waitForReading(tx: Tx, { absence, body, now }: At, next: Next): Promise<void> {
  const { backAt, cause } = absence;
  // A second return took the place of the first, and this wait may have taken the place of one of its pages.
  if (backAt === null) return cause === 'coming-back' ? next({ stage: 'shares' }) : undefined;
  const begun = await tx.reconciledAt();
  const readBy =
    body.readBy !== undefined || begun === null || begun < backAt
      ? body.readBy
      : addMs(now, (await tx.readsLeft(null)) * SPACE).toISOString();
  const isRead = readBy !== undefined && (await tx.readsLeft(new Date(readBy))) === 0;
  const isLate = addMs(backAt, PATIENCE + (body.orders ?? 0) * SPACE) < now;
  if (isRead || isLate) return tx.saveAbsence(caughtUp(absence, now));
  return next({ ...body, ...(readBy === undefined ? {} : { readBy }) }, addMs(now, MINUTE));
}
