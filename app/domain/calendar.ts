import { DateTime } from 'luxon';

/* Days and nights in a zone. All instants are UTC `Date`s; zones are IANA names; times of day are "HH:mm". */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function addMs(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

export function earliest(first: Date, ...others: readonly Date[]): Date {
  return others.reduce((a, b) => (b < a ? b : a), first);
}

export function latest(first: Date, ...others: readonly Date[]): Date {
  return others.reduce((a, b) => (b > a ? b : a), first);
}

function inZone(at: Date, zone: string): DateTime {
  const local = DateTime.fromJSDate(at, { zone });
  return local.isValid ? local : DateTime.fromJSDate(at, { zone: 'UTC' });
}

/** The last millisecond of the zone's day in which `at` lies. */
export function endOfDay(at: Date, zone: string): Date {
  return inZone(at, zone).endOf('day').toJSDate();
}

/** The first instant of the zone's day after that of `at`. */
export function startOfNextDay(at: Date, zone: string): Date {
  return inZone(at, zone).plus({ days: 1 }).startOf('day').toJSDate();
}

/** The end of the day that lies `days` calendar days after that of `at`; daylight saving is the zone's own. */
export function endOfDayAfter(at: Date, days: number, zone: string): Date {
  return inZone(at, zone).plus({ days }).endOf('day').toJSDate();
}

/** "2026-03-01" as the end of that day in the zone, or null for what is no date. */
export function endOfNamedDay(day: string, zone: string): Date | null {
  const local = DateTime.fromISO(day, { zone });
  return local.isValid ? local.endOf('day').toJSDate() : null;
}

/** "2026-03-01T10:00" as the zone's clock shows it, or null for what is no time. */
export function instantOf(local: string, zone: string): Date | null {
  const at = DateTime.fromISO(local, { zone });
  return at.isValid ? at.toJSDate() : null;
}

/** The instant of a time of day on the zone's day of `at`. */
export function onDayOf(at: Date, time: string, zone: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return inZone(at, zone).set({ hour, minute, second: 0, millisecond: 0 }).toJSDate();
}

/** A stretch of each day, such as the customer's night; it may run over midnight. */
export interface Night {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
}

export function isNight(at: Date, night: Night): boolean {
  const time = inZone(at, night.zone).toFormat('HH:mm');
  return night.from <= night.to
    ? time >= night.from && time < night.to
    : time >= night.from || time < night.to;
}

/** `at` itself by day, else the minute in which the night ends. */
export function firstPermitted(at: Date, night: Night): Date {
  if (!isNight(at, night)) return at;
  const today = onDayOf(at, night.to, night.zone);
  if (today > at) return today;
  return onDayOf(startOfNextDay(at, night.zone), night.to, night.zone);
}

/** The end of the n-th working day after the day of `at` in the zone. Holidays count as working days: too early harms nobody. */
export function workingDaysAfter(at: Date, days: number, zone: string): Date {
  return inZone(workingDaysLater(at, days, zone), zone)
    .endOf('day')
    .toJSDate();
}

/** The same time of day on the n-th working day after `at` in the zone; a weekend is waited out. */
export function workingDaysLater(at: Date, days: number, zone: string): Date {
  let day = inZone(at, zone);
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (day.weekday <= 5) left -= 1;
  }
  return day.toJSDate();
}
