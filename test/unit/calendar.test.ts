import {
  endOfDayAfter,
  endOfNamedDay,
  firstPermitted,
  isNight,
  onDayOf,
  startOfNextDay,
} from '../../app/domain/calendar';
import { customerZone } from '../../app/domain/customer-zone';

const NIGHT = { from: '21:00', to: '08:00', zone: 'America/New_York' };
const at = (iso: string): Date => new Date(iso);

describe('days and nights', () => {
  it.each([
    ['20:59', '2026-03-02T01:59:00Z', false],
    ['21:00', '2026-03-02T02:00:00Z', true],
    ['07:59', '2026-03-02T12:59:00Z', true],
    ['08:00', '2026-03-02T13:00:00Z', false],
  ])('at %s it is night or not', (_time, iso, night) => {
    expect(isNight(at(iso), NIGHT)).toBe(night);
  });

  it('the first permitted minute after a night that runs over midnight is the morning', () => {
    expect(firstPermitted(at('2026-03-02T03:00:00Z'), NIGHT)).toEqual(at('2026-03-02T13:00:00Z'));
    expect(firstPermitted(at('2026-03-02T06:00:00Z'), NIGHT)).toEqual(at('2026-03-02T13:00:00Z'));
    expect(firstPermitted(at('2026-03-02T15:00:00Z'), NIGHT)).toEqual(at('2026-03-02T15:00:00Z'));
  });

  it('in the night in which the clocks go forward the morning is still eight', () => {
    expect(firstPermitted(at('2026-03-08T03:00:00Z'), NIGHT)).toEqual(at('2026-03-08T12:00:00Z'));
    expect(startOfNextDay(at('2026-03-07T12:00:00Z'), 'America/New_York')).toEqual(
      at('2026-03-08T05:00:00Z'),
    );
  });

  it('days are calendar days of the zone, over leap days and changes of the clock', () => {
    expect(endOfDayAfter(at('2028-02-28T12:00:00Z'), 1, 'UTC')).toEqual(
      at('2028-02-29T23:59:59.999Z'),
    );
    expect(endOfDayAfter(at('2026-03-01T12:00:00Z'), 30, 'America/New_York')).toEqual(
      at('2026-04-01T03:59:59.999Z'),
    );
    expect(onDayOf(at('2026-11-01T16:00:00Z'), '18:00', 'America/New_York')).toEqual(
      at('2026-11-01T23:00:00Z'),
    );
  });

  it('a named day is its end, and what is no day is null', () => {
    expect(endOfNamedDay('2026-03-07', 'America/New_York')).toEqual(at('2026-03-08T04:59:59.999Z'));
    expect(endOfNamedDay('2026-02-30', 'UTC')).toBeNull();
    expect(endOfNamedDay('soon', 'UTC')).toBeNull();
  });

  it.each([
    ['US', 'CA', 'America/Los_Angeles'],
    ['US', 'NY', 'America/New_York'],
    ['CA', 'BC', 'America/Vancouver'],
    ['AU', 'WA', 'Australia/Perth'],
    ['DE', null, 'Europe/Berlin'],
    ['XX', null, 'Pacific/Auckland'],
    [null, null, 'Pacific/Auckland'],
  ])('a customer in %s %s sleeps in %s', (countryCode, provinceCode, zone) => {
    expect(customerZone({ countryCode, provinceCode }, 'Pacific/Auckland')).toBe(zone);
  });
});
