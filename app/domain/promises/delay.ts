import type { Step } from '../case';

/** The steps that tell of a delay. */
const DELAYS: readonly Step[] = ['first-notice', 'follow-up', 'new-date', 'date-passed'];

export function isDelay(step: Step): boolean {
  return DELAYS.includes(step);
}
