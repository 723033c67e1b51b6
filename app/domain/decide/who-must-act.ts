import type { Case, ToTell } from '../case';
import { NO_ADDRESS } from './attention';
import type { OrderSeen } from './seen';

const TOO_LATE =
  'The customer cancelled, but the units were packed or shipped meanwhile: agree with them on a return.';

/** The steps that have a day by which the customer must have heard of them. */
const MUST_REACH: readonly ToTell['step'][] = ['first-notice', 'payment-request'];

/** What only a person can do after this look. */
export function whoMustAct(
  before: Case,
  { lines, toTell, payment }: Pick<Case, 'lines' | 'toTell' | 'payment'>,
  seen: OrderSeen,
): string[] {
  // Nobody reminds them: once the last day for paying is over, they are called again.
  const isOverdue = payment != null && payment.payBy <= seen.at;
  const untold = isOverdue || toTell.some(({ step }) => MUST_REACH.includes(step));
  const isOutOfReach = untold && (seen.customerKey ?? before.customerKey) === null;
  const overtaken = before.lines.some(
    (was) =>
      was.choice.kind === 'cancel-requested' &&
      was.choice.by !== 'rule' &&
      lines.some((line) => line.id === was.id && line.choice.kind === 'none'),
  );
  return [...(isOutOfReach ? [NO_ADDRESS] : []), ...(overtaken ? [TOO_LATE] : [])];
}
