import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

/** Beside the built programs (`build/`), or seen from the source that tsx runs (`app/adapters/`). */
const PLACES = ['../prisma/migrations/', '../../prisma/migrations/'];

/** What Prisma has begun and finished; one that broke off half-way has no end. */
const APPLIED = `
  select "migration_name" as "name" from "_prisma_migrations"
  where "finished_at" is not null and "rolled_back_at" is null`;

const NO_SUCH_TABLE = '42P01';

function ownMigrations(): string[] {
  const folder = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(
    existsSync,
  );
  if (folder === undefined)
    throw new Error('prisma/migrations is missing: it belongs beside build/');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * The migrations that this program was made with and that the database doesn't have.
 * - The names are read once: a folder that is replaced under a running program says nothing of that program.
 * - A database that is further than the program is fine: it was so before each release that was taken back.
 */
export function createMigrationCheck(
  pool: Pick<pg.Pool, 'query'>,
  wanted: readonly string[] = ownMigrations(),
): () => Promise<readonly string[]> {
  return async () => {
    const applied = await pool.query<{ name: string }>(APPLIED).then(
      ({ rows }) => new Set(rows.map(({ name }) => name)),
      (error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === NO_SUCH_TABLE)
          return new Set<string>();
        throw error;
      },
    );
    return wanted.filter((name) => !applied.has(name));
  };
}
