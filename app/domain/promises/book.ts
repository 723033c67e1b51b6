import { addMs, DAY, HOUR } from '../calendar';
import type { Fact, FactKind, History, OrderPlaced } from '../history';
import type { LineId, OrderId } from '../ids';
import type { Settings } from '../settings';

/** One order's part of a history. */
export interface OrderBook {
  readonly id: OrderId;
  readonly placed: OrderPlaced;
  readonly facts: readonly Fact[];
  /** Until when it can be judged: the history's end, or the day on which it went out of our sight. */
  readonly until: Date;
}

/** A history, indexed for the checkers. */
export interface Book {
  readonly history: History;
  readonly orders: readonly OrderBook[];
  readonly graceMs: number;
  /** The shop's settings at an instant; null while the app is not installed, or the shop is suspended. */
  settingsAt(at: Date): Settings | null;
  /** Whether we might act by ourselves all along: installed, automatic, not paused, and not just back from a long absence. */
  actsFreely(from: Date, to: Date): boolean;
}

export type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>;

export function factsOf<K extends FactKind>(
  facts: readonly Fact[],
  ...kinds: readonly K[]
): FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => kinds.some((kind) => kind === fact.kind));
}

interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

/** So long at most everything is read again after a suspension. Longer than a day, a person says yes to what is found due. */
const READ_AGAIN_WITHIN = 6 * HOUR;

function afterLongAbsences(
  shop: readonly { readonly kind: FactKind; readonly at: Date }[],
): Stretch[] {
  const moves = shop.filter(({ kind }) => kind === 'suspended' || kind === 'resumed');
  return moves.flatMap(({ kind, at }, index) => {
    const before = moves[index - 1];
    const isLong = kind === 'resumed' && before !== undefined && addMs(before.at, DAY) < at;
    return isLong ? [{ from: at, to: addMs(at, READ_AGAIN_WITHIN) }] : [];
  });
}

export function openBook(history: History): Book {
  const facts = history.facts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const shop = factsOf(
    facts,
    ...(['installed', 'uninstalled', 'suspended', 'resumed', 'settings-changed'] as const),
  );
  const changes: { readonly at: Date; readonly settings: Settings | null }[] = [];
  let installed = false;
  let settings: Settings | null = null;
  for (const fact of shop) {
    if (fact.kind === 'settings-changed') settings = fact.settings;
    else installed = fact.kind === 'installed' || fact.kind === 'resumed';
    changes.push({ at: fact.at, settings: installed ? settings : null });
  }
  const byOrder = new Map<OrderId, Fact[]>();
  for (const fact of facts)
    if ('order' in fact) byOrder.set(fact.order, [...(byOrder.get(fact.order) ?? []), fact]);
  const orders = [...byOrder].flatMap(([id, own]): OrderBook[] => {
    const placed = factsOf(own, 'order-placed')[0];
    if (placed === undefined) return [];
    const { visibleUntil } = placed;
    const until =
      visibleUntil !== null && visibleUntil < history.until ? visibleUntil : history.until;
    return [{ id, placed, facts: own, until }];
  });
  const settingsAt = (at: Date): Settings | null =>
    changes.findLast((c) => c.at <= at)?.settings ?? null;
  const isFree = (value: Settings | null): boolean =>
    value !== null && value.mode === 'automatic' && !value.paused;
  const asked = afterLongAbsences(shop);
  return {
    history: { ...history, facts },
    orders,
    graceMs: history.graceMs,
    settingsAt,
    actsFreely: (from, to) =>
      isFree(settingsAt(from)) &&
      asked.every((stretch) => to < stretch.from || from > stretch.to) &&
      changes.every((c) => c.at <= from || c.at > to || isFree(c.settings)),
  };
}

/** With the time that news may take to come. */
export function withGrace(book: Book, at: Date): Date {
  return addMs(at, book.graceMs);
}

/** Stretches in which a payment of the order was disputed; the last has no end while it goes on. */
export function disputesOf(order: OrderBook): { readonly from: Date; readonly to: Date | null }[] {
  const moves = factsOf(order.facts, 'disputed', 'dispute-ended');
  return moves.flatMap(({ kind, at }, index) =>
    kind === 'disputed' ? [{ from: at, to: moves[index + 1]?.at ?? null }] : [],
  );
}

/** A stretch in which units of a line were short, as far as we had found. */
export interface Wait {
  readonly line: LineId;
  readonly from: Date;
  /** Null while it goes on. */
  readonly to: Date | null;
}

/** The waits of an order's lines. A cancelled order ends them all. */
export function waitsOf(order: OrderBook): Wait[] {
  const waits: Wait[] = [];
  const open = new Map<LineId, Date>();
  const end = (line: LineId, at: Date): void => {
    const from = open.get(line);
    if (from !== undefined) waits.push({ line, from, to: at });
    open.delete(line);
  };
  for (const fact of order.facts) {
    if (fact.kind === 'shortage-found')
      for (const { line } of fact.lines) if (!open.has(line)) open.set(line, fact.at);
    if (fact.kind === 'shortage-ended') for (const line of fact.lines) end(line, fact.at);
    if (fact.kind === 'order-cancelled') for (const line of [...open.keys()]) end(line, fact.at);
  }
  for (const [line, from] of open) waits.push({ line, from, to: null });
  return waits;
}

/** Stretches in which the customer waited for any unit of the order. */
export function orderWaits(order: OrderBook): { readonly from: Date; readonly to: Date | null }[] {
  const sorted = waitsOf(order).toSorted((a, b) => a.from.getTime() - b.from.getTime());
  const merged: { from: Date; to: Date | null }[] = [];
  for (const { from, to } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && (last.to === null || last.to >= from)) {
      if (last.to !== null && (to === null || to > last.to)) last.to = to;
    } else merged.push({ from, to });
  }
  return merged;
}
