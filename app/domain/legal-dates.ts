import type { Case, CaseLine } from './case';
import { DELAYS } from './case';

/** The customer waits for units of it and has not asked to cancel them. */
function isWaitedFor({ units, choice }: CaseLine): boolean {
  const isEnded = choice.kind === 'cancel-requested' || choice.kind === 'cancelled';
  return units.short + units.doubtful > 0 && !isEnded;
}

/**
 * The first date between two instants by which the law wanted the customer to hear of a delay, and they did not: the end of
 * the stated shipping time, before any word was said (16 CFR 435.2(b)(1)); or a date that they were told, which has passed
 * without another one (435.2(b)(2)). Null when none passed.
 */
export function legalDatePassed(value: Case, from: Date, to: Date): Date | null {
  if (value.closedAt !== null) return null;
  const isTold = value.said.some(
    ({ step, outcome }) => DELAYS.includes(step) && outcome !== 'withheld' && outcome !== 'skipped',
  );
  const dates = value.lines
    .filter(isWaitedFor)
    .map(({ promise }) => (isTold ? (promise.heardDate ?? promise.toldDate) : promise.latest))
    .filter((date) => date !== null && date > from && date <= to);
  return dates.reduce<Date | null>(
    (first, date) => (first === null || (date !== null && date < first) ? date : first),
    null,
  );
}
