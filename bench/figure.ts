import type { Bed } from './bed';
import type { Row } from './table';
import type { Goal } from './verdict';

export interface Measured {
  /** One for each round. */
  readonly ratios: readonly number[];
  /** Absolute figures of each side. */
  readonly rows: readonly Row[];
}

export interface Figure extends Goal {
  readonly what: string;
  measure(bed: Bed): Promise<Measured>;
}
