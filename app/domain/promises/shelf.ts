import { addMs, latest } from '../calendar';
import type { Fact, OrderPlaced } from '../history';
import type { LineId, OrderId } from '../ids';
import type { Book } from './book';

/*
 * Who has units on the shelf, worked out anew from stock and orders alone and by another way than `allocate`, so that
 * an error there can't vouch for itself.
 */

interface Row {
  readonly order: OrderId;
  readonly line: LineId;
  readonly place: string;
  readonly orderedAt: number;
  first: boolean;
  routed: boolean;
  /** Cancelled, or out of our sight: whatever happens to it later, it is not in the queue any more. */
  gone: boolean;
  ordered: number;
  packed: number;
  /** At a feed's location: what it had when it was last found short; what it lacks beyond ends only by someone's word. */
  feedHas: number | null;
}

/** What a line lacked from `at` on. */
interface Lack {
  readonly at: Date;
  readonly units: number;
}

export interface Shelf {
  /** Whether the order lacked no unit at some moment of the grace before `at`: news may be so old. */
  had(order: OrderId, at: Date): boolean;
  /** What each line of the order lacked at the best moment of the grace before `at`; lines that lacked nothing are left out. */
  lacking(order: OrderId, at: Date): ReadonlyMap<LineId, number>;
  /** When lines of the order began to lack units for longer than the grace, where Shopify's number is believed. */
  lacked(order: OrderId): readonly { readonly line: LineId; readonly from: Date }[];
  /** How many units of each line are to go; lines of which all have gone are left out. */
  toCome(order: OrderId, at: Date): ReadonlyMap<LineId, number>;
}

const toGo = (row: Row): number =>
  row.routed && !row.gone ? Math.max(0, row.ordered - row.packed) : 0;

export function readShelf(book: Book): Shelf {
  const rows = new Map<LineId, Row>();
  const stock = new Map<string, number>();
  const lacks = new Map<LineId, Lack[]>();
  const opens = new Map<LineId, Lack[]>();
  const routed = new Map<OrderId, Date>();

  const isFeed = (place: string, at: Date): boolean =>
    (book.settingsAt(at)?.feedLocations ?? []).some((location) => place.endsWith(` ${location}`));
  const share = (place: string, at: Date): void => {
    const doubted = isFeed(place, at);
    const queue = [...rows.values()]
      .filter((row) => row.place === place)
      .toSorted(
        (a, b) =>
          Number(b.first) - Number(a.first) ||
          a.orderedAt - b.orderedAt ||
          (a.order < b.order ? -1 : a.order > b.order ? 1 : 0) ||
          (a.line < b.line ? -1 : a.line > b.line ? 1 : 0),
      );
    let before = 0;
    for (const row of queue) {
      const wanted = toGo(row);
      before += wanted;
      const missing = Math.min(wanted, Math.max(0, before - Math.max(0, stock.get(place) ?? 0)));
      const feedLack = doubted && row.feedHas !== null ? Math.max(0, wanted - row.feedHas) : 0;
      note(lacks, row.line, at, row.routed ? Math.max(missing, feedLack) : row.ordered);
      note(opens, row.line, at, wanted);
    }
  };

  // One after the other, also within an instant: what stood on the shelf between two of its facts may have been seen.
  for (const together of inSteps(visible(book))) {
    const places = together.facts.flatMap((fact) => apply(fact, rows, stock, routed));
    for (const place of new Set(places)) share(place, together.at);
  }

  const linesOf = (order: OrderId): Row[] =>
    [...rows.values()].filter((row) => row.order === order);
  const least = (list: readonly Lack[] | undefined, from: Date, to: Date): number => {
    const then = list?.findLast((lack) => lack.at <= from)?.units;
    const within = (list ?? [])
      .filter((lack) => lack.at > from && lack.at <= to)
      .map((lack) => lack.units);
    return Math.min(...(then === undefined ? [] : [then]), ...within);
  };
  const lacking = (order: OrderId, at: Date): Map<LineId, number> =>
    new Map(
      linesOf(order)
        .map((row) => [row.line, least(lacks.get(row.line), addMs(at, -book.graceMs), at)] as const)
        .filter(([, units]) => units > 0),
    );
  const isRouted = (order: OrderId, at: Date): boolean => {
    const since = routed.get(order);
    return since !== undefined && since <= at;
  };
  return {
    lacking,
    had: (order, at) => isRouted(order, at) && lacking(order, at).size === 0,
    lacked(order) {
      const since = routed.get(order);
      if (since === undefined) return [];
      const judged = linesOf(order).filter(
        (row) => stock.has(row.place) && !isFeed(row.place, book.history.until),
      );
      return judged.flatMap(({ line }) => {
        const series = lacks.get(line) ?? [];
        return series.flatMap(({ at, units }, i) => {
          const from = latest(at, since);
          const to = series[i + 1]?.at ?? book.history.until;
          const more = units > (series[i - 1]?.units ?? 0);
          return more && to > addMs(from, book.graceMs) ? [{ line, from }] : [];
        });
      });
    },
    toCome: (order, at) =>
      new Map(
        linesOf(order)
          .map(
            ({ line }) => [line, opens.get(line)?.findLast((o) => o.at <= at)?.units ?? 0] as const,
          )
          .filter(([, units]) => units > 0),
      ),
  };
}

