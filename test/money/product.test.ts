import { check, INVARIANTS } from './checker/check';
import { allCombinations, type Combination } from './factors';
import { play } from './play';
import type { Scene } from './stage';
import { factsOf } from './told';
import { isWhole, rangeOf, SHARD } from '../support/shard';

/*
 * Every combination of the table's factors, with the actor before the customer and after, held against the invariants.
 * In `npm test` a sample that is spread over all of them, from another place each time; HOLDFAST_FULL=1 runs them all.
 */

const FULL = process.env['HOLDFAST_FULL'] === '1';
/** Shares no divisor with the numbers of levels: each level and each pair comes up. */
const EVERY = FULL ? 1 : 97;
const OFFSET = Number(process.env['HOLDFAST_OFFSET'] ?? Math.floor(Math.random() * EVERY)) % EVERY;

interface Case {
  readonly scene: Scene;
  readonly first: 'actor' | 'customer';
}

/** Whether it matters who comes first. Flow acts within minutes of the order, before any customer can. */
const bothAct = ({ actor, reaction }: Combination): boolean =>
  actor !== 'nobody' && actor !== 'flow-captures' && reaction !== 'silence';

const CASES: readonly Case[] = allCombinations().flatMap((combination, index): Case[] => {
  const scene: Scene = { ...combination, price: index % 3 === 0 ? 'taxed' : 'plain' };
  const actorFirst: Case = { scene, first: 'actor' };
  return bothAct(combination) ? [actorFirst, { scene, first: 'customer' }] : [actorFirst];
});
const CHOSEN = CASES.filter((_case, index) => index % EVERY === OFFSET);
const { from: FROM, count: COUNT } = rangeOf(CHOSEN.length, SHARD);
const SAMPLE = CHOSEN.slice(FROM, FROM + COUNT);

const nameOf = ({ scene, first }: Case): string =>
  `${Object.values(scene).join(', ')}; the ${first} first`;

function tally(occasions: ReadonlyMap<string, number>, broken: readonly string[]): string {
  const lines = [...occasions].map(([says, n]) => `  ${String(n).padStart(6)} × ${says}\n`);
  const replay = FULL ? 'all' : `every ${EVERY}th, HOLDFAST_OFFSET=${OFFSET}`;
  return `money: ${SAMPLE.length} of ${CASES.length} combinations (${replay}), ${broken.length} findings\n${lines.join('')}`;
}

describe('every combination', () => {
  it('keeps every invariant', async () => {
    const broken: string[] = [];
    const occasions = new Map(INVARIANTS.map(({ says }) => [says, 0]));
    for (const each of SAMPLE) {
      const verdicts = check(await factsOf(await play(each.scene, each.first), each.scene));
      for (const [says, verdict] of verdicts) {
        occasions.set(says, (occasions.get(says) ?? 0) + verdict.occasions);
        for (const finding of verdict.findings)
          broken.push(`${says}: ${finding} [${nameOf(each)}]`);
      }
    }
    process.stdout.write(tally(occasions, broken));
    expect(broken).toEqual([]);
    // The rarest need all of them: a shard may have none.
    const idle = [...occasions].flatMap(([says, n]) => (n === 0 ? [says] : []));
    if (FULL && isWhole) expect(idle).toEqual([]);
  }, 3_600_000);
});
