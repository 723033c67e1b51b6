import { backNow, caughtUp, laterByAbsence, type Absence } from '../domain/absence';
import { addMs, endOfDay, HOUR, MINUTE, SECOND } from '../domain/calendar';
import type { Case } from '../domain/case';
import { ItemId, OrderId } from '../domain/ids';
import type { Shop } from '../domain/settings';
import type { TaskBody } from '../domain/task';
import type { Tx, Work } from '../ports';
import { callForLegalDate } from './legal-date-call';
import { planReconcile } from './reconcile';
import { knocks } from './settings-changed';

export type PickUp = Extract<TaskBody, { kind: 'pick-up' }>;

/** Pages that take the database about a second each. */
const SHARES = 5_000;
const ORDERS = 200;
const ITEMS = 500;
/** As far apart as in a round (`reconcile.ts`): a shop's API budget has room for the rest. */
const SPACE = 3 * SECOND;
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

interface At {
  readonly absence: Absence;
  readonly body: PickUp;
  readonly now: Date;
}
type Next = (more: Omit<PickUp, 'kind'>, dueAt?: Date) => Promise<void>;

async function pickUpOrders(tx: Tx, { shop, absence, body, now }: At & { shop: Shop }, next: Next) {
  const after = body.after === undefined ? null : OrderId.parse(body.after);
  const page = await tx.casesToPickUp(after, ORDERS);
  const before = body.orders ?? 0;
  for (const value of page) {
    const known = await giveTime(tx, value, { shop, absence, now });
    await callForLegalDate(tx, known, { shop, since: absence.since, now });
  }
  const ids = page.map(({ orderId }) => orderId);
  await tx.addTasks(knocks(await tx.openIntents(ids), now));
  await tx.addTasks(
    ids.map((orderId, i) => ({
      shop: tx.shop,
      body: { kind: 'look-at-order' as const, orderId },
      dueAt: addMs(now, (before + i) * SPACE),
    })),
  );
  const last = page.length < ORDERS ? undefined : ids.at(-1);
  const orders = before + page.length;
  return next(
    last === undefined ? { stage: 'items', orders } : { stage: 'orders', after: last, orders },
  );
}

/** While we were away nobody could be reminded, and nobody could see that they had paid. Gives back the case as it is then. */
async function giveTime(
  tx: Tx,
  value: Case,
  { shop, absence, now }: { shop: Shop; absence: Absence; now: Date },
): Promise<Case> {
  if (value.payment == null || value.closedAt !== null) return value;
  const { askedAt, payBy } = value.payment;
  const later = endOfDay(laterByAbsence(payBy, askedAt, absence, now), shop.timezone);
  if (later > payBy) await tx.saveCase({ ...value, payment: { askedAt, payBy: later } });
  return (await tx.loadCase(value.orderId)) ?? value;
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
