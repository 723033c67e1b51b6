import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createDatabase, dropDatabase } from '../../scripts/databases';
import { migrate } from '../../scripts/migrate-database';

const MIGRATIONS = join('prisma', 'migrations');

/** A folder with the migrations before `first` alone. It lies in the repository, where its packages are found. */
async function migrationsBefore(first: string): Promise<string> {
  const folder = await mkdtemp(join('.holdfast', 'earlier-'));
  await cp('prisma.config.ts', join(folder, 'prisma.config.ts'));
  await cp('prisma', join(folder, 'prisma'), { recursive: true });
  for (const name of await readdir(MIGRATIONS))
    if (/^\d{14}_/.test(name) && name >= first)
      await rm(join(folder, MIGRATIONS, name), { recursive: true });
  return folder;
}

/**
 * An empty database as it was before the migration `first`. `migrate` brings it up to this program's newest, as
 * `npm run migrate` does.
 */
export async function databaseBefore(
  first: string,
): Promise<{ url: string; migrate(): Promise<void>; drop(): Promise<void> }> {
  const server = process.env['HOLDFAST_TEST_POSTGRES'] ?? '';
  const name = `earlier_${randomUUID().replaceAll('-', '')}`;
  const url = await createDatabase(server, name);
  const folder = await migrationsBefore(first);
  try {
    await migrate(url, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
  return { url, migrate: () => migrate(url), drop: () => dropDatabase(server, name) };
}
