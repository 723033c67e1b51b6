import { factsOf, type Facts } from './facts';
import {
  cancelMeansCancel,
  goodsBeforeMoney,
  heldUntilPaid,
  moneyMovesOnce,
  paidOnce,
} from './rules/money';
import {
  alwaysAWayOut,
  endIsTold,
  neverSilent,
  newDelayNewOffer,
  noNoise,
  toldItShips,
  toldTheSameDay,
} from './rules/words';
import type { Witness } from './witness';

/** Mode `watch`: the app reads and nothing else; no row and no letter is its doing. */
function nothingLeaves(facts: Facts): string[] {
  const rows = facts.rows.filter((row) => row.by === 'app' && row.kind !== 'token');
  const mails = facts.mails.filter((mail) => mail.sender === 'app');
  return [
    ...rows.map((row) => `WATCH the app did “${row.kind}” while it should only watch`),
    ...mails.map((mail) => `WATCH the app sent “${mail.subject}” while it should only watch`),
  ];
}

/** The story is the tour's: three wait, one of them leaves, two get their goods, and two never had to wait. An empty week would pass every other rule. */
function theStoryHappened(facts: Facts): string[] {
  // A capture that was pending has a second row, when it settles.
  const acts = facts.rows.filter((row) => row.by === 'app' && row.detail['settled'] !== true);
  const count = (kind: string): number => acts.filter((row) => row.kind === kind).length;
  const wanted = { hold: 3, capture: 3, release: 2, cancel: 1, void: 2 };
  return Object.entries(wanted)
    .filter(([kind, n]) => count(kind) !== n)
    .map(([kind, n]) => `STORY the app did “${kind}” ${count(kind)} times instead of ${n}`);
}

const PROMISES: readonly ((facts: Facts) => string[])[] = [
  goodsBeforeMoney,
  moneyMovesOnce,
  paidOnce,
  heldUntilPaid,
  cancelMeansCancel,
  toldTheSameDay,
  alwaysAWayOut,
  newDelayNewOffer,
  neverSilent,
  toldItShips,
  noNoise,
  endIsTold,
  theStoryHappened,
];

/** What is wrong with the tour's week, told from the simulator's ledger and the mailbox alone. */
export function checkLedger(witness: Witness, mode: 'automatic' | 'watch'): string[] {
  const facts = factsOf(witness);
  const rules = mode === 'watch' ? [nothingLeaves] : PROMISES;
  return rules.flatMap((rule) => rule(facts));
}
