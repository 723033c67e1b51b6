import { z } from 'zod';
import type { Log } from '../../ports';
import { within } from './bell.server';
import { openWorker, type BellAddress } from './queue.server';

const Ring = z.object({ taskId: z.string() });

export interface Listener {
  /** Resolves once rings are heard; fails when the database can't be reached. */
  ready(): Promise<void>;
  /** Takes no more rings and waits for those that are being handled. */
  close(): Promise<void>;
}

/**
 * Hears rings and passes them on. `lockMs` is how long BullMQ believes in a worker that is silent: until then a job that
 * was being handled by one that was killed stands in the way of another ring for the same task.
 */
export function createListener(
  address: BellAddress,
  options: {
    handle: (taskId: string) => Promise<unknown>;
    log: Log;
    concurrency: number;
    lockMs?: number;
    closeWithinMs?: number;
  },
): Listener {
  const { handle, log, concurrency, lockMs = 10_000, closeWithinMs = 30_000 } = options;
  const { worker, hangUp } = openWorker(
    address,
    async (job) => {
      await handle(Ring.parse(job.data).taskId);
    },
    { concurrency, lockDuration: lockMs, stalledInterval: lockMs / 2 },
  );
  worker.on('error', (error) => log.warn({ error: error.message }, 'the doorbell is in trouble'));
  worker.on('failed', (_job, error) =>
    log.warn({ error: error.message }, 'a ring came to nothing'),
  );

  return {
    ready: async () => {
      await worker.waitUntilReady();
    },
    async close() {
      await within(
        closeWithinMs,
        worker.close().catch(() => undefined),
      );
      hangUp();
    },
  };
}
