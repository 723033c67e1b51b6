import { Units } from '../../../app/domain/case';
import { judgePromises, PROMISES } from '../../../app/domain/promises';
import { isLegalMove, NO_UNITS } from '../../../app/domain/units';
import type { Harness } from '../../support/harness';
import { rangeOf, SHARD } from '../../support/shard';
import { live } from './live';

const FULL = process.env['HOLDFAST_FULL'] === '1';
/** The share of histories in which a promise must have had an occasion to be broken. */
const LEAST_EXERCISED = 0.05;
/** So many only, and no more than up to the first broken one: for the wrong patches. */
const COUNT = process.env['HOLDFAST_HISTORIES'];
const ALL = COUNT === undefined ? (FULL ? 1_000 : 100) : Number(COUNT);
const FRESH = {
  from: Number(process.env['HOLDFAST_SEED'] ?? Math.floor(Math.random() * 1e9)),
  count: COUNT === undefined ? (FULL ? rangeOf(100, SHARD).count : 10) : 0,
};

/** Every move that the timeline tells must be in the table: from the last counts of the line to the next. */
async function illegalMoves(harness: Harness): Promise<string[]> {
  const wrong: string[] = [];
  for (const order of harness.shopify.orders())
    for (const { kind, at, detail } of await harness.timeline(order.id)) {
      if (kind !== 'units-moved') continue;
      const to = Units.parse(detail['to']);
      const sum = Object.values(to).reduce((total, n) => total + n, 0);
      const from =
        detail['from'] === null ? { ...NO_UNITS, clear: sum } : Units.parse(detail['from']);
      const grown = sum - Object.values(from).reduce((total, n) => total + n, 0);
      const entered = { ...from, clear: from.clear + Math.max(0, grown) };
      if (!isLegalMove(entered, to)) wrong.push(`${order.name} at ${at.toISOString()}`);
    }
  return wrong;
}

async function run({ from, count }: { readonly from: number; readonly count: number }) {
  const broken: string[] = [];
  const exercised = new Map(PROMISES.map((name) => [name, 0]));
  for (let seed = from; seed < from + count; seed += 1) {
    const { harness } = await live(seed);
    const findings = judgePromises(await harness.history());
    for (const name of PROMISES) {
      if (findings[name].judged > 0) exercised.set(name, (exercised.get(name) ?? 0) + 1);
      for (const { at, order, says } of findings[name].violations)
        broken.push(`seed ${seed}: ${name} at ${at.toISOString()}, ${order ?? 'shop'}: ${says}`);
    }
    for (const move of await illegalMoves(harness))
      broken.push(`seed ${seed}: illegal move, ${move}`);
    for (const task of await harness.desk.deadTasks())
      broken.push(`seed ${seed}: dead task ${task.key}: ${task.lastError ?? ''}`);
    if (COUNT !== undefined && broken.length > 0) break;
  }
  return { broken, exercised };
}

const table = (exercised: ReadonlyMap<string, number>, count: number): string =>
  [...exercised].map(([name, n]) => `${name} ${n}`).join(', ') + ` of ${count}`;

/** Half of the histories each, so that two processors share them. */
export function battery(half: 0 | 1): void {
  const share = rangeOf(ALL / 2, SHARD);
  const { count } = share;
  const from = 1 + (half * ALL) / 2 + share.from;
  it(
    `breaks no promise in ${count} histories from seed ${from}`,
    async () => {
      const { broken, exercised } = await run({ from, count });
      process.stdout.write(`histories: ${table(exercised, count)}, ${broken.length} broken\n`);
      expect(broken).toEqual([]);
      for (const [name, n] of exercised)
        expect([name, n >= count * LEAST_EXERCISED]).toEqual([name, true]);
    },
    FULL ? 7_200_000 : 1_200_000,
  );
}

/** A few from a seed that is new each time. */
export function freshBattery(): void {
  it(`breaks no promise in ${FRESH.count} histories from the fresh seed ${FRESH.from}`, async () => {
    process.stdout.write(`histories: fresh seed HOLDFAST_SEED=${FRESH.from}\n`);
    const { broken } = await run(FRESH);
    expect(broken).toEqual([]);
  }, 1_800_000);
}
