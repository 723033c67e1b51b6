import { laterByAbsence, type Absence } from '../domain/absence';
import { addMs, endOfDay, latest, SECOND } from '../domain/calendar';
import type { Case } from '../domain/case';
import { OrderId } from '../domain/ids';
import type { Shop } from '../domain/settings';
import type { TaskBody } from '../domain/task';
import type { Tx } from '../ports';
import { callForLegalDate } from './legal-date-call';
import { knocks } from './settings-changed';

export type PickUp = Extract<TaskBody, { kind: 'pick-up' }>;

export interface At {
  readonly absence: Absence;
  readonly body: PickUp;
  readonly now: Date;
}
export type Next = (more: Omit<PickUp, 'kind'>, dueAt?: Date) => Promise<void>;

/** As far apart as in a round (`reconcile.ts`): a shop's API budget has room for the rest. */
export const SPACE = 3 * SECOND;
/** Takes the database about a second. */
const ORDERS = 200;

/**
 * A page of the orders that have a case, and of those that have none but whose effects (a capture, mostly) were planned or
 * under way: no look at such an order would bring them to the last door again.
 */
export async function pickUpOrders(
  tx: Tx,
  { shop, absence, body, now }: At & { shop: Shop },
  next: Next,
) {
  const after = body.after === undefined ? null : OrderId.parse(body.after);
  const cases = await tx.casesToPickUp(after, ORDERS);
  const caseless = await tx.caselessToPickUp(after, ORDERS);
  const ends = [cases.at(ORDERS - 1)?.orderId, caseless.at(ORDERS - 1)].filter(
    (id) => id !== undefined,
  );
  /** Where the page ends: neither list is known beyond. */
  const last = ends.reduce<OrderId | undefined>(
    (a, b) => (a !== undefined && a < b ? a : b),
    undefined,
  );
  const isOnPage = (id: OrderId): boolean => last === undefined || id <= last;
  const page = cases.filter(({ orderId }) => isOnPage(orderId));
  const before = body.orders ?? 0;
  for (const value of page) {
    const known = await giveTime(tx, value, { shop, absence, now });
    await callForLegalDate(tx, known, { shop, since: absence.since, now });
  }
  const ids = page.map(({ orderId }) => orderId);
  const toKnock = [...ids, ...caseless.filter(isOnPage)];
  await tx.addTasks(knocks(await tx.openIntents(toKnock), now));
  await tx.addTasks(
    ids.map((orderId, i) => ({
      shop: tx.shop,
      body: { kind: 'look-at-order' as const, orderId },
      dueAt: addMs(now, (before + i) * SPACE),
    })),
  );
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
  const { askedAt, payBy, givenUntil = askedAt } = value.payment;
  const exact = laterByAbsence(payBy, latest(askedAt, givenUntil), absence, now);
  const later = endOfDay(exact, shop.timezone);
  // What the day's end gives beyond that is given, too: a pick-up that begins anew adds nothing.
  const given = addMs(now, later.getTime() - exact.getTime());
  if (later > payBy)
    await tx.saveCase({ ...value, payment: { askedAt, payBy: later, givenUntil: given } });
  return (await tx.loadCase(value.orderId)) ?? value;
}
