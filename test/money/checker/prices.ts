import { kept, missingGross, openMoney } from './book';
import { always, amount, judged } from './invariant';

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

/** What goes out is paid, or authorized where Shopify takes the money as it is fulfilled. */
export const settledBeforeReleased = always(
  'Holdfast releases nothing that is not settled',
  ({ fact, before }) => {
    if (fact.kind !== 'released' || fact.by !== 'holdfast') return 'no-occasion';
    if (before.cancelledBy !== null) return 'no-occasion';
    const authorized = before.capturesAtFulfillment ? openMoney(before, fact.at) : 0;
    const due = before.total - missingGross(before);
    return judged(
      kept(before) + authorized >= due - 0.5,
      `released with ${amount(kept(before))} of ${amount(due)} taken`,
    );
  },
);
