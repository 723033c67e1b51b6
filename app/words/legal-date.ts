import { inShopsDay } from '../domain/step-limits';
import type { SaidIn } from './calls';

/** What a person is called for when a date by law passed while Shopify kept Holdfast out. One line. */
export function legalDatePassedInWords(date: Date, { timezone }: SaidIn): string {
  return `While Shopify kept Holdfast out of your store, the date passed by which this customer had to hear of the delay: ${inShopsDay(date, timezone)}. Write to them today, with a new date if you have one and with the way to cancel for a full refund. If you can’t give a date, cancel and refund the order.`;
}
