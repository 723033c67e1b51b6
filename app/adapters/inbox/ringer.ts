import type { Doorbell, Log } from '../../ports';

/** Five hundred tasks a second: more than the workers behind one web process can do. */
const EVERY_MS = 100;
const MOST_AT_ONCE = 50;
/** One second' worth. */
const MOST_WAITING = 500;

export interface Ringer {
  ring(taskIds: readonly string[]): void;
  close(): void;
}

/**
 * Rings for what was stored, after the replies are on their way. A lone task is rung for at once; in a flood the bell,
 * which costs the database more than the webhook itself, keeps a steady pace. What it doesn't get to, and any ring that
 * is lost, is rung by the workers' sweep, which takes the shops by turns where the bell takes what came first.
 */
export function createRinger(doorbell: Pick<Doorbell, 'ring'>, log: Log): Ringer {
  const waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  const ringNext = (): void => {
    const taskIds = waiting.splice(0, MOST_AT_ONCE);
    timer = taskIds.length === 0 ? undefined : setTimeout(ringNext, EVERY_MS);
    if (taskIds.length === 0) return;
    doorbell
      .ring(taskIds)
      .catch((err: unknown) =>
        log.warn({ err, tasks: taskIds.length }, 'The doorbell did not ring'),
      );
  };

  return {
    ring(taskIds) {
      waiting.push(...taskIds.slice(0, MOST_WAITING - waiting.length));
      timer ??= setTimeout(ringNext);
    },
    close() {
      waiting.length = 0;
      clearTimeout(timer);
    },
  };
}
