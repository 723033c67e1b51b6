import { endOfDayAfter } from '../calendar';
import type { Case, CaseLine } from '../case';
import type { Shop } from '../settings';
import { type Decision, entry, ignored } from './decision';

export const WAITS_FOR_YES = 'Something waits for your yes.';
export const NO_ADDRESS = 'The order has no usable e-mail address: call the customer.';

/** What a person is called for, a line for each. */
export const callsIn = (attention: string | null): string[] => attention?.split('\n') ?? [];

const asAttention = (calls: readonly string[]): string | null => calls.join('\n') || null;

const raised = (at: Date, reason: string) => entry(at, 'attention-raised', 'holdfast', { reason });

/** The calls with one more, the newest first; it isn't made twice. */
export function beside(attention: string | null, call: string): string | null {
  const known = callsIn(attention);
  return known.includes(call) ? attention : asAttention([call, ...known]);
}

/** Something that only a person can settle, in words that a merchant can act on, beside what else they were called for. */
export function raiseAttention(current: Case, at: Date, reason: string): Decision {
  const call = reason.replace(/\s+/g, ' ');
  const attention = beside(current.attention, call);
  if (attention === current.attention) return ignored('it is on the list already');
  return { case: { ...current, attention }, timeline: [raised(at, call)] };
}

/** Once the order has an address its customer is written to: nobody is called for want of one. */
export function withoutCall(current: Case): string | null {
  return asAttention(callsIn(current.attention).filter((call) => call !== NO_ADDRESS));
}

/**
 * What only a person can settle, for as long as its cause stands: `standing` in words, the most urgent first.
 * - said once, beside whatever else they were called for: what they have seen to doesn't come back while nothing changes;
 * - other words, such as a new amount, are a new call, and take the place of the old one;
 * - what has come right since is asked of nobody any more, and called for anew should it come back.
 */
export function decideCalls(current: Case, at: Date, standing: readonly string[]): Decision {
  const made = current.calls ?? [];
  const known = callsIn(current.attention);
  const over = made.filter((call) => !standing.includes(call));
  const fresh = standing.filter((call) => !made.includes(call));
  if (over.length === 0 && fresh.length === 0) return ignored('each call was made already');
  const stands = standing.filter((call) => fresh.includes(call) || known.includes(call));
  const others = known.filter((call) => !over.includes(call) && !standing.includes(call));
  const ended = known.filter((call) => over.includes(call));
  return {
    case: { ...current, attention: asAttention([...stands, ...others]), calls: [...standing] },
    timeline: [
      ...ended.map((reason) => entry(at, 'attention-resolved', 'holdfast', { reason })),
      ...fresh.map((reason) => raised(at, reason)),
    ],
  };
}

/**
 * A call that was made has told the customer: nothing of it is left to say. Where it was about the payment, they have the
 * shop's number of days from now; nobody else can remind them, so that a person is called again when those are over.
 */
export function resolveAttention(current: Case, at: Date, shop: Shop): Decision {
  const { attention, toTell, payment } = current;
  if (attention === null) return ignored('nothing needs attention');
  const timeline = [entry(at, 'attention-resolved', 'merchant', { reason: attention })];
  if (!attention.includes(NO_ADDRESS)) return { case: { ...current, attention: null }, timeline };
  const isAsked =
    toTell.some(({ step }) => step === 'payment-request') ||
    (payment != null && payment.payBy <= at);
  const payBy = endOfDayAfter(at, shop.settings.paymentDays, shop.timezone);
  return {
    case: {
      ...current,
      attention: null,
      toTell: [],
      payment: isAsked ? { askedAt: at, payBy } : payment,
    },
    timeline,
  };
}

/** Nothing waits for a yes any more: it was given, or is no longer needed. What else a person was called for stays. */
export function resolveYes(current: Case, at: Date, by: 'merchant' | 'holdfast'): Decision {
  const known = callsIn(current.attention);
  if (!known.includes(WAITS_FOR_YES)) return ignored('no yes was waited for');
  const left = known.filter((call) => call !== WAITS_FOR_YES);
  return {
    case: { ...current, attention: asAttention(left) },
    timeline: [entry(at, 'attention-resolved', by, { reason: WAITS_FOR_YES })],
  };
}

/** The customer goes by the date that they last heard, not by one that was withheld. */
function asHeard(line: CaseLine): CaseLine {
  const { heardDate, ...promise } = line.promise;
  return heardDate === undefined ? line : { ...line, promise: { ...promise, toldDate: heardDate } };
}

/**
 * After `watch`, what was withheld was never said.
 * - whoever waits and was never really told hears it now: a late first notice is better than silence (P2, P5);
 * - whoever was told before, and not of the date given since or that theirs has passed, hears of it (P4);
 * - to one who never heard of a delay, its end is no news.
 */
export function tellAfterWatching(current: Case, at: Date): Decision {
  const said = current.said.filter(({ outcome }) => outcome !== 'withheld');
  if (current.closedAt !== null || said.length === current.said.length)
    return ignored('nothing was withheld');
  const short = current.lines.some((line) => line.units.short + line.units.doubtful > 0);
  const datesWithheld = current.said.some(
    ({ step, outcome }) =>
      (step === 'new-date' || step === 'date-passed') && outcome === 'withheld',
  );
  const step = said.length === 0 ? 'first-notice' : 'new-date';
  const due = short && (step === 'first-notice' || datesWithheld);
  const others = current.toTell.filter((item) => item.step !== 'ready' || said.length > 0);
  const known = others.some((item) => item.step === step);
  const toTell = due && !known ? [...others, { step, since: at } as const] : others;
  return { case: { ...current, said, toTell, lines: current.lines.map(asHeard) }, timeline: [] };
}
