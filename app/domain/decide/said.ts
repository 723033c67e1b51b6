import { DAY, endOfDayAfter } from '../calendar';
import type { Case, PromiseClock, Said, Step, TimelineEntry, ToTell } from '../case';
import { lastDayToPay } from '../payment-days';
import type { Shop } from '../settings';
import { beside } from './attention';
import { type Decision, entry } from './decision';

/** A message left, may have left, or in mode `watch` would have left. */
export interface MessageSaid {
  readonly type: 'message-said';
  readonly at: Date;
  readonly said: Said;
}

/** What one message says besides its own step, as `message-facts.ts` puts it in: several due together are one. */
const SPEAKS_FOR: Readonly<Record<Step, readonly ToTell['step'][]>> = {
  'first-notice': ['first-notice', 'new-date', 'money-notice'],
  'follow-up': ['first-notice', 'new-date', 'money-notice'],
  'new-date': ['first-notice', 'new-date', 'money-notice'],
  'date-passed': ['first-notice', 'new-date', 'money-notice'],
  'money-notice': ['first-notice', 'new-date', 'money-notice'],
  'payment-request': ['first-notice', 'new-date', 'money-notice', 'payment-request'],
  'payment-reminder': ['payment-request'],
  ready: ['first-notice', 'new-date', 'money-notice', 'ready'],
  shipped: ['first-notice', 'new-date', 'money-notice', 'ready', 'shipped'],
  // Good news is not put behind bad: that the rest is here has its own message.
  cancelled: ['first-notice', 'new-date', 'money-notice', 'cancelled'],
};

/** Every message about a delay names the date, also within another message: from then on the customer goes by it. */
const NAMES_THE_DATE: readonly Step[] = ['first-notice', 'follow-up', 'new-date', 'money-notice'];

/** Dates are the ends of days, so the one that is passing is less than a day away. */
export function passes(date: Date | null, at: Date): boolean {
  return date !== null && date.getTime() - at.getTime() < DAY;
}

/** A date that is over is no date to name: nobody can expect anything of it any more. */
export function isOver(date: Date | null, at: Date): boolean {
  return date !== null && date <= at;
}

const DATE_PASSED =
  'The promised date is passing and nothing has arrived: ask the supplier and set a new date.';

const RECORDED_AS: Readonly<
  Record<Said['outcome'], readonly [TimelineEntry['kind'], TimelineEntry['by']]>
> = {
  sent: ['message-sent', 'holdfast'],
  unclear: ['message-unclear', 'holdfast'],
  withheld: ['message-withheld', 'holdfast'],
  'by-person': ['step-skipped', 'merchant'],
  skipped: ['step-skipped', 'merchant'],
};

/**
 * From the request on the customer has the shop's number of days to pay, or until the last day that a reminder has named;
 * one that was withheld has asked nobody.
 */
function paymentAsked(current: Case, { step, at, outcome }: Said, shop: Shop): Case['payment'] {
  const { payment } = current;
  if (outcome === 'withheld' || outcome === 'skipped') return payment;
  if (step === 'payment-reminder' && payment != null)
    return { ...payment, payBy: lastDayToPay(current, at, shop) ?? payment.payBy };
  if (step !== 'payment-request') return payment;
  return { askedAt: at, payBy: endOfDayAfter(at, shop.settings.paymentDays, shop.timezone) };
}

/** What was withheld has told nobody of a date: the one that they heard last is remembered meanwhile. */
function heardAfter(
  { heardDate, toldDate }: PromiseClock,
  { outcome }: Said,
): Date | null | undefined {
  if (outcome !== 'withheld') return undefined;
  return heardDate === undefined ? toldDate : heardDate;
}

/** From a message that names dates on: the customer goes by the line's date, or by none where it is over. */
function datesNamed(promise: PromiseClock, said: Said): PromiseClock {
  const before = { previousDate: null, heardDate: heardAfter(promise, said) };
  if (!isOver(promise.date, said.at)) return { ...promise, ...before, toldDate: promise.date };
  // What was withheld has to be told yet, and of which date.
  const date = said.outcome === 'withheld' ? promise.date : null;
  return { ...promise, ...before, toldDate: null, date };
}

export function decideSaid(current: Case, { said }: MessageSaid, shop: Shop): Decision {
  const struck = SPEAKS_FOR[said.step];
  const namesDates =
    NAMES_THE_DATE.includes(said.step) ||
    current.toTell.some(({ step }) => NAMES_THE_DATE.includes(step) && struck.includes(step));
  const lines = current.lines.map((line) => {
    const { promise } = line;
    const before = { previousDate: null, heardDate: heardAfter(promise, said) };
    if (said.step === 'date-passed' && passes(promise.toldDate, said.at))
      return { ...line, promise: { ...promise, ...before, toldDate: null, date: null } };
    return namesDates ? { ...line, promise: datesNamed(promise, said) } : line;
  });
  const wentBy = current.lines.some(
    ({ units, promise }) => namesDates && units.short > 0 && isOver(promise.date, said.at),
  );
  const call =
    said.outcome === 'unclear'
      ? 'A message may or may not have reached the customer. It was not sent again: please check.'
      : said.step === 'date-passed' || wentBy
        ? DATE_PASSED
        : null;
  const [kind, by] = RECORDED_AS[said.outcome];
  const timeline = [entry(said.at, kind, by, { step: said.step, key: said.key })];
  const attention = call === null ? current.attention : beside(current.attention, call);
  if (attention !== current.attention)
    timeline.push(entry(said.at, 'attention-raised', 'holdfast', { reason: call }));
  return {
    case: {
      ...current,
      lines,
      said: [...current.said, said],
      payment: paymentAsked(current, said, shop),
      toTell: current.toTell.filter((item) => !struck.includes(item.step)),
      attention,
    },
    timeline,
  };
}
