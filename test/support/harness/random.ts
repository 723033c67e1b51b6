/** A seeded source of chance (mulberry32): the same seed tells the same history on every machine. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True so many times in a hundred. */
  percent(n: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number =>
    low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    percent: (n) => next() * 100 < n,
    pick: ([first, ...rest]) => [first, ...rest][between(0, rest.length)] ?? first,
  };
}
