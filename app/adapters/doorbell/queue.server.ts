import {
  Queue,
  Worker,
  createPostgresBackend,
  withBackend,
  type JobsOptions,
  type Processor,
} from 'bullmq';
import { createRedis } from '../../redis.server';

/** Where the bell hangs: on Redis, or on BullMQ's own tables in the database. */
export type BellAddress =
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'postgres'; readonly url: string };

export const QUEUE = 'tasks';
const postgres = withBackend(createPostgresBackend);
const connectionTo = (url: string, max: number) => ({ connectionString: url, max, migrate: true });

/* What we use of BullMQ, whichever backend is behind it. */
interface Opened {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}
export interface BellQueue extends Opened {
  addBulk(jobs: { name: string; data: unknown; opts: JobsOptions }[]): Promise<unknown>;
  getJobCounts(): Promise<Record<string, number>>;
  on(event: 'error', heard: (error: Error) => void): unknown;
}
export interface BellWorker extends Opened {
  getNextJob(token: string): Promise<unknown>;
  on(event: 'error', heard: (error: Error) => void): unknown;
  on(event: 'failed', heard: (job: unknown, error: Error) => void): unknown;
}

/** `hangUp` ends the connection without waiting for an answer. */
export function openQueue(address: BellAddress): { queue: BellQueue; hangUp: () => void } {
  if (address.kind === 'postgres') {
    const queue = new postgres.Queue(QUEUE, { connection: connectionTo(address.url, 2) });
    return { queue, hangUp: () => undefined };
  }
  const connection = createRedis(address.url, 'producer');
  const queue = new Queue(QUEUE, { connection, streams: { events: { maxLen: 100 } } });
  return { queue, hangUp: () => connection.disconnect() };
}

export function openWorker(
  address: BellAddress,
  processor: Processor<unknown, void> | null,
  options: { concurrency: number; lockDuration: number; stalledInterval: number },
): { worker: BellWorker; hangUp: () => void } {
  if (address.kind === 'postgres') {
    const connection = connectionTo(address.url, 4);
    const worker = new postgres.Worker<unknown, void>(QUEUE, processor, { connection, ...options });
    return { worker, hangUp: () => undefined };
  }
  const connection = createRedis(address.url, 'worker');
  const worker = new Worker<unknown, void>(QUEUE, processor, { connection, ...options });
  return { worker, hangUp: () => connection.disconnect() };
}
