import { compose, type Overrides } from '../../app/compose.server';
import { readEnv } from '../../app/env.server';
import { startWeb } from '../../app/http/start-web.server';
import { stopOnSignal } from '../../app/process.server';
import { endWithParent } from './end-with-parent';
import { createFileClock } from './file-clock';
import { pagesByVite } from './pages-by-vite';

/*
 * The app as the demo runs it: the real composition with one override, the simulator's time. One process is the web,
 * the other the worker, so that either can be killed alone.
 */

const [, , role = 'web'] = process.argv;
endWithParent();
const file = process.env['SIMULATOR_CLOCK_FILE'] ?? '.holdfast/clock';
const leaseMs = Number(process.env['SIMULATOR_LEASE_MS'] ?? 5_000);
const overrides: Overrides = {
  clock: createFileClock(file),
  engine: { sweepEveryMs: 25, leaseMs },
  ringLockMs: leaseMs / 2,
};

const env = readEnv();
const app = await compose(env, overrides);
if (role === 'web') {
  const pages = process.env['SIMULATOR_DEV'] === '1' ? await pagesByVite() : {};
  const web = await startWeb({ env, app: app.web, ...pages });
  stopOnSignal(async () => {
    await web.close();
    await app.close();
  }, app.log);
  process.stdout.write(`ready ${web.port}\n`);
} else {
  const worker = await app.startWorker();
  stopOnSignal(async () => {
    await worker.stop();
    await app.close();
  }, app.log);
  process.stdout.write('ready 0\n');
}
