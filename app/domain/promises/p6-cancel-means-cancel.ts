import { addMs, DAY } from '../calendar';
import type { Fact } from '../history';
import type { LineId } from '../ids';
import { type Book, factsOf, type OrderBook, withGrace } from './book';
import { createFinding, type Finding } from './finding';
import { ledgerAt } from './ledger';

/** A cancellation is carried out within a day of the moment from which it can't be undone. */
const CARRY_OUT = DAY;
/** The strictest of the laws' times for giving back money (`delivery-law.md`, us-ca). */
const GIVE_BACK = 7 * DAY;

type Chose = Extract<Fact, { kind: 'chose' }>;

/** When the line had no unit left that could still be cancelled, after `from`. */
function goneAt(order: OrderBook, line: LineId, from: Date): Date | null {
  let ordered = order.placed.lines.find((l) => l.line === line)?.units ?? 0;
  let packed = 0;
  for (const fact of order.facts) {
    if (fact.kind === 'line-changed' && fact.line === line) ordered = fact.units;
    if (fact.kind === 'order-cancelled') ordered = 0;
    if (fact.kind === 'packed' || fact.kind === 'unpacked')
      for (const part of fact.lines)
        if (part.line === line) packed += fact.kind === 'packed' ? part.units : -part.units;
    if (fact.at >= from && ordered - packed <= 0) return fact.at;
  }
  return null;
}

/** Cancellations that were not taken back in time. */
function lasting(order: OrderBook): Chose[] {
  const choices = factsOf(order.facts, 'chose');
  return choices.filter(
    (chose) =>
      chose.choice === 'cancel' &&
      !choices.some(
        (later) =>
          later.choice === 'undo' &&
          later.at >= chose.at &&
          later.lines.some((l) => chose.lines.includes(l)) &&
          later.at <= (chose.undoUntil ?? chose.at),
      ),
  );
}

/**
 * P6. From the click on, until it is carried out, nothing of the order is captured or released by us. Within a day of the
 * end of the time to undo it, the units are off the order or a person was called (Shopify may refuse). Within seven days
 * of that the money is given back: charged is no more than the order's worth, and a wholly cancelled order has no open
 * authorization. Judged where we might act freely.
 */
export function checkCancelMeansCancel(book: Book): Finding {
  const finding = createFinding('P6');
  for (const order of book.orders)
    for (const chose of lasting(order))
      for (const line of chose.lines) {
        const by = withGrace(book, addMs(chose.undoUntil ?? chose.at, CARRY_OUT));
        if (by > order.until || !book.actsFreely(chose.at, by)) continue;
        finding.judge();
        const gone = goneAt(order, line, chose.at);
        const called = factsOf(order.facts, 'person-called').some(
          (f) => f.at >= chose.at && f.at <= by,
        );
        if ((gone === null || gone > by) && !called)
          finding.broken(by, order.id, 'a cancellation was not carried out');
        const touched = factsOf(order.facts, 'captured', 'released').find(
          (f) => f.by === 'holdfast' && f.at > chose.at && f.at < (gone ?? order.until),
        );
        if (touched !== undefined)
          finding.broken(
            touched.at,
            order.id,
            `the order was ${touched.kind} while a cancellation waited`,
          );
        if (gone === null) continue;
        const settled = addMs(gone, GIVE_BACK);
        if (settled <= order.until && book.actsFreely(gone, settled)) {
          const wrong = ledgerAt(order, settled).owesCustomer;
          if (wrong !== null) finding.broken(settled, order.id, wrong);
        }
      }
  return finding.end();
}
