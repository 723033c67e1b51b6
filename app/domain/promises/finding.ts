import type { OrderId } from '../ids';

/** The promises of the mission that can be checked by now. P9 (no temper) comes with hand-written replies. */
export const PROMISES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P10', 'M'] as const;
export type PromiseName = (typeof PROMISES)[number];

/** A promise that was broken: when, for whom, and in what way. */
export interface Violation {
  readonly promise: PromiseName;
  readonly at: Date;
  /** Null where it concerns the shop as a whole. */
  readonly order: OrderId | null;
  readonly says: string;
}

/** What a checker found. `judged` counts the occasions on which the promise could have been broken. */
export interface Finding {
  readonly judged: number;
  readonly violations: readonly Violation[];
}

/** Collects what one promise's checker finds. */
export function createFinding(promise: PromiseName) {
  const violations: Violation[] = [];
  let judged = 0;
  return {
    judge: (): void => void (judged += 1),
    broken: (at: Date, order: OrderId | null, says: string): void =>
      void violations.push({ promise, at, order, says }),
    end: (): Finding => ({ judged, violations }),
  };
}
