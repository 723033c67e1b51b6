import { z } from 'zod';
import { addMs, DAY, HOUR, latest, MINUTE } from './calendar';

/**
 * Why Shopify lets us do nothing for a shop, though the app may well be installed:
 * - `refused`: our token counts for nothing (401, or `invalid_grant` when it is renewed);
 * - `no-token`: there is none that can be read or renewed, so only the merchant can bring one, by opening the app;
 * - `frozen` (402), `forbidden` (403), `not-found` (404), `locked` (423), `suspicious` (430): Shopify's own words for the shop;
 * - `closed`: the shop is inactive;
 * - `coming-back`: none of these any more. What stood still is put in order before the shop's tasks go on.
 */
export const CAUSES = [
  'refused',
  'no-token',
  'frozen',
  'forbidden',
  'not-found',
  'locked',
  'suspicious',
  'closed',
  'coming-back',
] as const;
export const AbsenceCause = z.enum(CAUSES);
export type AbsenceCause = z.infer<typeof AbsenceCause>;

/** The last stretch of time in which a shop was suspended: Shopify let us do nothing there. */
export interface Absence {
  readonly since: Date;
  /** What Shopify answered last. */
  readonly cause: AbsenceCause;
  /** Since when every answer was `refused`; null when the last one was another. */
  readonly refusedSince: Date | null;
  /** Null while it goes on. */
  readonly backAt: Date | null;
  /** When every open order and its stock had been read again; null before. */
  readonly caughtUpAt: Date | null;
  /** After a long absence a person is asked: of orders from before `asksBefore`, for what became due up to `asksUntil`. */
  readonly asksBefore: Date | null;
  readonly asksUntil: Date | null;
  /** When Shopify said that the app was removed, though its answers couldn't confirm it yet; null otherwise. */
  readonly saidUninstalledAt: Date | null;
}

export function isAway(absence: Absence | null): boolean {
  return absence !== null && absence.backAt === null;
}

/** Shopify refuses us: the absence as it is now, whether it begins or goes on. */
export function awayStill(before: Absence | null, cause: AbsenceCause, now: Date): Absence {
  // An absence that wasn't made up for yet goes on: what it made due is still to come.
  const goesOn = before !== null && before.caughtUpAt === null ? before : null;
  const refused = before !== null && before.backAt === null ? before.refusedSince : null;
  return {
    since: goesOn?.since ?? now,
    cause,
    refusedSince: cause === 'refused' ? (refused ?? now) : null,
    backAt: null,
    caughtUpAt: null,
    asksBefore: before?.asksBefore ?? null,
    asksUntil: before?.asksUntil ?? null,
    saidUninstalledAt: isAway(before) ? (before?.saidUninstalledAt ?? null) : null,
  };
}

const FIRST_PROBE = 15 * MINUTE;
const LONGEST_PAUSE = 4 * HOUR;
/** From then on a shop is asked for once a day. */
const LONG = 30 * DAY;

/** When the shop is asked for next: after as long again as it has been away, at least 15 minutes, at most four hours. */
export function nextProbeAt({ since }: Absence, now: Date): Date {
  const away = now.getTime() - since.getTime();
  if (away >= LONG) return addMs(now, DAY);
  return addMs(now, Math.min(LONGEST_PAUSE, Math.max(FIRST_PROBE, away)));
}

/** Whether an answer confirms what Shopify said: the app was removed. Every other answer a shop may give that still has it. */
export function confirmsUninstall(cause: AbsenceCause | null): boolean {
  return cause === 'refused' || cause === 'not-found';
}

/** When a shop is asked for next that was taken for gone by its answers alone. */
export function nextProbeOfGone(now: Date): Date {
  return addMs(now, DAY);
}

/** A refusal counts as the end once it has stood for so long: an incident at Shopify refuses all shops for a while. */
const CONFIRMED_AFTER = HOUR;

/**
 * Whether the app is no longer installed, as far as answers alone can show: the token was refused again and again for an
 * hour, or, after 30 days, there is no such shop any more. Every other answer may end, and the shop stays suspended.
 */
export function hasLeft({ since, cause, refusedSince }: Absence, now: Date): boolean {
  if (refusedSince !== null) return addMs(refusedSince, CONFIRMED_AFTER) <= now;
  return cause === 'not-found' && addMs(since, LONG) <= now;
}

/** Shorter than a round of going through the orders, so that no more can have been missed than between two rounds. */
const SHORT = HOUR;

/** Whether every open order and all stock is to be read again; after a short absence a round finds what changed. */
export function needsWholeReading({ since }: Absence, now: Date): boolean {
  return addMs(since, SHORT) < now;
}

const ASKS_AFTER = DAY;

/** Shopify lets us in again; what stood still is put in order first. */
export function comingBack(since: Date, before: Absence | null = null): Absence {
  const asks = { asksBefore: before?.asksBefore ?? null, asksUntil: before?.asksUntil ?? null };
  return {
    since,
    cause: 'coming-back',
    refusedSince: null,
    backAt: null,
    caughtUpAt: null,
    ...asks,
    saidUninstalledAt: null,
  };
}

/** Shopify lets us in, and what needed no call was put in order: from now on the shop's tasks go on. */
export function backNow(absence: Absence, now: Date): Absence {
  const isLong = addMs(absence.since, ASKS_AFTER) < now;
  return {
    ...absence,
    refusedSince: null,
    backAt: now,
    asksBefore: isLong ? now : absence.asksBefore,
  };
}

/** Every open order and its stock has been read again. */
export function caughtUp(absence: Absence, now: Date): Absence {
  const isLong = absence.asksBefore !== null && +absence.asksBefore === +(absence.backAt ?? 0);
  return { ...absence, caughtUpAt: now, asksUntil: isLong ? now : absence.asksUntil };
}

/** A day to pay is later by as long as the shop was away since `setAt`: since it was set, or made later for the same reason. */
export function laterByAbsence(day: Date, setAt: Date, { since }: Absence, now: Date): Date {
  return addMs(day, Math.max(0, now.getTime() - latest(since, setAt).getTime()));
}
