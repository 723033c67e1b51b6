import {
  type Absence,
  awayStill,
  backNow,
  caughtUp,
  hasLeft,
  laterByAbsence,
  needsWholeReading,
  nextProbeAt,
} from '../../app/domain/absence';

const START = new Date('2026-03-02T10:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const later = (ms: number): Date => new Date(START.getTime() + ms);
const away = (cause: Absence['cause'] = 'frozen'): Absence => awayStill(null, cause, START);

describe('a suspended shop', () => {
  it('is asked for after 15 minutes, and ever more seldom: at most every four hours, once a day after a month', () => {
    const waits = [0, 15 * MINUTE, 30 * MINUTE, HOUR, 6 * HOUR, 31 * DAY].map(
      (ms) => (nextProbeAt(away(), later(ms)).getTime() - later(ms).getTime()) / MINUTE,
    );
    expect(waits).toEqual([15, 15, 30, 60, 240, 1440]);
  });

  it('has left when its token was refused for an hour, without another answer in between', () => {
    const first = away('refused');
    expect(hasLeft(awayStill(first, 'refused', later(59 * MINUTE)), later(59 * MINUTE))).toBe(
      false,
    );
    expect(hasLeft(awayStill(first, 'refused', later(HOUR)), later(HOUR))).toBe(true);
    const mixed = awayStill(awayStill(first, 'frozen', later(HOUR)), 'refused', later(2 * HOUR));
    expect(hasLeft(mixed, later(2 * HOUR))).toBe(false);
  });

  it.each(['frozen', 'forbidden', 'locked', 'suspicious', 'closed', 'no-token'] as const)(
    'never counts as gone for %s alone, however long',
    (cause) => expect(hasLeft(away(cause), later(400 * DAY))).toBe(false),
  );

  it('counts as gone after 30 days in which there was no such shop', () => {
    expect(hasLeft(away('not-found'), later(29 * DAY))).toBe(false);
    expect(hasLeft(away('not-found'), later(30 * DAY))).toBe(true);
  });

  it('stays away since its beginning, whatever the answers were; back and away anew begins anew', () => {
    const still = awayStill(away(), 'locked', later(HOUR));
    expect(still).toMatchObject({ since: START, cause: 'locked' });
    const done = caughtUp(backNow(still, later(2 * HOUR)), later(3 * HOUR));
    expect(awayStill(done, 'frozen', later(DAY)).since).toEqual(later(DAY));
  });

  it('away again before it was read through: that is one absence, so that what it made due is asked about', () => {
    const back = backNow(away(), later(3 * DAY));
    const again = awayStill(back, 'frozen', later(3 * DAY + HOUR));
    expect(again.since).toEqual(START);
    expect(backNow(again, later(3 * DAY + 2 * HOUR)).asksBefore).toEqual(later(3 * DAY + 2 * HOUR));
  });

  it('asks a person after more than a day, and a short absence later does not take that back', () => {
    const back = caughtUp(backNow(away(), later(2 * DAY)), later(2 * DAY + HOUR));
    const asks = { asksBefore: later(2 * DAY), asksUntil: later(2 * DAY + HOUR) };
    expect(back).toMatchObject(asks);
    const short = awayStill(back, 'frozen', later(5 * DAY));
    expect(caughtUp(backNow(short, later(5 * DAY + HOUR)), later(5 * DAY + HOUR))).toMatchObject(
      asks,
    );
    expect(backNow(away(), later(DAY)).asksBefore).toBeNull();
  });

  it('is read through after more than an hour', () => {
    expect(needsWholeReading(away(), later(HOUR))).toBe(false);
    expect(needsWholeReading(away(), later(HOUR + 1))).toBe(true);
  });

  it('makes a last day later by as long as it was away since that day was set', () => {
    const day = later(10 * DAY);
    expect(laterByAbsence(day, later(-DAY), away(), later(3 * DAY))).toEqual(later(13 * DAY));
    expect(laterByAbsence(day, later(DAY), away(), later(3 * DAY))).toEqual(later(12 * DAY));
  });
});
