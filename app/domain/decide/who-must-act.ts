import type { Case, ToTell } from '../case';
import { ONLY_EXTRAS, onlyExtrasLeft } from '../effects/only-extras';
import { NO_ADDRESS } from './attention';
import { unitsToCome } from '../units';
import type { OrderSeen } from './order-seen';

const TOO_LATE =
  'The customer cancelled, but the units were packed or shipped meanwhile: agree with them on a return.';
const DISPUTED =
  'The payment is disputed: nothing is captured, cancelled or sent until a person decides.';

/** The steps that have a day by which the customer must have heard of them. */
const MUST_REACH: readonly ToTell['step'][] = ['first-notice', 'payment-request'];

/** What only a person can do after this look; null when nothing. */
export function whoMustAct(
  before: Case,
  { lines, toTell }: Pick<Case, 'lines' | 'toTell'>,
  seen: OrderSeen,
): string | null {
  if (seen.order.disputed && lines.some(({ units }) => unitsToCome(units) > 0)) return DISPUTED;
  const untold = toTell.some(({ step }) => MUST_REACH.includes(step));
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
