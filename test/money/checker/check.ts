import * as authorizations from './authorizations';
import * as cancellations from './cancellations';
import { readFacts } from './facts';
import * as goods from './goods';
import type { Invariant, Verdict } from './invariant';
import { moments } from './keep-book';
import * as others from './others';
import * as prices from './prices';
import * as words from './words';

/** What must hold for the money of any order, whatever the shop and whoever acts. */
export const INVARIANTS: readonly Invariant[] = [
  ...Object.values(authorizations),
  ...Object.values(prices),
  ...Object.values(goods),
  ...Object.values(cancellations),
  ...Object.values(others),
  ...Object.values(words),
];

/** Judges the history of one order, told as plain JSON, by each invariant. */
export function check(json: unknown): ReadonlyMap<string, Verdict> {
  const history = moments(readFacts(json));
  return new Map(INVARIANTS.map(({ says, judge }) => [says, judge(history)]));
}
