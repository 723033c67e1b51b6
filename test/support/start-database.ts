import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase } from '../../scripts/databases';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../scripts/embedded-postgres';
import { migrate } from '../../scripts/migrate-database';
import { isAlive } from '../../scripts/postgres/postmaster';
import { TEMPLATE } from './database';

const ROOT = '.holdfast';
const running: { postgres?: Promise<EmbeddedPostgres> } = {};

/** Runs that were killed leave their database behind; it is cleared away by the next one. */
async function removeLeftovers(): Promise<void> {
  if (!existsSync(ROOT)) return;
  for (const name of readdirSync(ROOT)) {
    const pid = /^test-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await removeEmbeddedPostgres(join(ROOT, name));
  }
}

async function start(): Promise<EmbeddedPostgres> {
  await removeLeftovers();
  const postgres = await startEmbeddedPostgres({ folder: join(ROOT, `test-${process.pid}`) });
  await migrate(await createDatabase(postgres.url, TEMPLATE));
  return postgres;
}

/**
 * One PostgreSQL per run with data of its own, so that two runs in one checkout don't meet. Jest calls this once for
 * every project that names it; the first call starts, the others wait for it.
 */
export default async function startDatabase(): Promise<void> {
  running.postgres ??= start();
  process.env['HOLDFAST_TEST_POSTGRES'] = (await running.postgres).url;
}

export async function stopDatabase(): Promise<void> {
  const postgres = await running.postgres;
  if (!postgres) return;
  delete running.postgres;
  await postgres.stop();
  await removeEmbeddedPostgres(join(ROOT, `test-${process.pid}`));
}
