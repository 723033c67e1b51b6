import type { LineId } from '../ids';
import { earliest, endOfDay, firstPermitted, onDayOf, startOfNextDay } from '../calendar';
import { tellsOfDelay } from './delay';
import { type Book, factsOf, type OrderBook, waitsOf, withGrace } from './book';
import { createFinding, type Finding } from './finding';
import type { Shelf } from './shelf';
import type { Settings } from '../settings';

/** By when a shortage found at `found` must be told: the law's deadline rules, then P2; the night only after the cut-off. */
export function tellBy(found: Date, order: OrderBook, settings: Settings, timezone: string): Date {
  const night = { from: settings.nightFrom, to: settings.nightTo, zone: order.placed.zone };
  const sameDay =
    found <= onDayOf(found, settings.cutOff, timezone)
      ? endOfDay(found, timezone)
      : firstPermitted(startOfNextDay(found, timezone), night);
  return order.placed.latest > found ? earliest(sameDay, order.placed.latest) : sameDay;
}

/** Shortages that could be seen and were not found. Test orders are left alone, and so are those out of our sight. */
function unseen(order: OrderBook, shelf: Shelf, book: Book) {
  const waits = waitsOf(order);
  if (order.placed.test) return [];
  return shelf.lacked(order.id).filter(({ line, from }) => {
    const by = withGrace(book, from);
    const found = waits.some(
      (wait) => wait.line === line && wait.from <= by && (wait.to === null || wait.to >= from),
    );
    return (
      !found && by <= order.until && book.settingsAt(from) !== null && book.settingsAt(by) !== null
    );
  });
}

/** Whether the order is on a person's list already. */
function isCalled(order: OrderBook, at: Date): boolean {
  const calls = factsOf(order.facts, 'person-called', 'person-answered').filter((f) => f.at <= at);
  return calls.at(-1)?.kind === 'person-called';
}

/**
 * P2. Each shortage that the shelf shows is found within the grace, in orders that are ours to handle. Each one found before the shop's cut-off is told on that day, each later one in the first permitted minute of
 * the next day, and none after the stated shipping time; without a usable address a person is called by the same time.
 * A shortage of which every line is over before that needs no word. Judged where we might act freely all along.
 */
export function checkSameDay(book: Book, shelf: Shelf): Finding {
  const finding = createFinding('P2');
  const { timezone } = book.history;
  for (const order of book.orders) {
    for (const { line, from } of unseen(order, shelf, book))
      finding.broken(from, order.id, `nobody noticed that ${line} was short`);
    const words = factsOf(order.facts, 'said').filter(tellsOfDelay);
    const ends = factsOf(order.facts, 'shortage-ended', 'order-cancelled', 'chose');
    const isOver = (line: LineId, end: (typeof ends)[number]): boolean => {
      if (end.kind === 'order-cancelled') return true;
      if (end.kind === 'chose' && end.choice !== 'cancel') return false;
      return end.lines.includes(line);
    };
    const calls = factsOf(order.facts, 'person-called');
    for (const found of factsOf(order.facts, 'shortage-found')) {
      const settings = book.settingsAt(found.at);
      if (settings === null) continue;
      const by = withGrace(book, tellBy(found.at, order, settings, timezone));
      if (by > order.until || !book.actsFreely(found.at, by)) continue;
      const within = (fact: { readonly at: Date }): boolean => fact.at >= found.at && fact.at <= by;
      finding.judge();
      const leaves = found.lines.every(({ line }) =>
        ends.some((end) => within(end) && isOver(line, end)),
      );
      const called =
        order.placed.customer === null && (calls.some(within) || isCalled(order, found.at));
      if (words.some(within) || leaves || called) continue;
      finding.broken(found.at, order.id, 'a shortage was not told in time');
    }
  }
  return finding.end();
}
