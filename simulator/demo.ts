import { parseArgs } from 'node:util';
import { buildIfStale } from '../scripts/build-if-stale';
import { SEED_START, seedDemo } from './seed';
import { simulatorClient } from './stack/client';
import { runBothTours } from './tour/run';
import { startStack } from './stack/stack';

/* `npm run demo` opens a shop to play with; with `-- --tour` the main job runs by itself and is checked. */

const { values } = parseArgs({
  options: {
    tour: { type: 'boolean', default: false },
    dev: { type: 'boolean', default: false },
  },
  strict: true,
});
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const redisUrl = process.env['REDIS_URL'] || undefined;

if (!values.dev) await buildIfStale(print);
if (values.tour) {
  const faults = await runBothTours({ redisUrl, print });
  for (const fault of faults) print(`FAULT  ${fault}`);
  print(
    faults.length === 0
      ? '\nThe tour has passed.'
      : `\nThe tour has failed: ${faults.length} fault(s).`,
  );
  process.exit(faults.length === 0 ? 0 : 1);
}

const stack = await startStack({
  simulatorPort: Number(process.env['SIMULATOR_PORT'] ?? 4000),
  start: SEED_START,
  rate: 0,
  redisUrl,
  dev: values.dev,
  progress: (line) => print(`… ${line}`),
});
try {
  await seedDemo(simulatorClient(stack.simulatorUrl), stack.appUrl, (line) => print(`… ${line}`));
} catch (error) {
  await stack.stop();
  throw error;
}
print(`\nOpen ${stack.simulatorUrl} in a browser. Ctrl+C ends the demo.`);
const end = (): void => {
  stack.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
