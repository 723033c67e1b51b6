import { parseArgs } from 'node:util';
import { buildIfStale } from '../../scripts/build-if-stale';
import { runKilledTour } from './killed-tour';

/*
 * npm run chaos [-- --kills 200 --seed 1 --per-tour 8]: kills web or worker with SIGKILL at random moments of the tour,
 * starts it again, goes on, and checks ledger and mailbox. Prints counts and seeds; a failure prints its seed.
 */

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    'per-tour': { type: 'string', default: '8' },
    verbose: { type: 'boolean', default: false },
  },
});
const wanted = Number(values.kills);
const perTour = Number(values['per-tour']);
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await buildIfStale(print);
let killed = 0;
let lostOrDoubled = 0;
let unclear = 0;
const seeds: number[] = [];
for (let seed = Number(values.seed); killed < wanted; seed++) {
  const redisUrl = process.env['REDIS_URL'] || undefined;
  const most = Math.min(perTour, wanted - killed);
  const tour = await runKilledTour(seed, most, values.verbose ? print : () => undefined, redisUrl);
  killed += tour.kills.web + tour.kills.worker;
  unclear += tour.unclear.length;
  lostOrDoubled += tour.faults.length;
  seeds.push(seed);
  const { web, worker } = tour.kills;
  print(
    `seed ${seed}: ${web} kills of web, ${worker} of worker, ${tour.unclear.length} messages unclear, ${tour.faults.length} faults (${killed} of ${wanted})`,
  );
  for (const fault of tour.faults) print(`  FAULT ${fault}`);
}
print(
  JSON.stringify({
    chaos: 'kill',
    kills: killed,
    tours: seeds.length,
    seeds: [seeds[0], seeds.at(-1)],
    unclear,
    faults: lostOrDoubled,
    ok: lostOrDoubled === 0,
  }),
);
process.exit(lostOrDoubled === 0 ? 0 : 1);
