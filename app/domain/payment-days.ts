import { addMs, DAY, endOfDay, HOUR } from './calendar';
import type { Case, PaymentAsked, Said } from './case';
import type { Shop } from './settings';

/* The days that a customer has to pay once they were asked, and the reminders within them. */

/** A reminder that was due at night goes out in the morning: that is not late. */
const NIGHT = 12 * HOUR;

/** Half-way to the last day for paying, and two days before it. */
function remindersOf(asked: PaymentAsked): readonly Date[] {
  const half = (asked.payBy.getTime() - asked.askedAt.getTime()) / 2;
  return [addMs(asked.askedAt, half), addMs(asked.payBy, -2 * DAY)];
}

/** The reminders that were dealt with since the payment was asked for: said, or left out by a person. */
function remindersSaid({ said, payment }: Case): readonly Said[] {
  const since = payment?.askedAt;
  return said.filter(({ step, at }) => step === 'payment-reminder' && since && at >= since);
}

/** When the next reminder is due, whatever the hour; null when nothing is asked for, or none is left. */
export function nextReminder(value: Case): Date | null {
  if (value.payment == null) return null;
  return remindersOf(value.payment)[remindersSaid(value).length] ?? null;
}

/**
 * The last day for paying that a reminder at `at` names: the end of a day of the shop. A reminder that comes late, after a
 * pause or when no mail went, moves it by as much: nobody's order ends before they were reminded in time.
 */
export function lastDayToPay(value: Case, at: Date, shop: Shop): Date | null {
  const payBy = value.payment?.payBy ?? null;
  const due = nextReminder(value);
  if (payBy === null || due === null) return payBy;
  const late = at.getTime() - due.getTime();
  return late <= NIGHT ? payBy : endOfDay(addMs(payBy, late), shop.timezone);
}

/** The last day is over, and the customer was reminded as often as they should be that the order ends then. */
export function isPastPaying(value: Case, now: Date): boolean {
  if (value.payment == null || value.payment.payBy > now || nextReminder(value) !== null)
    return false;
  const outcomes = remindersSaid(value).map(({ outcome }) => outcome);
  // One that was withheld has reminded nobody: it is said once the shop acts again.
  return !outcomes.includes('withheld') && outcomes.some((outcome) => outcome !== 'skipped');
}
