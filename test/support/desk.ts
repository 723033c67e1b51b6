import type { ShopId } from '../../app/domain/ids';
import { NoAccess, Unreachable } from '../../app/errors';
import type { AfterNoAccess, Claim, Clock, Log, Store, Work } from '../../app/ports';
import { createMemoryStore, type TakenTask } from './memory-store';

/** What is done with a task, and with one that fails for good: the engine's callbacks. */
export interface Performers {
  perform(work: Work): Promise<void>;
  onDead(claim: Claim, error: Error): Promise<void>;
  onNoAccess(claim: Claim, error: NoAccess): Promise<AfterNoAccess>;
}

export interface DeadTask {
  readonly key: string;
  readonly lastError: string | null;
}

/** Where a harness keeps the rows of its shop, and the tasks that its workers do. */
export interface Desk {
  readonly store: Store;
  /** When the next task is due; null when none waits. */
  nextDueAt(): Promise<Date | null>;
  deadTasks(): Promise<readonly DeadTask[]>;
  /** As the inbox does for a request about a person. */
  keepBody(shop: ShopId, webhookId: string, body: object): Promise<void>;
  /** A worker: each call does the task that is due first, to its end, and says whether there was one. */
  worker(performers: Performers): () => Promise<boolean>;
}

export type OpenDesk = (parts: { clock: Clock; log: Log }) => Promise<Desk>;

/** In memory: fast, always the same, one transaction at a time. */
export const openMemoryDesk: OpenDesk = ({ clock }) => {
  const store = createMemoryStore();
  const attempt = async (taken: TakenTask, performers: Performers): Promise<void> => {
    try {
      await performers.perform(taken.work);
      taken.end();
    } catch (error) {
      const { claim } = taken.work;
      const then = error instanceof NoAccess ? await performers.onNoAccess(claim, error) : null;
      const kind = taken.end(then === 'again' ? new Unreachable('tried again') : error, then);
      if (kind === 'dead')
        await performers.onDead(claim, error instanceof Error ? error : new Error(String(error)));
    }
  };
  return Promise.resolve({
    store,
    nextDueAt: () => Promise.resolve(store.nextDueAt()),
    deadTasks: () => Promise.resolve(store.deadTasks()),
    keepBody: (shop, webhookId, body) =>
      Promise.resolve(store.keepWebhookBody(shop, webhookId, body)),
    worker: (performers) => async () => {
      const taken = store.take(clock.now());
      if (taken !== null) await attempt(taken, performers);
      return taken !== null;
    },
  });
};
