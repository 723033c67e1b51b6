import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { TaskBody } from '../../domain/task';
import type { NoAccess } from '../../errors';
import type { AfterNoAccess, Claim, Clock, Doorbell, Log, Work } from '../../ports';
import type { GuardedStore } from '../store/store.server';
import { createClaims, type Claimed } from './claims.server';
import { errorText } from './outcome';
import { createSettle } from './settle.server';
import { createSweep } from './sweep.server';
import { openWork } from './work.server';

export interface EngineParts {
  readonly pool: pg.Pool;
  readonly store: GuardedStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly doorbell: Pick<Doorbell, 'ring'>;
  readonly perform: (work: Work) => Promise<void>;
  /** A task won't be tried again: its case needs a person. Called before the task is set aside, perhaps more than once. */
  readonly onDead: (claim: Claim, error: Error) => Promise<void>;
  /** Shopify does not let us in. Says what becomes of the task. */
  readonly onNoAccess: (claim: Claim, error: NoAccess) => Promise<AfterNoAccess>;
  readonly sweepEveryMs?: number;
  /** Machine time after which a worker that isn't heard of has lost its tasks. */
  readonly leaseMs?: number;
  /** How long `stop` waits for performers that are running. */
  readonly graceMs?: number;
  readonly maxAttempts?: number;
}

export type Handled = 'done' | 'not-due' | 'stale' | 'failed';

export interface TaskEngine {
  /** Does the task if it is due and nobody has it. Never throws for what a performer does. */
  handle(taskId: string): Promise<Handled>;
  /** Begins to sweep. */
  start(): void;
  /** Takes nothing new, lets what runs come to its end for a while, and hands back the rest at once. */
  stop(): Promise<void>;
}

export function createTaskEngine(parts: EngineParts): TaskEngine {
  const { pool, store, clock, log, doorbell, perform } = parts;
  const { sweepEveryMs = 1_000, leaseMs = 60_000, graceMs = 20_000 } = parts;
  const claims = createClaims(pool, leaseMs);
  const settle = createSettle({ ...parts, claims });
  const now = (): Date => clock.now();
  const sweep = createSweep({ pool, doorbell, now, log, everyMs: sweepEveryMs });
  const held = new Set<Claimed>();
  const running = new Set<Promise<Handled>>();
  let stopping = false;

  const renew = (): void => {
    claims
      .renew([...held])
      .catch((error: unknown) => log.warn({ error: errorText(error) }, 'leases were not renewed'));
  };
  const heartbeat = setInterval(renew, leaseMs / 3).unref();

  const attempt = async (row: Claimed, startedAt: Date): Promise<Handled> => {
    const { taskId, shop, epoch, attempts } = row;
    let claim: Claim | null = null;
    try {
      claim = { taskId, shop, epoch, attempts, body: TaskBody.parse(row.payload) };
      const { work, isFinished } = openWork(store, claim, startedAt);
      await perform(work);
      if (isFinished() || (await claims.remove(row))) return 'done';
      return 'stale';
    } catch (error) {
      return await settle(row, claim, error);
    }
  };

  const run = async (taskId: string): Promise<Handled> => {
    const startedAt = now();
    const row = await claims.claim(taskId, startedAt);
    if (!row) return 'not-due';
    held.add(row);
    try {
      return await attempt(row, startedAt);
    } finally {
      held.delete(row);
    }
  };

  return {
    async handle(taskId) {
      if (stopping) return 'not-due';
      const one = run(taskId);
      running.add(one);
      try {
        return await one;
      } finally {
        running.delete(one);
      }
    },
    start: () => sweep.start(),
    async stop() {
      stopping = true;
      await sweep.stop();
      const patience = new AbortController();
      const enough = delay(graceMs, undefined, { signal: patience.signal }).catch(() => undefined);
      await Promise.race([Promise.allSettled(running), enough]);
      patience.abort();
      const back = { dueAt: now(), counted: false, error: null };
      await Promise.all([...held].map((row) => claims.release(row, back)));
      clearInterval(heartbeat);
    },
  };
}
