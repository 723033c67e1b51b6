import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { createStore } from '../../app/adapters/store/store.server';
import { NOT_AWAY } from '../../app/adapters/tasks/away';
import { createTaskEngine } from '../../app/adapters/tasks/engine.server';
import { createPool, createPrisma } from '../../app/db.server';
import { freshDatabase } from './database';
import type { DeadTask, Desk, OpenDesk } from './desk';
import { TABLES } from './store-harness';

/** Nobody dies here, however slow the machine is. */
const LEASE_MS = 3_600_000;
/** A worker that finds nothing leaves the database to the others for a moment. */
const PAUSE_MS = 2;
const SILENT_BELL = { ring: () => Promise.resolve() };

/** Another worker may be quicker with the first ones. */
const DUE = `
  select "id"::text as "id" from "Task" where "status" = 'waiting' and "dueAt" <= $1 and ${NOT_AWAY}
  order by "dueAt", "id" limit 5`;
const NEXT = `select min("dueAt") as "dueAt" from "Task" where "status" = 'waiting' and ${NOT_AWAY}`;
const DEAD = `select "key", "lastError" from "Task" where "status" = 'dead' order by "id"`;

async function query<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await pool.query<Row>(text, values)).rows;
}

/** Desks on one real database, one after the other: each finds it empty. Real transactions, locks and claims. */
export async function openPostgresDesks() {
  const { url, drop } = await freshDatabase();
  const prisma = createPrisma(url);
  const pool = createPool(url);
  const ends: (() => Promise<void>)[] = [];
  const stopWork = async (): Promise<void> => {
    await Promise.all(ends.splice(0).map((end) => end()));
  };

  const open: OpenDesk = async ({ clock, log }): Promise<Desk> => {
    await stopWork();
    await pool.query(`truncate ${TABLES.map((name) => `"${name}"`).join(', ')}`);
    const store = createStore({ prisma, clock, doorbell: SILENT_BELL, newShopMode: 'automatic' });
    return {
      store,
      nextDueAt: async () => (await query<{ dueAt: Date | null }>(pool, NEXT))[0]?.dueAt ?? null,
      deadTasks: () => query<DeadTask>(pool, DEAD),
      async keepBody(shop, webhookId, body) {
        const at = clock.now();
        const row = { shop, webhookId, topic: 'customers/redact', triggeredAt: at, receivedAt: at };
        await prisma.webhook.create({ data: { ...row, body } });
      },
      worker(performers) {
        const parts = { pool, store, clock, log, doorbell: SILENT_BELL, leaseMs: LEASE_MS };
        const engine = createTaskEngine({ ...parts, ...performers });
        ends.push(() => engine.stop());
        return async () => {
          for (const { id } of await query<{ id: string }>(pool, DUE, [clock.now()]))
            if ((await engine.handle(id)) !== 'not-due') return true;
          await delay(PAUSE_MS);
          return false;
        };
      },
    };
  };
  return {
    open,
    async close(): Promise<void> {
      await stopWork();
      await prisma.$disconnect();
      await pool.end();
      await drop();
    },
  };
}
