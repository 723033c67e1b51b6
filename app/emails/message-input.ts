import type { Step } from '../domain/case';
import type { Money } from '../domain/money';
import type { MoneyPicture } from '../domain/money-picture';

/** One message's facts, gathered at the moment of sending. */
export interface MessageInput {
  readonly step: Step;
  /** What else is due and is told in the same message, so that two don't go out. */
  readonly also?: readonly Step[];
  readonly shop: { readonly name: string };
  readonly orderName: string;
  readonly firstName: string | null;
  readonly locale: string;
  /** The shop's IANA zone: dates are days of the shop's. */
  readonly timezone: string;
  readonly lines: readonly MessageLine[];
  readonly money: MoneyPicture;
  /** The items can't be cancelled one by one, only the whole order. */
  readonly cancelsWhole?: boolean | undefined;
  readonly undoMinutes: number;
  readonly trackingNumbers: readonly string[];
  readonly silence: 'keeps' | 'cancels';
  /** Until when an answer is awaited, where silence cancels. Null or absent: no day is named. */
  readonly cancelsAt?: Date | null;
  /** What the customer still has to pay, how, and until when; absent where nothing is asked of them. */
  readonly payment?: MessagePayment;
  readonly now: Date;
}

export interface MessagePayment {
  /** `link`: Shopify offers a page to pay, as just read. `unknown`: it offers none yet, so none is promised. */
  readonly way: 'link' | 'unknown';
  readonly due: Money;
  /** After this day the order is cancelled; null before the payment was asked for. */
  readonly payBy: Date | null;
  /** Only the rest of the order waits for it: a part has left, or is paid and free to go. */
  readonly ofRest: boolean;
  /** There is no reminder after this one. */
  readonly last: boolean;
}

export interface MessageLine {
  readonly title: string;
  readonly quantity: number;
  readonly state: 'short' | 'ready' | 'shipped' | 'cancelled' | 'clear';
  /** Of short units: when they are expected to ship; null when no honest date can be given. */
  readonly date: Date | null;
  /** The date that the customer goes by until now, when it is another one. */
  readonly previousDate: Date | null;
}

/** The steps that tell of a delay: each carries the offer to cancel and the state of the money (P3). */
export const DELAY_STEPS = [
  'first-notice',
  'follow-up',
  'new-date',
  'date-passed',
  'money-notice',
] as const satisfies readonly Step[];

export function isDelayStep(step: Step): boolean {
  return DELAY_STEPS.some((delay) => delay === step);
}

/** What leads when several steps share a message: bad news before good, so that none is hidden behind the other. */
const LEADS: readonly Step[] = [
  'first-notice',
  'date-passed',
  'new-date',
  'follow-up',
  'money-notice',
  'payment-request',
  'payment-reminder',
  'cancelled',
  'shipped',
  'ready',
];

/** The steps that ask for the payment: each carries the page to pay, and the way out. */
export function asksForPayment(input: MessageInput): boolean {
  return stepsOf(input).some((step) => step === 'payment-request' || step === 'payment-reminder');
}

export function stepsOf(input: MessageInput): readonly [lead: Step, ...others: Step[]] {
  const asked = [input.step, ...(input.also ?? [])];
  const [lead = input.step, ...others] = LEADS.filter((step) => asked.includes(step));
  return [lead, ...others];
}

export function tellsOfDelay(input: MessageInput): boolean {
  return stepsOf(input).some(isDelayStep);
}
