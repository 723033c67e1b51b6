import type { ShopId } from '../domain/ids';
import type { TaskBody } from '../domain/task';
import type { Store } from './store';
import type { Tx } from './transaction';

/** A task that a worker holds. */
export interface Claim {
  readonly taskId: string;
  readonly shop: ShopId;
  readonly body: TaskBody;
  readonly epoch: number;
  readonly attempts: number;
}

/**
 * What becomes of a task that Shopify didn't let in: it waits, uncounted, while its shop is suspended; it is tried again, as
 * after any other fault, since the shop lets us in by now; or it ends.
 */
export type AfterNoAccess = 'waits' | 'again' | 'ends';

/**
 * The writes of a task that is being worked on. Each runs in one transaction that first checks that the claim still
 * stands; a worker that was overtaken gets `StaleClaim` and has written nothing.
 */
export interface Work {
  readonly claim: Claim;
  /** Business time at the start of this attempt. */
  readonly now: Date;
  /** Writes, and the task goes on: commit what must be known before a call to the outside. */
  keep<T>(locks: Parameters<Store['transact']>[1], work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes, and the task is done: both or neither. */
  finish<T>(locks: Parameters<Store['transact']>[1], work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** A task is committed first and rung afterwards; a lost ring is rung again by the sweep. */
export interface Doorbell {
  ring(taskIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
