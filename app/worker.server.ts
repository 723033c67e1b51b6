import { fileURLToPath } from 'node:url';
import { compose, type Overrides } from './compose.server';
import { type Env, loadEnv } from './env.server';

/** Runs until it is told to stop; then what runs may come to its end. */
export async function startWorker(env: Env, overrides?: Overrides): Promise<{ stop(): Promise<void> }> {
  const app = await compose(env, overrides);
  const worker = await app.startWorker();
  app.log.info({}, 'The worker is running');
  return {
    async stop() {
      await worker.stop();
      await app.close();
    },
  };
}

/** Ends the process gracefully on SIGTERM and SIGINT; a second signal ends it at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  const end = (): void => {
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const worker = await startWorker(loadEnv());
    stopOnSignal(() => worker.stop());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
