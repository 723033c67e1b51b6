import { tellsOfDelay } from './delay';
import { type Book, factsOf, type OrderBook, waitsOf } from './book';
import { createFinding, type Finding } from './finding';

/** Dates that the customer goes by: named to them at `at`, for a line, and not replaced before they passed. */
function datesThatPassed(order: OrderBook) {
  const words = factsOf(order.facts, 'said').filter(tellsOfDelay);
  return words.flatMap((said, i) =>
    said.dates.flatMap(({ line, date }) => {
      if (date === null) return [];
      const repeated =
        words[i - 1]?.dates.find((d) => d.line === line)?.date?.getTime() === date.getTime();
      if (repeated) return [];
      const next = words
        .slice(i + 1)
        .find(
          (later) => later.dates.find((d) => d.line === line)?.date?.getTime() !== date.getTime(),
        );
      return [{ line, date, told: said.at, next }];
    }),
  );
}

/**
 * P4. A date that was named to a customer, for a line that waits until it has passed, is replaced before it passes: by a
 * message about the delay that names another date or none, with a working offer to cancel. Judged where we might act
 * freely from the naming on.
 */
export function checkNewOffer(book: Book): Finding {
  const finding = createFinding('P4');
  for (const order of book.orders) {
    const waits = waitsOf(order);
    for (const { line, date, told, next } of datesThatPassed(order)) {
      const waited = waits.some(
        (w) => w.line === line && w.from <= told && (w.to === null || w.to > date),
      );
      if (!waited || date > order.until || date <= told || !book.actsFreely(told, date)) continue;
      finding.judge();
      if (next === undefined || next.at > date)
        finding.broken(date, order.id, 'a date passed before the customer had a new offer');
      else if (!next.hasOffer)
        finding.broken(next.at, order.id, 'a new date came without an offer to cancel');
    }
  }
  return finding.end();
}
