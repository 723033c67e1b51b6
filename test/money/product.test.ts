import { check, INVARIANTS } from './checker/check';
import { allCombinations, type Combination, isChargedAtOnce } from './factors';
import { play } from './play';
import type { Late, Scene } from './stage';
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

/**
 * Shops that sleep over the end of the authorization, which Holdfast then finds late: those of which goods or money are still to
 * come by then.
 */
const LATE: readonly Late[] = ['lives on', 'is shown for longer'];
const SLEEPERS: readonly Case[] = CASES.filter(
  ({ scene }) => !isChargedAtOnce(scene) && scene.stock !== 'before' && scene.reaction !== 'cancel',
).map((each, index) => ({
  ...each,
  scene: { ...each.scene, late: LATE[index % LATE.length] ?? 'lives on' },
}));
const SLEEPERS_CHOSEN = SLEEPERS.filter((_case, index) => index % EVERY === OFFSET);
const LATE_SHARD = rangeOf(SLEEPERS_CHOSEN.length, SHARD);
const SLEEPERS_SAMPLE = SLEEPERS_CHOSEN.slice(LATE_SHARD.from, LATE_SHARD.from + LATE_SHARD.count);

const nameOf = ({ scene, first }: Case): string =>
  `${Object.values(scene).join(', ')}; the ${first} first`;

interface Found {
  readonly broken: string[];
  readonly occasions: ReadonlyMap<string, number>;
}

async function judgeAll(cases: readonly Case[]): Promise<Found> {
  const broken: string[] = [];
  const occasions = new Map(INVARIANTS.map(({ says }) => [says, 0]));
  for (const each of cases) {
    const verdicts = check(await factsOf(await play(each.scene, each.first), each.scene));
    for (const [says, verdict] of verdicts) {
      occasions.set(says, (occasions.get(says) ?? 0) + verdict.occasions);
      for (const finding of verdict.findings) broken.push(`${says}: ${finding} [${nameOf(each)}]`);
    }
  }
  return { broken, occasions };
}

function tally(what: string, played: readonly Case[], of: number, { occasions, broken }: Found) {
  const lines = [...occasions].map(([says, n]) => `  ${String(n).padStart(6)} × ${says}\n`);
  const replay = FULL ? 'all' : `every ${EVERY}th, HOLDFAST_OFFSET=${OFFSET}`;
  return `${what}: ${played.length} of ${of} combinations (${replay}), ${broken.length} findings\n${lines.join('')}`;
}

describe('every combination', () => {
  it('keeps every invariant', async () => {
    const found = await judgeAll(SAMPLE);
    process.stdout.write(tally('money', SAMPLE, CASES.length, found));
    expect(found.broken).toEqual([]);
    // The rarest need all of them: a shard may have none.
    const idle = [...found.occasions].flatMap(([says, n]) => (n === 0 ? [says] : []));
    if (FULL && isWhole) expect(idle).toEqual([]);
  }, 3_600_000);

  it('keeps every invariant where an authorization is found late', async () => {
    const found = await judgeAll(SLEEPERS_SAMPLE);
    process.stdout.write(tally('late money', SLEEPERS_SAMPLE, SLEEPERS.length, found));
    expect(found.broken).toEqual([]);
  }, 3_600_000);
});
