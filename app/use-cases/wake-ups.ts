import { addMs, DAY, HOUR, MINUTE } from '../domain/calendar';
import { actBy } from '../domain/effects/lapse';
import { unpaidAlarmAt } from '../domain/effects/left-unpaid';
import { heldAgainBy } from '../domain/effects/missing-open';
import { readyOnHoldAt, restGoesAt } from '../domain/effects/ready-on-hold';
import { refundAlarmAt } from '../domain/effects/refund-due';
import { stockUnknownAt } from '../domain/effects/stock-unknown';
import { cancellationsLateAt, pendingLateAt } from '../domain/effects/stuck-money';
import { moneyOf, type Situation } from '../domain/effects/situation';
import { lateAuthorizations, openAuthorizations } from '../domain/money-picture';
import type { OrderSnapshot } from '../domain/order';
import type { Tx } from '../ports';

/** An order that Shopify never routes is looked at for a day, ever more seldom. */
const GIVE_UP_ROUTING_AFTER = 24 * HOUR;

/** Fulfillment orders come seconds to minutes after the order, and sometimes never (platform fact). */
export async function comeBackForRouting(tx: Tx, order: OrderSnapshot, now: Date): Promise<void> {
  const age = now.getTime() - order.createdAt.getTime();
  if (age > GIVE_UP_ROUTING_AFTER) return;
  const wait = Math.min(HOUR, Math.max(MINUTE, age));
  await tx.addTasks([
    { shop: tx.shop, body: { kind: 'look-at-order', orderId: order.id }, dueAt: addMs(now, wait) },
  ]);
}

/** Lines may be cancelled one after the other, or anew after an undo: each look sees to the next that falls due. */
export async function comeBackToCancel(tx: Tx, { case: value, now }: Situation): Promise<void> {
  if (value === null) return;
  const { orderId } = value;
  const later = value.lines.flatMap(({ choice }) =>
    choice.kind === 'cancel-requested' && choice.undoUntil > now ? [choice.undoUntil] : [],
  );
  await tx.addTasks(
    later.map((dueAt) => ({ shop: tx.shop, body: { kind: 'cancel-due', orderId }, dueAt })),
  );
}

/** What is late is looked at once a day: nobody tells when Shopify stops to show it. */
function whileLate(goodUntil: Date, now: Date): Date {
  const days = Math.floor((now.getTime() - goodUntil.getTime()) / DAY) + 1;
  return addMs(goodUntil, days * DAY);
}

/** The moments at which something about the order's money has to be done or noticed. */
function momentsOf(situation: Situation): Date[] {
  const { case: value, now } = situation;
  const alarms = [
    refundAlarmAt(situation),
    unpaidAlarmAt(situation),
    stockUnknownAt(situation),
  ].filter((at) => at !== null);
  const picture = moneyOf(situation);
  const open = openAuthorizations(picture, now);
  const late = lateAuthorizations(picture, now);
  // Shopify has no webhook for it (platform fact): our own timer notices that an authorization has run out.
  const ends = open.map(({ goodUntil }) => addMs(goodUntil, MINUTE));
  if (value === null) return alarms;
  if (value.closedAt !== null)
    return (value.calls ?? []).length > 0 ? [...alarms, ...ends] : alarms;
  return [
    ...alarms,
    ...ends,
    ...cancellationsLateAt(situation),
    ...pendingLateAt(situation, { refunds: false }),
    ...pendingLateAt(situation, { refunds: true }),
    ...[readyOnHoldAt(situation), heldAgainBy(situation)].filter((at) => at !== null),
    ...restGoesAt(situation),
    ...open.map(actBy),
    ...late.map(({ goodUntil }) => whileLate(goodUntil, now)),
    ...(value.payment == null ? [] : [value.payment.payBy]),
  ];
}

/** One task for the next of them; the look that it makes sees to the one after. */
export async function comeBackForMoney(tx: Tx, situation: Situation): Promise<void> {
  const { order, now } = situation;
  const ahead = momentsOf(situation).filter((at) => at > now);
  if (ahead.length === 0) return;
  const next = ahead.reduce((a, b) => (b < a ? b : a));
  await tx.addTasks([
    { shop: tx.shop, body: { kind: 'money-due', orderId: order.id }, dueAt: next },
  ]);
}