function note(series: Map<LineId, Lack[]>, line: LineId, at: Date, units: number): void {
  const list = series.get(line) ?? [];
  if (list.at(-1)?.units !== units) list.push({ at, units });
  series.set(line, list);
}

/**
 * A parcel and the stock that leaves or comes back with it are one step, in whichever order they are told: between the
 * two a unit would seem to be there that nobody can have.
 */
function inSteps(facts: readonly Fact[]): { readonly at: Date; readonly facts: readonly Fact[] }[] {
  const isParcel = ({ kind }: Fact): boolean => kind === 'packed' || kind === 'unpacked';
  const moves = (fact: Fact): boolean => isParcel(fact) || fact.kind === 'stock-changed';
  const runs: Fact[][] = [];
  for (const fact of facts) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const isSame = last !== undefined && last.at.getTime() === fact.at.getTime();
    if (run !== undefined && isSame && moves(last) && moves(fact)) run.push(fact);
    else runs.push([fact]);
  }
  const step = (at: Date, together: readonly Fact[]) => ({ at, facts: together });
  return runs.flatMap((run) => {
    const parcel = run.find(isParcel);
    return parcel === undefined ? run.map((fact) => step(fact.at, [fact])) : [step(parcel.at, run)];
  });
}

/** Orders that Shopify no longer shows us have left the queue. */
function visible(book: Book): Fact[] {
  const gone = book.orders.flatMap(({ id, placed }): Fact[] =>
    placed.visibleUntil === null
      ? []
      : [{ kind: 'order-cancelled', at: placed.visibleUntil, order: id, by: 'shopify' }],
  );
  if (gone.length === 0) return [...book.history.facts];
  return [...book.history.facts, ...gone].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function take(placed: OrderPlaced, rows: Map<LineId, Row>): void {
  for (const { line, item, location, units } of placed.lines)
    rows.set(line, {
      order: placed.order,
      line,
      place: `${item} ${location}`,
      orderedAt: placed.at.getTime(),
      first: false,
      routed: false,
      gone: false,
      ordered: units,
      packed: 0,
      feedHas: null,
    });
}

/** Changes the rows as the fact says, and tells at which places something has changed. */
function apply(
  fact: Fact,
  rows: Map<LineId, Row>,
  stock: Map<string, number>,
  routed: Map<OrderId, Date>,
): readonly string[] {
  const each = (order: OrderId, change: (row: Row) => void): string[] => {
    const own = [...rows.values()].filter((row) => row.order === order);
    own.forEach(change);
    return own.map((row) => row.place);
  };
  const some = (
    lines: readonly { readonly line: LineId; readonly units: number }[],
    change: (row: Row, units: number) => void,
  ) =>
    lines.flatMap(({ line, units }) => {
      const row = rows.get(line);
      if (row === undefined) return [];
      change(row, units);
      return [row.place];
    });
  switch (fact.kind) {
    case 'order-placed':
      take(fact, rows);
      return each(fact.order, () => undefined);
    case 'order-routed':
      routed.set(fact.order, fact.at);
      return each(fact.order, (row) => void (row.routed = true));
    case 'line-changed':
      return some([fact], (row, units) => {
        row.ordered = units;
        // Taken off whole, it waits no more: what is put back is a new wish, and the feed is believed of it.
        if (toGo(row) === 0) row.feedHas = null;
      });
    case 'order-cancelled':
      return each(fact.order, (row) => void (row.gone = true));
    case 'packed':
      return some(fact.lines, (row, units) => {
        row.packed += units;
        // Whoever packed them had them: what comes back later is no longer in doubt.
        if (toGo(row) === 0) row.feedHas = null;
      });
    case 'unpacked':
      return some(fact.lines, (row, units) => void (row.packed -= units));
    case 'put-first':
      return each(fact.order, (row) => void (row.first = true));
    case 'shortage-found':
      return some(fact.lines, (row, units) => void (row.feedHas = Math.max(0, toGo(row) - units)));
    case 'arrival-said': {
      const place = `${fact.item} ${fact.location}`;
      for (const row of rows.values()) if (row.place === place) row.feedHas = null;
      return [place];
    }
    case 'stock-changed': {
      const place = `${fact.item} ${fact.location}`;
      stock.set(place, fact.toShare);
      return [place];
    }
    default:
      return [];
  }
}
