import { duplicateCost } from './duplicates';
import type { Figure } from './figure';
import { ingestAgainst } from './ingest';
import { lifePoints } from './life/points';
import { reconcilePace, reconcilePoints } from './reconcile/points';

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
  {
    name: 'api_points',
    what: "actual API points of a backorder's whole life ÷ those of the smallest calls that its decisions need",
    must: 1.5,
    aim: 1.2,
    better: 'less',
    measure: lifePoints,
  },
  {
    name: 'reconcile_points',
    what: 'API points of a round over 1,000 orders of which the webhooks had told ÷ orders',
    must: 0.3,
    aim: 0.12,
    better: 'less',
    measure: reconcilePoints,
  },
  {
    name: 'reconcile_pace',
    what: 'API points a second of a round over 1,000 orders that are new ÷ what the smallest plan gives back',
    must: 0.4,
    aim: 0.3,
    better: 'less',
    measure: reconcilePace,
  },
];
