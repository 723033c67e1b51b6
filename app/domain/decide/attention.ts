import { endOfDayAfter } from '../calendar';
import type { Case, CaseLine } from '../case';
import type { Shop } from '../settings';
import { type Decision, entry, ignored } from './decision';

export const WAITS_FOR_YES = 'Something waits for your yes.';
export const NO_ADDRESS = 'The order has no usable e-mail address: call the customer.';

/** Something that only a person can settle, in words that a merchant can act on. The first one stays until settled. */
export function raiseAttention(current: Case, at: Date, reason: string): Decision {
  if (current.attention !== null) return ignored('the case already needs attention');
  return {
    case: { ...current, attention: reason },
    timeline: [entry(at, 'attention-raised', 'holdfast', { reason })],
  };
}

/** Once the order has an address its customer is written to: nobody is called for want of one. */
export function withoutCall(attention: string | null): string | null {
  const lines = (attention ?? '').split('\n').filter((line) => line !== '' && line !== NO_ADDRESS);
  return lines.length === 0 ? null : lines.join('\n');
}

/**
 * An effect was refused: said first, whatever else waits for a person. It is said anew where the same words stand already,
 * since they were called for an earlier attempt.
 */
export function raiseRefusal(current: Case, at: Date, reason: string): Decision {
  const others = (current.attention ?? '').split('\n').filter((line) => line !== reason);
  const attention = [reason, ...others].filter((line) => line !== '').join('\n');
  return {
    case: { ...current, attention },
    timeline: [entry(at, 'attention-raised', 'holdfast', { reason })],
  };
}

/** What has a term by law (P6) is said beside whatever else waits for a person, and before it. */
export function addAttention(current: Case, at: Date, reason: string): Decision {
  const lines = (current.attention ?? '').split('\n').filter((line) => line !== '');
  if (lines.includes(reason)) return ignored('it is on the list already');
  return {
    case: { ...current, attention: [reason, ...lines].join('\n') },
    timeline: [entry(at, 'attention-raised', 'holdfast', { reason })],
  };
}

/** A cancellation meets a dispute: said once, beside whatever else waits for a person. */
export function raiseDispute(current: Case, at: Date, reason: string): Decision {
  return addAttention({ ...current, disputeCalledAt: at }, at, reason);
}

/** The goods have left unpaid: said once, beside whatever else waits for a person. What they then do is theirs. */
export function raiseLeftUnpaid(current: Case, at: Date, reason: string): Decision {
  return addAttention({ ...current, leftUnpaid: true }, at, reason);
}

/** Every call for a refund names its amount first. */
export const isAboutRefund = (call: string): boolean => call.startsWith('Refund ');

/** A refund has a term by law (P6): it is said first, whatever else waits for a person. Its amount is the newest. */
export function raiseRefund(current: Case, at: Date, reason: string): Decision {
  const others = (current.attention ?? '').split('\n').filter((line) => !isAboutRefund(line));
  const attention = [reason, ...others].filter((line) => line !== '').join('\n');
  if (attention === current.attention) return ignored('the refund is on the list already');
  return {
    case: { ...current, attention },
    timeline: [entry(at, 'attention-raised', 'holdfast', { reason })],
  };
}

/** What has come right since isn't asked of anybody any more. */
export function endCalls(current: Case, at: Date, isOver: (call: string) => boolean): Decision {
  const lines = (current.attention ?? '').split('\n').filter((line) => line !== '');
  const over = lines.filter(isOver);
  if (over.length === 0) return ignored('every call still stands');
  const left = lines.filter((line) => !isOver(line)).join('\n');
  return {
    case: { ...current, attention: left === '' ? null : left },
    timeline: [entry(at, 'attention-resolved', 'holdfast', { reason: over.join('\n') })],
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

/** Nothing waits for a yes any more. What else a person was called for stays. */
export function resolveYes(current: Case, at: Date, shop: Shop): Decision {
  return current.attention === WAITS_FOR_YES
    ? resolveAttention(current, at, shop)
    : ignored('no yes was waited for');
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
