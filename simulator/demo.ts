import { parseArgs } from 'node:util';
import { buildIfStale } from '../scripts/build-if-stale';
import { seedDemo } from './seed';
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
  start: new Date(),
  rate: 1,
  redisUrl,
  dev: values.dev,
  progress: (line) => print(`… ${line}`),
});
await seedDemo(simulatorClient(stack.simulatorUrl));
print(`\nOpen ${stack.simulatorUrl} in a browser. Ctrl+C ends the demo.`);
const end = (): void => {
  stack.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
