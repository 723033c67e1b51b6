/** What a transaction would have to take back: done in reverse when it throws. */
export type Undo = (() => void)[];

/** A map whose writes can be taken back, and which neither keeps nor gives away an object that somebody else holds. */
export interface Table<V> {
  get(key: string): V | undefined;
  has(key: string): boolean;
  set(key: string, value: V, undo: Undo): void;
  delete(key: string, undo: Undo): void;
  /** In the order in which the keys were first set. */
  values(): V[];
  find(fits: (value: V) => boolean): V[];
  /** The first by an order, without copying the others: the queue of tasks is asked for it all the time. */
  least(fits: (value: V) => boolean, order: (a: V, b: V) => number): V | undefined;
}

export function createTable<V>(): Table<V> {
  const rows = new Map<string, V>();
  const restore = (key: string): (() => void) => {
    const before = rows.get(key);
    return before === undefined ? () => rows.delete(key) : () => rows.set(key, before);
  };
  return {
    get(key) {
      const row = rows.get(key);
      return row === undefined ? undefined : copy(row);
    },
    has: (key) => rows.has(key),
    set(key, value, undo) {
      undo.push(restore(key));
      rows.set(key, copy(value));
    },
    delete(key, undo) {
      if (!rows.has(key)) return;
      undo.push(restore(key));
      rows.delete(key);
    },
    values: () => [...rows.values()].map(copy),
    find: (fits) => [...rows.values()].filter(fits).map(copy),
    least(fits, order) {
      let first: V | undefined;
      for (const row of rows.values())
        if (fits(row) && (first === undefined || order(row, first) < 0)) first = row;
      return first === undefined ? undefined : copy(first);
    },
  };
}

/** A deep copy of plain data; several times faster than `structuredClone`, which the long histories would feel. */
export function copy<T>(value: T): T;
export function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return new Date(value);
  if (Array.isArray(value)) return value.map((one) => copy(one));
  const made: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) if (one !== undefined) made[key] = copy(one);
  return made;
}
