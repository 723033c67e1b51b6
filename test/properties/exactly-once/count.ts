import type { Fault } from '../../support/shop';

export const FAULTS = ['dies-before', 'dies-after', 'lost-call', 'lost-answer'] as const;
export type Strike = Extract<Fault, (typeof FAULTS)[number]>;

export interface Count {
  /** Orders to which it never happened, by the books. */
  readonly lost: number;
  /** How often it happened to an order that had it already, by the books. */
  readonly doubled: number;
  /** Calls that were made though it had happened: Shopify itself may have refused what they asked for. */
  readonly repeated: number;
  /** How often the fault hit. */
  readonly struck: number;
}

export function sumOf(counts: readonly Count[]): Count {
  const sum = (of: (count: Count) => number): number =>
    counts.reduce((all, count) => all + of(count), 0);
  return {
    lost: sum((c) => c.lost),
    doubled: sum((c) => c.doubled),
    repeated: sum((c) => c.repeated),
    struck: sum((c) => c.struck),
  };
}
