import { addMs, DAY, workingDaysAfter } from '../calendar';
import { isPositive, type Money } from '../money';
import { inShopsDay } from '../step-limits';
import { unitsInWords } from '../line-name';
import { givesBack } from '../own-money';
import { unitsToCome } from '../units';
import { givenBack } from './given-back';
import { overpaid } from './refunds';
import type { Situation } from './situation';

/** So long before the last day a person is called. */
const WARNING = 2 * DAY;

interface Due {
  readonly amount: Money;
  readonly by: Date;
}

/**
 * When the customer's cancellation became final; null while nothing is cancelled. Of several it is the first for which
 * nothing has been given back since.
 */
function vestedAt({ case: value, now, order }: Situation): Date | null {
  const times = (value?.lines ?? []).flatMap(({ choice }) => {
    if (choice.kind === 'cancelled' && choice.by !== 'shopify') return [choice.at];
    return choice.kind === 'cancel-requested' && choice.undoUntil <= now ? [choice.undoUntil] : [];
  });
  const givenBackAt = order.transactions.filter(givesBack).map(({ processedAt }) => processedAt);
  const unanswered = times.filter((at) => givenBackAt.every((given) => given < at));
  return (unanswered.length > 0 ? unanswered : times).reduce<Date | null>(
    (first, at) => (first === null || at < first ? at : first),
    null,
  );
}

/** Units whose cancellation is final and not carried out yet. */
function leavingNow({ case: value, now }: Situation) {
  return (value?.lines ?? []).flatMap(({ id, choice, units }) =>
    choice.kind === 'cancel-requested' && choice.undoUntil <= now
      ? [{ target: id, quantity: unitsToCome(units) - units.packed }]
      : [],
  );
}

/** What goes back for them. */
function paidForLeaving(situation: Situation): Money | null {
  const amount = givenBack(leavingNow(situation), situation);
  return isPositive(amount) ? amount : null;
}

/** What is to be given back, and the last day for it: the law's 7 working days, or the shop's stricter number; none in a dispute. */
export function refundDue(situation: Situation): Due | null {
  if (situation.order.disputed) return null;
  const since = vestedAt(situation);
  const amount = overpaid(situation) ?? paidForLeaving(situation);
  if (since === null || amount === null) return null;
  const { settings, timezone } = situation.shop;
  return { amount, by: workingDaysAfter(since, settings.refundDays, timezone) };
}

/** When a person is called for a refund that has not gone out by itself; null when nothing is to be given back. */
export function refundAlarmAt(situation: Situation): Date | null {
  const due = refundDue(situation);
  return due === null ? null : addMs(due.by, -WARNING);
}

/** In words for the merchant, once the last day is near; a refund that waits for a yes or a pause counts as not sent. */
export function lateRefund(situation: Situation): string | null {
  const due = refundDue(situation);
  if (due === null || addMs(due.by, -WARNING) > situation.now) return null;
  const { amount, currencyCode } = due.amount;
  const day = inShopsDay(due.by, situation.shop.timezone);
  const off = leavingNow(situation).map(({ target, quantity }) =>
    unitsInWords(situation.case?.lines ?? [], target, quantity),
  );
  const alsoOff = off.length === 0 ? '' : ` and take ${off.join(', ')} off the order`;
  return `Refund ${amount} ${currencyCode} by ${day}${alsoOff}: the customer cancelled, and it has not been given back yet.`;
}
