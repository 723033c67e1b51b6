import { createStore, type GuardedStore } from '../../app/adapters/store/store.server';
import {
  createTaskEngine,
  type EngineParts,
  type TaskEngine,
} from '../../app/adapters/tasks/engine.server';
import { createPool, createPrisma } from '../../app/db.server';
import { OrderId, ShopId } from '../../app/domain/ids';
import type { NewTask } from '../../app/domain/task';
import type { Log, Work } from '../../app/ports';
import { freshDatabase } from './database';

/* A bench for the task engine: a real database, a clock that the test moves, and a doorbell that only remembers. */

export const SHOP = ShopId.parse('north.myshopify.com');
export const OTHER = ShopId.parse('south.myshopify.com');
export const START = new Date('2026-03-01T12:00:00Z');
export const order = (n: number): OrderId => OrderId.parse(`gid://shopify/Order/${n}`);
export const look = (n: number, dueAt = START, shop = SHOP): NewTask => ({
  shop,
  body: { kind: 'look-at-order', orderId: order(n) },
  dueAt,
});

export interface TaskRow {
  readonly id: string;
  readonly key: string;
  readonly status: string;
  readonly epoch: number;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly lastError: string | null;
}

export interface EngineBench {
  readonly store: GuardedStore;
  /** Every id that was rung for, oldest first. */
  readonly rung: string[];
  /** Lines of the log, as "level: message". */
  readonly logged: string[];
  clock: { now(): Date; set(to: Date): void };
  /** An engine with the test's performer; stopped when the bench is closed. */
  engine(perform: (work: Work) => Promise<void>, more?: Partial<EngineParts>): TaskEngine;
  /** Adds tasks of one shop and gives their ids in the order of their keys. */
  add(...tasks: NewTask[]): Promise<string[]>;
  rows(): Promise<TaskRow[]>;
  query(text: string, values?: unknown[]): Promise<unknown[]>;
  gauges: EngineParts['pool'];
  close(): Promise<void>;
}

export async function openEngineBench(): Promise<EngineBench> {
  const { url, drop } = await freshDatabase();
  const prisma = createPrisma(url);
  const pool = createPool(url);
  let time = START;
  const clock = { now: () => time, set: (to: Date) => void (time = to) };
  const rung: string[] = [];
  const doorbell = {
    ring: (ids: readonly string[]) => {
      rung.push(...ids);
      return Promise.resolve();
    },
  };
  const logged: string[] = [];
  const at = (level: string) => (_fields: object, message: string) =>
    void logged.push(`${level}: ${message}`);
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  const store = createStore({ prisma, clock, doorbell, newShopMode: 'automatic' });
  const engines: TaskEngine[] = [];

  const rows = async (): Promise<TaskRow[]> =>
    (
      await pool.query<TaskRow>(
        `select "id"::text as "id", "key", "status", "epoch", "attempts", "dueAt", "lastError" from "Task" order by "Task"."id"`,
      )
    ).rows;

  return {
    store,
    rung,
    logged,
    clock,
    rows,
    gauges: pool,
    engine(perform, more = {}) {
      const quiet = () => Promise.resolve();
      const parts = {
        pool,
        store,
        clock,
        log,
        doorbell,
        perform,
        onDead: quiet,
        onNoAccess: () => Promise.resolve('ends' as const),
      };
      const engine = createTaskEngine({ ...parts, ...more });
      engines.push(engine);
      return engine;
    },
    async add(...tasks) {
      const [first] = tasks;
      if (first) await store.transact(first.shop, {}, (tx) => tx.addTasks(tasks));
      return (await rows()).map((row) => row.id);
    },
    query: async (text, values = []) => (await pool.query<object>(text, values)).rows,
    async close() {
      await Promise.all(engines.map((engine) => engine.stop()));
      await prisma.$disconnect();
      await pool.end();
      await drop();
    },
  };
}

/** A promise that the test settles. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
