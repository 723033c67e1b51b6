import { addMs } from '../calendar';
import type { Fact } from '../history';
import { type Book, type FactOf, factsOf, type OrderBook, withGrace } from './book';

type Doing = Extract<Fact, { kind: 'tried' | 'said' }>;

/** Why the shop did not let it pass at that moment (M); null when it did. A message goes by its key, which begins its id. */
export function forbidden(fact: Doing, order: OrderBook, book: Book): string | null {
  const settings = book.settingsAt(fact.at);
  // What bears the same instant as a change of settings may have come before it.
  const before = book.settingsAt(addMs(fact.at, -1));
  if (before !== null && before.mode === 'automatic' && !before.paused) return null;
  if (settings === null) return 'though the app is not installed';
  if (settings.paused) return 'though everything is paused';
  if (settings.mode === 'watch') return 'though the shop only watches';
  if (settings.mode === 'automatic') return null;
  return hasYes(fact, order) || isOtherHalf(fact, order, book) ? null : 'without a yes';
}

/** A person's yes to this very effect, which no other that was done since has used up. */
function hasYes(fact: Doing, order: OrderBook): boolean {
  const yes = factsOf(order.facts, 'approved').filter((approved) => approved.at <= fact.at);
  if (fact.kind === 'said')
    return yes.some((y) => y.effect === 'message' && fact.messageId.startsWith(`${y.target}.`));
  const isSame = (other: { readonly effect: string; readonly target: string }): boolean =>
    other.effect === fact.effect && other.target === fact.target;
  const tries = factsOf(order.facts, 'tried');
  const done = tries
    .slice(0, tries.indexOf(fact))
    .findLast((earlier) => isSame(earlier) && earlier.outcome === 'done');
  return yes.some((y) => isSame(y) && (done === undefined || y.at > done.at));
}

/**
 * The yes to the release of a part is the yes to the hold on what still waits, which follows within the grace; it may be on
 * another fulfillment order, to which what waits has been counted since. A release that had passed without a yes, before the
 * shop began to ask, has its other half all the same.
 */
function isOtherHalf(fact: Doing, order: OrderBook, book: Book): boolean {
  if (fact.kind !== 'tried' || fact.effect !== 'hold') return false;
  const isBefore = (f: FactOf<'held' | 'released'>): boolean =>
    f.at < fact.at || (f.at <= fact.at && f.kind === 'released');
  const before = factsOf(order.facts, 'held', 'released').filter(
    (f) => f.by === 'holdfast' && isBefore(f),
  );
  const last = before.at(-1)?.at;
  // What bears the same instant may have come in either order (record 0022).
  const released = before.some((f) => f.kind === 'released' && f.at.getTime() === last?.getTime());
  return last !== undefined && released && fact.at <= withGrace(book, last);
}
