import { setTimeout as delay } from 'node:timers/promises';
import type { Doorbell, Log } from '../../ports';
import { openQueue, type BellAddress } from './queue.server';

/** Nothing is kept of a job: attempts and errors are columns of the task. */
const JOB = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/** With Redis away since before we started, rings would pile up; the sweep makes them unnecessary. */
const MOST_PENDING = 100;

/**
 * Rings never throw and never wait longer than `withinMs`. While a ring for a task is queued another is the same job;
 * BullMQ asks that an id be neither all digits nor hold a colon.
 */
export function createBell(
  address: BellAddress,
  { log, withinMs = 1_000 }: { log: Log; withinMs?: number },
): Doorbell {
  let current: ReturnType<typeof hang> | null = null;
  let pending = 0;
  let closed = false;

  const hang = () => {
    const { queue, hangUp } = openQueue(address);
    queue.on('error', (error) => log.debug({ error: error.message }, 'the doorbell is in trouble'));
    const takeDown = async (): Promise<void> => {
      await within(
        withinMs,
        queue.close().catch(() => undefined),
      );
      hangUp();
    };
    // A queue whose first connection failed stays broken, so that one is replaced at the next ring.
    const ready = queue.waitUntilReady().catch(async (error: unknown) => {
      current = null;
      await takeDown();
      throw error;
    });
    return { queue, ready, takeDown };
  };

  const add = async (taskIds: readonly string[]): Promise<void> => {
    current ??= hang();
    const { queue, ready } = current;
    await ready;
    await queue.addBulk(
      taskIds.map((taskId) => ({
        name: 'task',
        data: { taskId },
        opts: { jobId: `task-${taskId}`, ...JOB },
      })),
    );
  };

  return {
    async ring(taskIds) {
      if (closed || taskIds.length === 0 || pending >= MOST_PENDING) return;
      pending += 1;
      const added = add(taskIds)
        .catch((error: unknown) =>
          log.debug({ error: String(error), rings: taskIds.length }, 'a ring was lost'),
        )
        .finally(() => (pending -= 1));
      await within(withinMs, added);
    },
    async close() {
      closed = true;
      await current?.takeDown();
    },
  };
}

/** Waits for `work`, but no longer than that; it goes on by itself. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  const enough = delay(ms, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([work, enough]);
  patience.abort();
}
