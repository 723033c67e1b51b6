import type { Bed } from './bed';
import { duplicateCost } from './duplicates';
import { ingestAgainst } from './ingest';
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

export const FIGURES: readonly Figure[] = [
  {
    name: 'ingest_vs_bare',
    what: 'webhooks/s, acknowledged and durable: the built app ÷ a bare server that inserts the whole body',
    must: 0.7,
    aim: 2,
    better: 'more',
    measure: (bed) => ingestAgainst(bed, 'bare'),
  },
  {
    name: 'ingest_vs_thin',
    what: 'webhooks/s, acknowledged and durable: the built app ÷ a bare server that inserts ids only',
    must: 0.5,
    aim: 0.8,
    better: 'more',
    measure: (bed) => ingestAgainst(bed, 'thin'),
  },
  {
    name: 'duplicate_cost',
    what: 'processor time of the app: a delivery that comes again ÷ the first time',
    must: 0.8,
    aim: 0.6,
    better: 'less',
    measure: duplicateCost,
  },
];
