import { Throttled } from '../../errors';

export type Pause = (ms: number) => Promise<void>;

export const pause: Pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** How long a read of several requests waits in all, before its task waits in its place. */
const MOST_MS = 60_000;

/**
 * Asks again, after the wait that Shopify names, what was told to wait: a long read goes on where it was. A read that
 * began anew each time would never end in a shop whose budget is short.
 */
export function createKeepAsking(wait: Pause): <T>(ask: () => Promise<T>) => Promise<T> {
  let waited = 0;
  return async (ask) => {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof Throttled) || waited + error.waitMs > MOST_MS) throw error;
        waited += error.waitMs;
        await wait(error.waitMs);
      }
    }
  };
}
