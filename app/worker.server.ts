import { compose } from './compose.server';
import { loadEnv } from './env.server';
import { startMetrics } from './http/start-metrics.server';
import { exitOnFault, isEntry, stopOnSignal } from './process.server';

/** The worker process: `npm run worker`. It runs until it is told to stop; then what runs may come to its end. */
async function main(): Promise<void> {
  const env = loadEnv();
  const holdfast = await compose(env);
  const worker = await holdfast.startWorker();
  const { workerMetricsPort: port } = env;
  const metrics = port === null ? null : await startMetrics(holdfast.web, port);
  holdfast.log.info({}, 'The worker is running');
  stopOnSignal(async () => {
    await worker.stop();
    await metrics?.close();
    await holdfast.close();
  }, holdfast.log);
}

if (isEntry(import.meta.url)) main().catch(exitOnFault);
