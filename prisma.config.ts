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

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  experimental: { adapter: true },
  engine: 'js',
  // Prisma's program leaves its connections open; without `allowExitOnIdle` it would linger for ten seconds.
  adapter: () =>
    Promise.resolve(
      new PrismaPg({ connectionString: process.env['DATABASE_URL'] ?? '', allowExitOnIdle: true }),
    ),
});
