import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { createMigrationCheck } from '../../app/adapters/migrations.server';
import { createPool } from '../../app/db.server';
import { TaskBody, taskKey } from '../../app/domain/task';
import { createDatabase, dropDatabase } from '../../scripts/databases';
import { freshDatabase } from '../support/database';

const OURS = readdirSync('prisma/migrations').filter((name) => /^\d{14}_/.test(name));
const NEWEST = OURS.toSorted().at(-1) ?? '';

let pool: pg.Pool;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await freshDatabase();
  pool = createPool(database.url);
  drop = database.drop;
});
afterAll(async () => {
  await pool.end();
  await drop();
});

describe('the database is ready for this program', () => {
  const change = (set: string) =>
    pool.query(`update "_prisma_migrations" set ${set} where "migration_name" = $1`, [NEWEST]);

  it('when it has every migration', async () => {
    expect(await createMigrationCheck(pool)()).toEqual([]);
  });

  it('not when the newest one broke off', async () => {
    await change('"finished_at" = null');
    expect(await createMigrationCheck(pool)()).toEqual([NEWEST]);
    await change('"finished_at" = now()');
  });

  it('not when one was rolled back', async () => {
    await change('"rolled_back_at" = now()');
    expect(await createMigrationCheck(pool)()).toEqual([NEWEST]);
    await change('"rolled_back_at" = null');
  });

  it('also when it is further than the program, as after going back a release', async () => {
    expect(await createMigrationCheck(pool, OURS.slice(0, 1))()).toEqual([]);
  });

  it('not when it is empty', async () => {
    const server = process.env['HOLDFAST_TEST_POSTGRES'] ?? '';
    const empty = createPool(await createDatabase(server, 'production_readiness_empty'));
    expect(await createMigrationCheck(empty)()).toEqual(OURS.toSorted());
    await empty.end();
    await dropDatabase(server, 'production_readiness_empty');
  });

  it('and when it does not answer, that is an error and not an answer', async () => {
    const away = createPool('postgresql://nobody@127.0.0.1:1/none');
    await expect(createMigrationCheck(away)()).rejects.toThrow();
    await away.end();
  });
});

describe('what the operations page has people type', () => {
  const blocks = [
    ...readFileSync('docs/operations.md', 'utf8').matchAll(/^```sql\n([\s\S]*?)^```$/gm),
  ].map(([, sql = '']) => sql);

  it.each(blocks.map((sql) => [sql]))('the database takes: %s', async (sql) => {
    await expect(pool.query(sql)).resolves.toBeDefined();
  });

  it('has each shop that is there read its orders again, once', async () => {
    const again = blocks.find((sql) => sql.includes('take-in-orders')) ?? '';
    await pool.query(
      `insert into "Shop" (shop, name, timezone, "currencyCode", "installedAt", "uninstalledAt", settings)
       values ('here', 'Here', 'UTC', 'EUR', now(), null, '{}'), ('gone', 'Gone', 'UTC', 'EUR', now(), now(), '{}')`,
    );
    await pool.query(again);
    await pool.query(again);
    const { rows } = await pool.query<{ shop: string; key: string; payload: unknown }>(
      'select shop, key, payload from "Task"',
    );
    const [{ payload, key } = { payload: null, key: '' }] = rows;
    expect(rows.map(({ shop }) => shop)).toEqual(['here']);
    expect(key).toBe(taskKey(TaskBody.parse(payload)));
  });
});
