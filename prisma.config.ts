import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { defineConfig } from 'prisma/config';

/*
 * Prisma without a downloaded engine: the schema engine runs as JavaScript over the `pg` adapter. That adapter cannot
 * read PostgreSQL's internal type `name` (oid 19, arrays 1003), which the migration tables' queries return, so here,
 * and only here, it is read as text (25, 1009). See docs/decisions/0003-prisma-without-engines.md.
 */
interface Field {
  dataTypeID: number;
}
const AS_TEXT: Readonly<Record<number, number>> = { 19: 25, 1003: 1009 };
const prototype = pg.Result.prototype as unknown as { addFields(fields: Field[]): void };
const original = prototype.addFields;
prototype.addFields = function addFields(fields) {
  for (const field of fields) field.dataTypeID = AS_TEXT[field.dataTypeID] ?? field.dataTypeID;
  original.call(this, fields);
};

/*
 * The schema engine waits for its lock with a timer of ten seconds that it never clears, and Prisma's program ends only
 * when nothing is left to wait for. That one timer shall not keep it alive; an open query still does.
 */
const LOCK_TIMEOUT_MS = 10_000;
const start = globalThis.setTimeout;
globalThis.setTimeout = Object.assign(
  (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const timer = start(run, ms, ...args);
    return ms === LOCK_TIMEOUT_MS ? timer.unref() : timer;
  },
  start,
) as typeof globalThis.setTimeout;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  experimental: { adapter: true },
  engine: 'js',
  // Its connections are left open, too.
  adapter: () =>
    Promise.resolve(
      new PrismaPg({ connectionString: process.env['DATABASE_URL'] ?? '', allowExitOnIdle: true }),
    ),
});
