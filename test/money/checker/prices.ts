import { type Book, isPacked, isWaiting, kept, left, missingGross, openMoney } from './book';
import { always, amount, inTheEnd, judged } from './invariant';

export const withinPrice = always(
  'Holdfast captures no more than the order costs',
  ({ fact, after }) => {
    if (fact.kind !== 'captured' || fact.by !== 'holdfast') return 'no-occasion';
    return judged(
      kept(after) <= after.total,
      `${amount(kept(after))} is taken for ${amount(after.total)}`,
    );
  },
);

export const notTwice = always('the customer is not charged twice', ({ fact, before, after }) => {
  if (fact.kind === 'paid')
    return judged(
      kept(after) <= after.total,
      `paid by link, ${amount(kept(after))} is taken for ${amount(after.total)}`,
    );
  if (fact.kind !== 'said' || !fact.step.startsWith('payment-')) return 'no-occasion';
  const owed = before.total - kept(before);
  if (owed <= 0) return { broken: `${fact.step} though nothing is owed` };
  const open = openMoney(before, fact.at);
  return judged(open < owed, `${fact.step} while ${amount(open)} is authorized`);
});

export const asksOnceNothingIsShown = always(
  'nobody is asked to pay while Shopify shows money as capturable',
  ({ fact, before }) => {
    if (fact.kind !== 'said' || !fact.step.startsWith('payment-')) return 'no-occasion';
    const shown = [...before.authorizations.values()].reduce((sum, a) => sum + left(a), 0);
    return judged(shown === 0, `${fact.step} while ${amount(shown)} is shown as capturable`);
  },
);

/** What Shopify will take by itself for what goes out now: a part is no occasion for it to take the whole. */
function takenOnTheWay(book: Book, at: number): number {
  const takes = book.takesAtFulfillment;
  const isMoment = takes === 'each part' || (takes === 'the whole' && !isWaiting(book));
  return isMoment ? openMoney(book, at) : 0;
}

export const settledBeforeReleased = always(
  'Holdfast releases nothing that is not settled',
  ({ fact, before }) => {
    if (fact.kind !== 'released' || fact.by !== 'holdfast') return 'no-occasion';
    if (before.cancelledBy !== null) return 'no-occasion';
    const due = before.total - missingGross(before);
    return judged(
      kept(before) + takenOnTheWay(before, fact.at) >= due - 0.5,
      `released with ${amount(kept(before))} of ${amount(due)} taken`,
    );
  },
);

/** Unless another let it go, which is theirs to answer for, or a dispute has stopped everything. */
export const goesOutPaid = inTheEnd(
  'once the goods are there the order goes out paid, or it is cancelled',
  (end) => {
    if (isWaiting(end) || end.cancelledBy !== null || end.disputed) return [];
    if (end.releasedByOthers.size > 0) return [];
    const isStillHeld = end.held.size > 0 && !isPacked(end);
    if (isStillHeld) return [{ broken: 'the goods are there, and it is still on hold' }];
    return [
      judged(
        kept(end) >= end.total,
        `the goods are there, and ${amount(kept(end))} of ${amount(end.total)} is taken`,
      ),
    ];
  },
);
