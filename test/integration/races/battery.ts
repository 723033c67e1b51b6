import fc from 'fast-check';
import { moneyIsSafe } from '../../properties/races/run';
import { openPostgresDesks } from '../../support/desk-on-postgres';
import { rangeOf, SHARD } from '../../support/shard';

/** Half of the runs each, so that two processors share them. */
const { from: FROM, count: RUNS } = rangeOf(process.env['HOLDFAST_FULL'] === '1' ? 150 : 3, SHARD);

/**
 * The model of test/properties/races.test.ts on PostgreSQL: here the transactions of two workers and of people overlap for
 * real, under the database's own locks, constraints and claims. For the same reason a seed repeats what is done, and not
 * quite in which order: a finding is told with all of its commands.
 */
export function databaseBattery(usual: number): void {
  const seed = Number(process.env['HOLDFAST_SEED'] ?? usual);
  let desks: Awaited<ReturnType<typeof openPostgresDesks>>;
  beforeAll(async () => {
    desks = await openPostgresDesks();
  });
  afterAll(() => desks.close());

  it(`break no promise about money in ${RUNS} runs from seed ${seed}, run ${FROM + 1}`, async () => {
    let done = 0;
    const runs = moneyIsSafe({ openDesk: desks.open }).afterEach(() => {
      done += 1;
      if (done % 10 === 0)
        process.stdout.write(`races on PostgreSQL, seed ${seed}: ${done} runs\n`);
    });
    await fc.assert(runs, { seed, path: String(FROM), numRuns: RUNS, endOnFailure: true });
    process.stdout.write(
      `races on PostgreSQL: ${RUNS} runs from seed ${seed}, run ${FROM + 1}, 0 broken\n`,
    );
  }, 7_200_000);
}
