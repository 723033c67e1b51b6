import {
  addMs,
  DAY,
  earliest,
  endOfDay,
  firstPermitted,
  HOUR,
  isNight,
  latest,
  MINUTE,
  type Night,
  onDayOf,
  startOfNextDay,
} from './calendar';
import { type Case, DELAYS, type Said, type Step, type ToTell } from './case';
import { nextReminder } from './payment-days';
import type { Shop } from './settings';

/** The next message of a case and when it is due. `key` names it in its case: "follow-up-2". */
export interface PlannedStep {
  readonly step: Step;
  readonly key: string;
  readonly dueAt: Date;
}

/** A wait of four days or more has at least one follow-up (P5); this leaves room for a night and a capped day. */
const FIRST_FOLLOW_UP_AFTER = 60 * HOUR;
/** The lines of an order are judged one after the other: what is found meanwhile is told in the same notice. */
const SETTLES = 2 * MINUTE;
/** Follow-ups go out a day before the agreed number of days is over, for the same reason. */
const FOLLOW_UP_MARGIN = DAY;

/** What may be the first that a customer hears of a delay: its notice, or the news that the notice is told with. */
const FIRST_WORDS: readonly Step[] = ['first-notice', 'cancelled', 'shipped'];

export function nightOf(shop: Shop, zone: string): Night {
  return { from: shop.settings.nightFrom, to: shop.settings.nightTo, zone };
}

/**
 * When something known `since` must be said at the latest minute that we allow ourselves (P2):
 * before the shop's cut-off, that day; after it, in the first permitted minute of the next day. The day outranks the
 * customer's night: if the rest of the day is night, it is said at once.
 */
export function sameDay(since: Date, shop: Shop, night: Night): Date {
  if (since > onDayOf(since, shop.settings.cutOff, shop.timezone))
    return firstPermitted(startOfNextDay(since, shop.timezone), night);
  const permitted = firstPermitted(since, night);
  return permitted <= endOfDay(since, shop.timezone) ? permitted : since;
}

/** The last minute before `by` that isn't night, not before `from`; `by` less a minute when all of it is night. */
function lastPermitted(from: Date, by: Date, night: Night): Date {
  for (let at = addMs(by, -MINUTE); at >= from; at = addMs(at, -30 * MINUTE))
    if (!isNight(at, night)) return at;
  return latest(from, addMs(by, -MINUTE));
}

/** When the customer must hear that a date is passing with no word: by the cut-off of its day, before it is over (P4). */
export function datePassedDue(date: Date, toldAt: Date, shop: Shop, night: Night): Date {
  const cutOff = latest(onDayOf(date, shop.settings.cutOff, shop.timezone), toldAt);
  const permitted = firstPermitted(cutOff, night);
  return permitted < date ? permitted : lastPermitted(toldAt, date, night);
}

const isWaiting = (value: Case): boolean =>
  value.lines.some((line) => line.units.short + line.units.doubtful > 0);

const wasTold = (value: Case): boolean => value.said.length > 0;

/** When the customer last heard anything, of this order or another of theirs; the opening counts until then. */
export function lastWord(value: Case, lastToCustomer: Date | null): Date {
  const words = value.said.map((said: Said) => said.at);
  return latest(value.openedAt, ...words, ...(lastToCustomer === null ? [] : [lastToCustomer]));
}

/**
 * When the customer must have heard of it, whatever the hour (null: it can wait for the morning): the law's end of the
 * stated shipping time while it lies ahead, the day of a shortage found before the cut-off (P2), the passing of a date
 * that they go by (P4).
 */
export function deadlineOf(
  value: Case,
  steps: readonly Step[],
  from: Date,
  shop: Shop,
): Date | null {
  const deadlines: Date[] = [];
  const short = value.lines.filter((line) => line.units.short > 0);
  if (steps.includes('first-notice')) {
    const since = value.toTell.find((item) => item.step === 'first-notice')?.since ?? from;
    if (since <= onDayOf(since, shop.settings.cutOff, shop.timezone))
      deadlines.push(endOfDay(since, shop.timezone));
    deadlines.push(...short.map((line) => line.promise.latest));
  }
  if (steps.includes('new-date') || steps.includes('date-passed'))
    deadlines.push(...short.flatMap((line) => line.promise.toldDate ?? []));
  const [first, ...others] = deadlines.filter((deadline) => deadline > from);
  return first === undefined ? null : earliest(first, ...others);
}

/**
 * The first moment from `from` on at which a step that is due may leave: by the customer's day, unless the morning would
 * come after its deadline or that of what is told with it. Asked again at the last door, since a retry, a late yes or a lifted pause may come at night.
 */
export function leavesAt(value: Case, step: Step, from: Date, shop: Shop): Date {
  const permitted = firstPermitted(from, nightOf(shop, value.customerZone));
  const together = [step, ...value.toTell.map((item) => item.step)];
  const deadline = deadlineOf(value, together, from, shop);
  return deadline !== null && permitted >= deadline ? from : permitted;
}

