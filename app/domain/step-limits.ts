import { DateTime } from 'luxon';
import { addMs, DAY, earliest, endOfDay, latest, onDayOf } from './calendar';
import { type Case, DELAYS } from './case';
import { deadlineOf, lastWord, nightOf, type PlannedStep, sameDay } from './planner';
import type { Shop } from './settings';

/** A wait of four days has had a word after the first one (P5). */
const LONG_WAIT = 4 * DAY;

/** An instant as it is said to the shop's staff: "Mon 2 Mar, 18:00". */
export function inShopsWords(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).setLocale('en').toFormat('ccc d LLL, HH:mm');
}

/** A day as it is said to the shop's staff: "Mon 2 Mar". */
export function inShopsDay(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).setLocale('en').toFormat('ccc d LLL');
}

/**
 * The latest moment at which a planned message may go out; a person can move it so far and no further.
 * - a first notice: the day of the finding, or the first permitted minute of the next one (P2), and the law's deadline;
 * - a new date: before the old one passes (P4); a passing date: before it has passed;
 * - a follow-up: before the agreed number of days is over, the first one within four days of the wait (P5);
 * - news of the money and a request to pay: before the silence grows too long; a reminder: a day before the last one;
 * - shipment and cancellation: on the day that it is known (P7).
 */
export function latestFor(
  value: Case,
  step: PlannedStep,
  shop: Shop,
  lastToCustomer: Date | null,
): Date {
  const { timezone, settings } = shop;
  const since = value.toTell.find((item) => item.step === step.step)?.since ?? step.dueAt;
  const silence = addMs(lastWord(value, lastToCustomer), settings.followUpDays * DAY);
  switch (step.step) {
    case 'first-notice': {
      const law = deadlineOf(value, [step.step], since, shop);
      const promised =
        since <= onDayOf(since, settings.cutOff, timezone)
          ? endOfDay(since, timezone)
          : sameDay(since, shop, nightOf(shop, value.customerZone));
      return law === null ? promised : earliest(promised, law);
    }
    case 'new-date':
    case 'date-passed':
      return earliest(silence, deadlineOf(value, [step.step], since, shop) ?? silence);
    case 'follow-up': {
      const words = value.said.filter((said) => DELAYS.includes(said.step));
      return words.length > 1 ? silence : earliest(silence, addMs(value.openedAt, LONG_WAIT));
    }
    case 'money-notice':
    case 'payment-request':
    case 'ready':
      return silence;
    case 'payment-reminder':
      return value.payment == null ? silence : addMs(value.payment.payBy, -DAY);
    case 'shipped':
    case 'cancelled':
      return latest(endOfDay(since, timezone), step.dueAt);
  }
}
