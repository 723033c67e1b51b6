import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { freshDatabase } from '../support/database';

const COLUMNS = `
  select table_name, column_name, data_type, is_nullable, column_default
  from information_schema.columns
  where table_schema = 'public' and table_name <> '_prisma_migrations'
  order by table_name, column_name`;

let url = '';
let client = new pg.Client();
let drop: () => Promise<void> = () => Promise.resolve();

beforeAll(async () => {
  ({ url, drop } = await freshDatabase());
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await drop();
});

describe('the migrations', () => {
  it('make what the schema says, column by column', async () => {
    const wanted = spawnSync(
      'prisma',
      [
        'migrate',
        'diff',
        '--from-empty',
        '--to-schema-datamodel',
        'prisma/schema.prisma',
        '--script',
      ],
      { encoding: 'utf8', env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1' } },
    );
    expect(wanted.stdout).toContain('CREATE TABLE');
    const migrated = (await client.query(COLUMNS)).rows;
    await client.query('begin; drop schema public cascade; create schema public');
    await client.query(wanted.stdout);
    const described = (await client.query(COLUMNS)).rows;
    await client.query('rollback');
    expect(migrated).toEqual(described);
  }, 60_000);

  const addTask = (status: string) =>
    client.query(
      `insert into "Task" (shop, kind, key, payload, "dueAt", status) values ('a', 'k', 'same', '{}', now(), $1)`,
      [status],
    );
  const addIntent = (target: string, status: string) =>
    client.query(
      `insert into "Intent" (shop, "orderId", kind, target, generation, effect, status, "authorizationId", "plannedAt")
       values ('a', 'o', 'capture', $1, 0, '{}', $2, 'auth', now())`,
      [target, status],
    );

  it('allow one waiting task per key beside a claimed one', async () => {
    await addTask('claimed');
    await addTask('waiting');
    await expect(addTask('waiting')).rejects.toThrow('task_waiting_key');
  });

  it.each(['planned', 'awaiting-approval', 'attempting', 'unclear'])(
    'allow one open money intent per authorization, also when it is %s',
    async (status) => {
      await client.query('delete from "Intent"');
      await addIntent('one', 'done');
      await addIntent('two', status);
      await expect(addIntent('three', 'planned')).rejects.toThrow('intent_one_open_money');
    },
  );

  it('refuse a status that nobody knows', async () => {
    await expect(addTask('asleep')).rejects.toThrow('task_status');
    await expect(addIntent('four', 'perhaps')).rejects.toThrow('intent_status');
  });
});
