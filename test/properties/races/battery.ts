import fc from 'fast-check';
import { rangeOf, SHARD } from '../../support/shard';
import { moneyIsSafe } from './run';

const FULL = process.env['HOLDFAST_FULL'] === '1';

/** Half of the runs each, so that two processors share them. A broken one is told with its seed and path, and shrunk. */
export function battery(seed: number): void {
  const { from, count: runs } = rangeOf(FULL ? 5_000 : 25, SHARD);
  it(`no promise about money is broken in ${runs} runs from seed ${seed}, run ${from + 1}`, async () => {
    await fc.assert(moneyIsSafe(), { seed, path: String(from), numRuns: runs });
    process.stdout.write(`races: ${runs} runs from seed ${seed}, run ${from + 1}, 0 broken\n`);
  }, 7_200_000);
}

/** As many as are quick, from a seed that is new each time. */
export function freshBattery(): void {
  const seed = Number(process.env['HOLDFAST_SEED'] ?? Math.floor(Math.random() * 1e9));
  const runs = FULL ? rangeOf(500, SHARD).count : 10;
  it(`no promise about money is broken in ${runs} runs from the fresh seed ${seed}`, async () => {
    process.stdout.write(`races: ${runs} runs from the fresh seed HOLDFAST_SEED=${seed}\n`);
    await fc.assert(moneyIsSafe(), { seed, numRuns: runs });
  }, 7_200_000);
}
