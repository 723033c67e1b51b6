import { compose } from './compose.server';
import { loadEnv } from './env.server';
import { exitOnFault, isEntry, stopOnSignal } from './process.server';

/** The worker process: `npm run worker`. It runs until it is told to stop; then what runs may come to its end. */
async function main(): Promise<void> {
  const holdfast = await compose(loadEnv());
  const worker = await holdfast.startWorker();
  holdfast.log.info({}, 'The worker is running');
  stopOnSignal(async () => {
    await worker.stop();
    await holdfast.close();
  }, holdfast.log);
}

if (isEntry(import.meta.url)) main().catch(exitOnFault);
