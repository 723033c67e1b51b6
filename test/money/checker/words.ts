import { kept } from './book';
import { always, amount, judged } from './invariant';

export const notChargedIsTrue = always(
  '“not charged” is said only when nothing is charged, pending or paid by gift card',
  ({ fact, before }) => {
    if (fact.kind !== 'said' || !fact.claimsNotCharged) return 'no-occasion';
    return judged(
      kept(before) + fact.money.pending === 0,
      `${fact.step} says so while ${amount(kept(before) + fact.money.pending)} is taken`,
    );
  },
);