function followUpDue(value: Case, shop: Shop, night: Night, lastToCustomer: Date | null): Date {
  const word = lastWord(value, lastToCustomer);
  const cap = addMs(word, shop.settings.capHours * HOUR);
  const within = addMs(word, shop.settings.followUpDays * DAY - FOLLOW_UP_MARGIN);
  // A confirmation in between, of a cancelled line or a parcel, is no word about the wait, unless it was the first.
  const last = value.said.findLast((said) => DELAYS.includes(said.step)) ?? value.said.at(-1);
  const isFirst = last !== undefined && FIRST_WORDS.includes(last.step);
  const wanted = isFirst ? earliest(addMs(last.at, FIRST_FOLLOW_UP_AFTER), within) : within;
  return firstPermitted(latest(cap, wanted), night);
}

function tellDue(value: Case, step: Step, since: Date, shop: Shop, night: Night): Date {
  if (step !== 'first-notice') return leavesAt(value, step, since, shop);
  const law = deadlineOf(value, [step], since, shop);
  const due = latest(sameDay(since, shop, night), addMs(since, SETTLES));
  return law !== null && due >= law ? leavesAt(value, step, since, shop) : due;
}

/**
 * When the customer is next reminded to pay; null when nothing is asked of them, they were reminded enough, or a dispute has
 * stopped everything.
 */
function reminderDue(value: Case, night: Night): Date | null {
  const due = value.disputed === true ? null : nextReminder(value);
  return due === null ? null : firstPermitted(due, night);
}

interface Candidate {
  readonly step: Step;
  readonly dueAt: Date;
  /** When that became due to be said: a person's move is about what was known then. */
  readonly known: Date;
}

/** The next number for this step. What was withheld may have been forgotten since: its numbers are gaps, not free ones. */
function keyOf(value: Case, step: Step): string {
  const numbers = value.said
    .filter((said) => said.step === step)
    .map(({ key }) => Number(key.slice(step.length + 1)));
  return `${step}-${Math.max(0, ...numbers) + 1}`;
}

/** What a person moved is due when they said. A word to the customer or news since then makes their move pointless. */
function asMoved(value: Case, candidate: Candidate): Candidate {
  const { moved } = value;
  if (moved == null || moved.key !== keyOf(value, candidate.step) || moved.at < candidate.known)
    return candidate;
  return { ...candidate, dueAt: moved.dueAt };
}

/** News of the money waits for a notice of the delay that is due anyway, and is told in it. */
function toSay({ toTell }: Case): readonly ToTell[] {
  const notice = toTell.some(({ step }) => step === 'first-notice' || step === 'new-date');
  return notice ? toTell.filter(({ step }) => step !== 'money-notice') : toTell;
}

/**
 * The one planner: what the customer hears next, and when.
 * - what has happened and wasn't said yet comes before what is due by the calendar;
 * - a follow-up that news overtakes is left out: the news is a word, too;
 * - several things due together are one message: the first in the list of steps speaks for the rest;
 * - without an address nothing is planned (a call is on the merchant's list instead);
 * - a follow-up waits for the cap; what has a deadline, and money, cancellation and shipment news, never does;
 * - what a person moved is due when they said: whether they may is judged when they ask (`step-limits.ts`).
 */
export function nextStep(value: Case, shop: Shop, lastToCustomer: Date | null): PlannedStep | null {
  if (value.closedAt !== null && value.toTell.length === 0) return null;
  if (value.customerKey === null) return null;
  const night = nightOf(shop, value.customerZone);
  const word = lastWord(value, lastToCustomer);
  const candidates: Candidate[] = toSay(value).map(({ step, since }) => ({
    step,
    dueAt: tellDue(value, step, since, shop, night),
    known: since,
  }));
  const reminder = value.closedAt === null ? reminderDue(value, night) : null;
  if (reminder !== null)
    candidates.push({ step: 'payment-reminder', dueAt: reminder, known: word });
  if (isWaiting(value) && wasTold(value) && value.closedAt === null) {
    const news = value.toTell.some(({ step }) => DELAYS.includes(step));
    if (!news)
      candidates.push({
        step: 'follow-up',
        dueAt: followUpDue(value, shop, night, lastToCustomer),
        known: word,
      });
    for (const line of value.lines) {
      const { toldDate, date } = line.promise;
      if (line.units.short === 0 || toldDate === null || date === null) continue;
      if (date.getTime() !== toldDate.getTime()) continue;
      const toldAt = value.said.at(-1)?.at ?? value.openedAt;
      const dueAt = datePassedDue(toldDate, toldAt, shop, night);
      candidates.push({ step: 'date-passed', dueAt, known: word });
    }
  }
  const first = candidates
    .map((candidate) => asMoved(value, candidate))
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  if (first === undefined) return null;
  return { step: first.step, dueAt: first.dueAt, key: keyOf(value, first.step) };
}
