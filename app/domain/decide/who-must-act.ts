import type { Case, ToTell } from '../case';
import { DISPUTED } from '../effects/disputed';
import { ONLY_EXTRAS, onlyExtrasLeft } from '../effects/only-extras';
import { NO_ADDRESS } from './attention';
import { unitsToCome } from '../units';
import type { OrderSeen } from './seen';

const TOO_LATE =
  'The customer cancelled, but the units were packed or shipped meanwhile: agree with them on a return.';

/** The steps that have a day by which the customer must have heard of them. */
const MUST_REACH: readonly ToTell['step'][] = ['first-notice', 'payment-request'];

/** A dispute that is new, of an order of which something is still to go: said once, whatever else waits for a person. */
export function newDispute(
  before: Case,
  lines: Case['lines'],
  { order }: OrderSeen,
): string | null {
  const isNew = order.disputed && (before.disputed !== true || before.closedAt !== null);
  return isNew && lines.some(({ units }) => unitsToCome(units) > 0) ? DISPUTED : null;
}

/** What only a person can do after this look; null when nothing. */
export function whoMustAct(
  before: Case,
  { lines, toTell, payment }: Pick<Case, 'lines' | 'toTell' | 'payment'>,
  seen: OrderSeen,
): string | null {
  // Nobody reminds them: once the last day for paying is over, they are called again.
  const isOverdue = payment != null && payment.payBy <= seen.at;
  const untold = isOverdue || toTell.some(({ step }) => MUST_REACH.includes(step));
  if (untold && (seen.customerKey ?? before.customerKey) === null) return NO_ADDRESS;
  const overtaken = before.lines.some(
    (was) =>
      was.choice.kind === 'cancel-requested' &&
      was.choice.by !== 'rule' &&
      lines.some((line) => line.id === was.id && line.choice.kind === 'none'),
  );
  if (overtaken) return TOO_LATE;
  const extras = onlyExtrasLeft({ ...before, lines }, seen.order);
  return extras && !onlyExtrasLeft(before, seen.order) ? ONLY_EXTRAS : null;
}
