import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../scripts/embedded-postgres';
import { isAlive } from '../scripts/postgres/postmaster';
import { type Load, startLoad } from './load/load';

/** What every figure stands on: a PostgreSQL of its own and the load. */
export interface Bed {
  readonly postgresUrl: string;
  readonly postgresPid: number;
  readonly load: Load;
  /** Waits until nothing more is written. */
  still(): Promise<void>;
  /** So that each slice begins alike. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

const ROOT = '.holdfast';
const STILL_MS = 300;
const PATIENCE_MS = 8_000;

/** Of runs that were killed. */
async function removeLeftovers(): Promise<void> {
  if (!existsSync(ROOT)) return;
  for (const name of readdirSync(ROOT)) {
    const pid = /^bench-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await removeEmbeddedPostgres(join(ROOT, name));
  }
}

async function refuseFastAndLoose(client: pg.Client): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await client.query<Record<string, string>>(`SHOW ${setting}`);
    if (rows[0]?.[setting] !== 'on') throw new Error(`${setting} is not on: nothing is durable`);
  }
}

async function untilStill(client: pg.Client): Promise<void> {
  const place = async (): Promise<string | undefined> => {
    const { rows } = await client.query<{ at: string }>('SELECT pg_current_wal_insert_lsn() AS at');
    return rows[0]?.at;
  };
  let before: string | undefined;
  let now = await place();
  for (const until = Date.now() + PATIENCE_MS; before !== now && Date.now() < until;) {
    await sleep(STILL_MS);
    [before, now] = [now, await place()];
  }
}

export async function makeBed(): Promise<Bed> {
  await removeLeftovers();
  const folder = join(ROOT, `bench-${process.pid}`);
  const postgres = await startEmbeddedPostgres({ folder });
  const { pid }: { pid: number } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8'));
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await refuseFastAndLoose(client);
  const load = startLoad();
  return {
    postgresUrl: postgres.url,
    postgresPid: pid,
    load,
    still: () => untilStill(client),
    checkpoint: async () => void (await client.query('CHECKPOINT')),
    async close() {
      load.close();
      await client.end();
      await postgres.stop();
      await removeEmbeddedPostgres(folder);
    },
  };
}
