import { addMs, DAY } from '../calendar';
import type { Fact } from '../history';
import type { LineId } from '../ids';
import { type Book, disputesOf, factsOf, type OrderBook, withGrace } from './book';
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

interface Leaving {
  readonly line: LineId;
  readonly chose: Chose;
  /** When the customer took it back in time; null where they didn't. */
  readonly undoneAt: Date | null;
}

/** Cancellations line by line: of two lines that leave together one may come back. */
function leavingOf(order: OrderBook): Leaving[] {
  const choices = factsOf(order.facts, 'chose');
  return choices
    .filter(({ choice }) => choice === 'cancel')
    .flatMap((chose) =>
      chose.lines.map((line) => {
        const undone = choices.find(
          (later) =>
            later.choice === 'undo' &&
            later.at >= chose.at &&
            later.lines.includes(line) &&
            later.at <= (chose.undoUntil ?? chose.at),
        );
        return { line, chose, undoneAt: undone?.at ?? null };
      }),
    );
}

/**
 * P6. From the click on, until it is carried out or taken back, nothing of the order is captured or released by us: judged
 * always. Within a day of the end of the time to undo it, the units are off the order or a person was called (Shopify may
 * refuse). Within seven days of that the money is given back: charged is no more than the order's worth, and nothing stays
 * set aside for what was cancelled. Judged where we might act freely.
 */
export function checkCancelMeansCancel(book: Book): Finding {
  const finding = createFinding('P6');
  for (const order of book.orders)
    for (const leaving of leavingOf(order)) {
      const { line, chose, undoneAt } = leaving;
      const gone = goneAt(order, line, chose.at);
      const touched = touchedBefore(undoneAt ?? gone ?? order.until, chose, order);
      if (touched !== undefined)
        finding.broken(
          touched.at,
          order.id,
          `the order was ${touched.kind} while a cancellation waited`,
        );
      if (undoneAt !== null) continue;
      const by = withGrace(book, addMs(chose.undoUntil ?? chose.at, CARRY_OUT));
      if (by > order.until || !book.actsFreely(chose.at, by)) continue;
      finding.judge();
      const called = factsOf(order.facts, 'person-called').some(
        (f) => f.at >= chose.at && f.at <= by,
      );
      if ((gone === null || gone > by) && !called)
        finding.broken(by, order.id, 'a cancellation was not carried out');
      const wrong = gone === null ? null : keptAfter(gone, order, book);
      if (wrong !== null) finding.broken(wrong.at, order.id, wrong.says);
    }
  return finding.end();
}

/** What we did with the order's money or goods while a cancellation waited. */
function touchedBefore(end: Date, chose: Chose, order: OrderBook) {
  return factsOf(order.facts, 'captured', 'released').find(
    (f) => f.by === 'holdfast' && f.at > chose.at && f.at < end,
  );
}

/** The first seven days after `gone` in which nothing was disputed; none where there are none. */
function timeToGiveBack(gone: Date, order: OrderBook) {
  const disputes = disputesOf(order);
  const starts = [gone, ...disputes.flatMap(({ to }) => (to !== null && to > gone ? [to] : []))];
  return starts
    .map((from) => ({ from, to: addMs(from, GIVE_BACK) }))
    .find((time) =>
      disputes.every(({ from, to }) => from > time.to || (to !== null && to <= time.from)),
    );
}

/**
 * What the shop keeps to the end of the time. If it once kept nothing the cancellation has been paid back: what a person takes
 * off later, a person gives back.
 */
function keptAfter(
  gone: Date,
  order: OrderBook,
  book: Book,
): { readonly at: Date; readonly says: string } | null {
  const time = timeToGiveBack(gone, order);
  if (time === undefined || time.to > order.until || !book.actsFreely(time.from, time.to))
    return null;
  const at = time.to;
  const moments = [
    gone,
    ...order.facts.map((fact) => fact.at).filter((t) => t > gone && t < at),
    at,
  ];
  const kept = moments.map((moment) => ledgerAt(order, moment).owesCustomer);
  const says = kept.at(-1) ?? null;
  return says === null || kept.includes(null) ? null : { at, says };
}
