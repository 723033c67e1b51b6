import { isWaiting, kept, missingGross } from './book';
import { always, amount, inTheEnd, type Judgement, judged } from './invariant';

/** How long news takes to arrive and be acted upon. */
const GRACE = 5 * 60_000;

export const goodsBeforeMoney = always(
  'Holdfast captures nothing for a unit that is neither there nor agreed on',
  ({ fact, before, after }) => {
    if (fact.kind !== 'captured' || fact.by !== 'holdfast') return 'no-occasion';
    const waiting = missingGross(before);
    if (waiting === 0 || before.agreed.has('charge-early')) return 'kept';
    const inParts =
      before.agreed.has('part-first') ||
      before.authorizations.get(fact.authorization)?.multiCapturable === true;
    if (!inParts) return { broken: 'captured while units were missing, without a yes' };
    return judged(
      kept(after) <= before.total - waiting + 0.5,
      `${amount(kept(after))} is taken for what is there, ${amount(before.total - waiting)}`,
    );
  },
);

export const heldWhileItWaits = inTheEnd(
  'from its first shortage on the order is held until the goods are there',
  (_end, _at, history) => {
    const judgements: Judgement[] = [];
    let bareSince: number | null = null;
    for (const { fact, before, after } of history) {
      if (bareSince !== null && fact.at - bareSince > GRACE) {
        judgements.push({ broken: `short and not held for ${(fact.at - bareSince) / 60_000} min` });
        bareSince = null;
      }
      if (after.isFound && !before.isFound) judgements.push('kept');
      const concerns = after.isFound && isWaiting(after) && !after.disputed;
      const isBare = concerns && after.held.size === 0 && after.releasedByOthers.size === 0;
      bareSince = isBare ? (bareSince ?? fact.at) : null;
    }
    return judgements;
  },
);
