import { type Book, kept, openMoney } from './book';
import { always, amount, inTheEnd, judged } from './invariant';
import type { Moment } from './keep-book';

export const cancelledIsFree = inTheEnd(
  'after a cancellation by Holdfast nothing stays charged or authorized',
  (end, _at, history) =>
    history
      .filter(({ fact }) => fact.kind === 'order-cancelled' && fact.by === 'holdfast')
      .map(({ fact, after }) => {
        const open = openMoney(after, fact.at);
        return judged(
          kept(end) === 0 && open === 0,
          `cancelled with ${amount(kept(end))} kept and ${amount(open)} authorized`,
        );
      }),
);

/** What the merchant had left too high before the customer chose is theirs to give back. */
function excessBefore(history: readonly Moment[]): number {
  const choice = history.find(({ fact }) => fact.kind === 'chose' && fact.choice === 'cancel');
  return choice === undefined ? 0 : Math.max(0, kept(choice.before) - choice.before.total);
}

export const whatLeavesIsGone = inTheEnd(
  'what the customer cancelled before it shipped leaves the order, and its money goes back',
  (end, at, history) => {
    if (end.disputed) return [];
    const due = [...end.leaving].filter(([, undoUntil]) => undoUntil < at);
    return due.map(([id]) => {
      const line = end.lines.get(id);
      const isGone = end.cancelledBy !== null || line === undefined || line.units <= line.packed;
      if (!isGone) return { broken: `${id} is still ordered` };
      return judged(
        end.cancelledBy === 'merchant' || kept(end) <= end.total + excessBefore(history),
        `${amount(kept(end))} is kept for ${amount(end.total)}`,
      );
    });
  },
);

const wasAskedToPay = (history: readonly Moment[], until: number): boolean =>
  history.some(
    ({ fact }) => fact.kind === 'said' && fact.step === 'payment-request' && fact.at <= until,
  );

const leavesWhole = (book: Book): boolean =>
  [...book.lines].every(([id, line]) => line.units === 0 || book.leaving.has(id));

export const cancelledForAReason = always(
  'Holdfast cancels an order only when the customer wants it or didn’t pay in time',
  ({ fact, before }, history) => {
    if (fact.kind !== 'order-cancelled' || fact.by !== 'holdfast') return 'no-occasion';
    return judged(
      leavesWhole(before) || wasAskedToPay(history, fact.at),
      'cancelled, and nobody had asked for it',
    );
  },
);

export const givenBackForAReason = always(
  'Holdfast gives money back only for a cancellation',
  ({ fact, before }, history) => {
    if (fact.kind !== 'refunded' || fact.by !== 'holdfast') return 'no-occasion';
    return judged(
      before.leaving.size > 0 || wasAskedToPay(history, fact.at),
      `${amount(fact.amount)} given back, and nothing was cancelled`,
    );
  },
);
