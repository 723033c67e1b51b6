/** What a transaction would have to take back: done in reverse when it throws. */
export type Undo = (() => void)[];

/** A map whose writes can be taken back. It keeps a frozen copy, so that what it gives away nobody can change. */
export interface Table<V> {
  get(key: string): V | undefined;
  has(key: string): boolean;
  set(key: string, value: V, undo: Undo): void;
  delete(key: string, undo: Undo): void;
  /** In the order in which the keys were first set. */
  values(): V[];
  find(fits: (value: V) => boolean): V[];
  /** The first by an order, without sorting the others: the queue of tasks is asked for it all the time. */
  least(fits: (value: V) => boolean, order: (a: V, b: V) => number): V | undefined;
}

export function createTable<V>(): Table<V> {
  const rows = new Map<string, V>();
  const restore = (key: string): (() => void) => {
    const before = rows.get(key);
    return before === undefined ? () => rows.delete(key) : () => rows.set(key, before);
  };
  return {
    get: (key) => rows.get(key),
    has: (key) => rows.has(key),
    set(key, value, undo) {
      undo.push(restore(key));
      rows.set(key, frozenCopy(value));
    },
    delete(key, undo) {
      if (!rows.has(key)) return;
      undo.push(restore(key));
      rows.delete(key);
    },
    values: () => [...rows.values()],
    find: (fits) => [...rows.values()].filter(fits),
    least(fits, order) {
      let first: V | undefined;
      for (const row of rows.values())
        if (fits(row) && (first === undefined || order(row, first) < 0)) first = row;
      return first;
    },
  };
}

/** What `frozenCopy` has made: parts of it are taken over as they are, which the long histories feel. */
const made = new WeakSet<object>();

/** A deep copy of plain data in which nothing can be changed (but a date, which nobody sets). */
function frozenCopy<T>(value: T): T;
function frozenCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || made.has(value)) return value;
  const copied =
    value instanceof Date
      ? new Date(value)
      : Array.isArray(value)
        ? value.map((one) => frozenCopy(one))
        : withoutUndefined(value);
  made.add(copied);
  return Object.freeze(copied);
}

function withoutUndefined(value: object): Record<string, unknown> {
  const copied: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value))
    if (one !== undefined) copied[key] = frozenCopy(one);
  return copied;
}
