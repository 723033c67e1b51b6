import type { PlainFact } from './facts';
import { always, type Invariant, judged } from './invariant';
import type { Moment } from './keep-book';

const isOurs = (fact: PlainFact): boolean => 'by' in fact && fact.by === 'holdfast';

/** Judges each act of another's by what Holdfast did afterwards: nothing of what `isUndone` finds. */
function stands(
  says: string,
  isConcerned: (act: PlainFact) => boolean,
  isUndone: (act: PlainFact, later: Moment) => boolean,
): Invariant {
  return always(says, (moment, history) => {
    const { fact } = moment;
    if (!('by' in fact) || isOurs(fact) || !isConcerned(fact)) return 'no-occasion';
    const undone = history
      .slice(history.indexOf(moment) + 1)
      .find((later) => isOurs(later.fact) && isUndone(fact, later));
    return judged(undone === undefined, `${fact.kind} by ${fact.by}, then ${undone?.fact.kind}`);
  });
}

/** What the customer wants cancelled may be held all the same. */
export const releaseOfOthersStands = stands(
  'a hold that another took off is not put on again',
  (act) => act.kind === 'released',
  (act, { fact, before }) =>
    act.kind === 'released' &&
    fact.kind === 'held' &&
    fact.target === act.target &&
    before.leaving.size === 0,
);

export const cancelledByOthersStands = stands(
  'nothing more is done to an order that another cancelled',
  (act) => act.kind === 'order-cancelled',
  () => true,
);

export const moneyOfOthersStands = stands(
  'what another captured or voided is captured or voided no more',
  (act) => act.kind === 'captured' || act.kind === 'voided',
  (act, { fact, before }) =>
    (act.kind === 'captured' || act.kind === 'voided') &&
    (fact.kind === 'captured' || fact.kind === 'voided') &&
    fact.authorization === act.authorization &&
    before.authorizations.get(act.authorization)?.ended === true,
);

export const disputeFreezes = always(
  'while a payment is disputed everything stands still',
  ({ fact, before }) => {
    if (fact.kind === 'disputed') return 'kept';
    if (!before.disputed) return 'no-occasion';
    return judged(!isOurs(fact), `${fact.kind} in spite of a dispute`);
  },
);
