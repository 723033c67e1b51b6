import type { Authorization } from '../authorization';
import type { CallOf } from '../calls/call';
import { owed } from '../decide/settled';
import { isPositive } from '../money';
import { isMoving, leftOn, shownAuthorizations } from '../money-picture';
import { actBy } from './lapse';
import { costsFee, mayBeVoided, notTaken, takeable, wasRefused } from './late-money';
import { isUnpaidFor } from './payments';
import { leaves, moneyOf, type Situation, waits } from './situation';

/** Nothing is asked about an authorization that is captured in this very look. */
function isTakenNow(authorization: Authorization, situation: Situation): boolean {
  const { case: value } = situation;
  if (value === null || waits(value) || wasRefused(authorization, situation)) return false;
  return takeable(situation).some(({ id }) => id === authorization.id);
}

/**
 * The end of an authorization is only guessed, and by that guess it is near: the merchant is asked how many days its gateway
 * keeps it. Until they answer it is not voided, and may end without a word.
 */
export function daysUnknown(situation: Situation): CallOf<'gateway-days-unknown'> | null {
  const { case: value, order, now } = situation;
  if (value === null || value.closedAt !== null || leaves(value)) return null;
  const picture = moneyOf(situation);
  if (order.cancelledAt !== null || order.disputed || isMoving(picture)) return null;
  if (!isPositive(owed(picture))) return null;
  const near = shownAuthorizations(picture, now).filter(
    (a) => a.endIsGuessed && actBy(a) <= now && !isTakenNow(a, situation),
  );
  const [first] = near;
  if (first === undefined) return null;
  const { gateway } = first;
  const ofIt = near.filter((a) => a.gateway === gateway);
  return {
    kind: 'gateway-days-unknown',
    gateway,
    amount: leftOn(ofIt, picture.total.currencyCode),
  };
}

/**
 * The goods are here, and what Shopify still shows as capturable can be neither captured by our rules nor voided, since a
 * part of it was captured: only a person can take it.
 */
export function authorizedNotTaken(situation: Situation): CallOf<'authorized-not-taken'> | null {
  if (!isUnpaidFor(situation) || takeable(situation).length > 0) return null;
  const stuck = notTaken(situation).filter((a) => !mayBeVoided(a) && !a.endIsGuessed);
  const [first] = stuck;
  if (first === undefined) return null;
  return {
    kind: 'authorized-not-taken',
    amount: leftOn(stuck, situation.order.currentTotal.currencyCode),
    why: costsFee(first, situation) ? 'costs-fee' : 'told-released',
  };
}
