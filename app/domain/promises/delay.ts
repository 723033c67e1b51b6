import type { Step } from '../case';
import type { Said } from '../history';

/** The steps that tell of a delay. */
const DELAYS: readonly Step[] = [
  'first-notice',
  'follow-up',
  'new-date',
  'date-passed',
  'money-notice',
];

/** A shipment's or a cancellation's message may tell of a delay, too: then it carries the offer. */
export function tellsOfDelay(said: Said): boolean {
  return DELAYS.includes(said.step) || said.hasOffer;
}
