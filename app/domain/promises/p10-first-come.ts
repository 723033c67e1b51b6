import { addMs } from '../calendar';
import type { Fact, LineUnits } from '../history';
import type { LineId } from '../ids';
import { type Book, type FactOf, factsOf, type OrderBook } from './book';
import { createFinding, type Finding } from './finding';
import type { Shelf } from './shelf';

/**
 * P10. When we release an order that has waited, or say that its goods are here, the shelf had units for all of it when
 * shared oldest first: nobody who ordered earlier lacked one. A part may go first while all that is missing stays on hold. Only
 * a person's name and reason put an order before others, or a part before the rest.
 */
export function checkFirstCome(book: Book, shelf: Shelf): Finding {
  const finding = createFinding('P10');
  for (const order of book.orders) {
    const firstShort = factsOf(order.facts, 'shortage-found')[0]?.at;
    if (firstShort === undefined) continue;
    for (const fact of factsOf(order.facts, 'released', 'said')) {
      const ours = fact.kind === 'released' ? fact.by === 'holdfast' : fact.step === 'ready';
      if (!ours || fact.at < firstShort || shelf.toCome(order.id, fact.at).size === 0) continue;
      finding.judge();
      if (shelf.had(order.id, fact.at) || isPart(fact, order, book, shelf)) continue;
      finding.broken(
        fact.at,
        order.id,
        'was given units that an older order waits for, or that are not there',
      );
    }
    for (const { at, who, why } of factsOf(order.facts, 'put-first', 'part-asked'))
      if (who.trim() === '' || why.trim() === '')
        finding.broken(at, order.id, 'was put first without a name and a reason');
  }
  return finding.end();
}

/**
 * Something of the order was on the shelf, parts were wanted, and all that was missing was on hold again within the grace, or
 * with a third party that was asked for it.
 */
function isPart(
  fact: Extract<Fact, { kind: 'released' | 'said' }>,
  order: OrderBook,
  book: Book,
  shelf: Shelf,
): boolean {
  if (fact.kind !== 'released') return false;
  const asked =
    book.settingsAt(fact.at)?.partOrders === 'ready-first' ||
    factsOf(order.facts, 'part-asked').some((ask) => ask.at <= fact.at) ||
    factsOf(order.facts, 'agreed').some((yes) => yes.to === 'part-first' && yes.at <= fact.at);
  const lacking = shelf.lacking(order.id, fact.at);
  const something = [...shelf.toCome(order.id, fact.at)].some(
    ([line, units]) => (lacking.get(line) ?? 0) < units,
  );
  const by = addMs(fact.at, book.graceMs);
  const stillLacking = shelf.lacking(order.id, by);
  const areKept = (held: ReadonlyMap<LineId, number>): boolean =>
    [...lacking].every(
      ([line, units]) => (held.get(line) ?? 0) >= Math.min(units, stillLacking.get(line) ?? 0),
    );
  return asked && something && heldFrom(fact, order, by).some(areKept);
}

type HoldChange = FactOf<'held' | 'released' | 'cancellation-requested' | 'given-back'>;

/** We put it there or took it off; what a third party has accepted can't be held, only asked back (platform fact). */
function changesHold(fact: Fact): fact is HoldChange {
  if (fact.kind === 'held' || fact.kind === 'released') return fact.by === 'holdfast';
  return fact.kind === 'cancellation-requested' || fact.kind === 'given-back';
}

/** What we had on hold of each line, or a person has let go, after each change of it, from the release on. */
function heldFrom(
  release: FactOf<'released'>,
  order: OrderBook,
  by: Date,
): ReadonlyMap<LineId, number>[] {
  const held = new Map<string, readonly LineUnits[]>();
  const states: Map<LineId, number>[] = [];
  for (const fact of order.facts.filter(changesHold)) {
    if (fact.at > by) break;
    if ('lines' in fact) held.set(fact.target, fact.lines);
    else held.delete(fact.target);
    if (fact.at < release.at) continue;
    const state = new Map<LineId, number>();
    for (const { line, units } of [...held.values()].flat())
      state.set(line, (state.get(line) ?? 0) + units);
    states.push(state);
  }
  return states;
}
