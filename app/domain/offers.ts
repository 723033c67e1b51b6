import { isPositive, minus, type Money } from './money';
import { dueNow, unpaid } from './due-now';
import { owed } from './decide/settled';
import { firstEnd, isChargedEarly } from './effects/lapse';
import { goesInParts, partWay } from './effects/part-first';
import { leaves, moneyOf, type Situation, waits } from './effects/situation';
import { isMoving } from './money-picture';

/** The part that is here can go first. */
export interface PartOffer {
  /** What is charged for it now; nothing where it is paid already. */
  readonly amount: Money;
  /** What stays to be paid when the rest comes. */
  readonly rest: Money;
  /** What will have been paid for the order in all. */
  readonly upTo: Money;
  /** The rest of the authorization is let go by it, so that the rest is paid anew: needs the customer's yes. */
  readonly consent: boolean;
}

/** Be charged before the goods are here, since the authorization ends before they come. */
export interface EarlyOffer {
  readonly amount: Money;
  /** What will have been paid for the order in all. */
  readonly upTo: Money;
  readonly endsAt: Date;
}

export interface Offers {
  readonly partFirst: PartOffer | null;
  readonly chargeEarly: EarlyOffer | null;
}

export const NO_OFFERS: Offers = { partFirst: null, chargeEarly: null };

function partOffer(situation: Situation): PartOffer | null {
  const { case: value, order } = situation;
  const way = partWay(situation);
  if (value === null || way === null || goesInParts(situation)) return null;
  const picture = moneyOf(situation);
  const upTo = dueNow(order, value);
  const amount = unpaid(upTo, picture);
  return { amount, rest: minus(owed(picture), amount), upTo, consent: way === 'with-consent' };
}

function earlyOffer(situation: Situation): EarlyOffer | null {
  const { case: value, order, shop } = situation;
  if (value === null || shop.settings.beforeLapse !== 'charge-if-agreed') return null;
  if (!waits(value) || leaves(value) || order.disputed) return null;
  if (isChargedEarly(situation)) return null;
  const picture = moneyOf(situation);
  const first = firstEnd(situation);
  const amount = owed(picture);
  // The yes names the day up to which the money is set aside: a day that is only guessed is no day to agree to.
  if (first === null || first.endIsGuessed || !isPositive(amount) || isMoving(picture)) return null;
  return { amount, upTo: order.currentTotal, endsAt: first.goodUntil };
}

/** What the customer can agree to now, beyond waiting and cancelling. Nothing of it is done without their yes. */
export function offersOf(situation: Situation): Offers {
  const { case: value } = situation;
  if (value === null || value.closedAt !== null) return NO_OFFERS;
  return { partFirst: partOffer(situation), chargeEarly: earlyOffer(situation) };
}
