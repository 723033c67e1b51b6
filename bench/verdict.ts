/** What a figure must reach, as goals.md has it. */
export interface Goal {
  readonly name: string;
  readonly must: number;
  readonly aim: number;
  /** Whether more is better, as with throughput, or less, as with cost. */
  readonly better: 'more' | 'less';
}

export interface Verdict extends Goal {
  readonly ratio: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  readonly ok: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** The median of the rounds' ratios is what counts. No rounds, or a ratio that is no number, never pass. */
export function judge(goal: Goal, ratios: readonly number[]): Verdict {
  const ratio = median(ratios);
  return {
    ...goal,
    ratio,
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    runs: ratios.length,
    ok: goal.better === 'more' ? ratio >= goal.must : ratio <= goal.must,
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** One line for machines. */
export function jsonLine({ name, ratio, min, max, runs, must, ok }: Verdict): string {
  const figures = { ratio: rounded(ratio), min: rounded(min), max: rounded(max) };
  return JSON.stringify({ bench: name, ...figures, runs, must, ok });
}
