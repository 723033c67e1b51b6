import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../scripts/embedded-postgres';
import { freshDatabase } from '../support/database';

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(question)).rows[0]?.answer;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let folder = '';
  let closed = '';

  beforeEach(async () => {
    closed = await mkdtemp(join(tmpdir(), 'holdfast-embedded-'));
    await chmod(closed, 0o700);
    folder = join(closed, 'repository');
    await mkdir(folder);
  });
  afterEach(async () => {
    await removeEmbeddedPostgres(folder);
    await rm(closed, { recursive: true, force: true });
  });

  it('starts in a folder with mode 700, keeps its data over a restart and is gone after stop', async () => {
    const first = await startEmbeddedPostgres({ folder });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS answer');
    expect(await ask(first.url, "SELECT current_setting('fsync') AS answer")).toBe('on');
    expect(await ask(first.url, "SELECT current_setting('max_connections') AS answer")).toBe('200');
    await first.stop();
    await expect(ask(first.url, 'SELECT 1 AS answer')).rejects.toThrow('ECONNREFUSED');

    const second = await startEmbeddedPostgres({ folder });
    expect(await ask(second.url, 'SELECT answer FROM kept')).toBe(7);
    await second.stop();
  });

  it('takes over the one that a killed parent left running, and stops it in the end', async () => {
    const parent = spawn(
      'tsx',
      [
        '--eval',
        `import { startEmbeddedPostgres } from './scripts/embedded-postgres';
         void startEmbeddedPostgres({ folder: ${JSON.stringify(folder)} }).then((db) => console.log(db.url));
         setInterval(() => undefined, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
    );
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    process.kill(-(parent.pid ?? 0), 'SIGKILL');
    await once(parent, 'exit');

    const lines: string[] = [];
    const taken = await startEmbeddedPostgres({ folder, progress: (line) => lines.push(line) });
    expect(taken.url).toBe(said.toString().trim());
    expect(lines).toContain('A database left running is taken over.');
    await taken.stop();
    await expect(ask(taken.url, 'SELECT 1 AS answer')).rejects.toThrow('ECONNREFUSED');
  });

  it('is shared by two who start it at once, and runs until both have left', async () => {
    const [one, two] = await Promise.all([
      startEmbeddedPostgres({ folder }),
      startEmbeddedPostgres({ folder }),
    ]);
    expect(one.url).toBe(two.url);
    await one.stop();
    expect(await ask(two.url, 'SELECT 1 AS answer')).toBe(1);
    await two.stop();
    await expect(ask(two.url, 'SELECT 1 AS answer')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a fresh database', () => {
  it('is migrated, empty, and goes away', async () => {
    const database = await freshDatabase();
    expect(await ask(database.url, 'SELECT count(*)::int AS answer FROM "Task"')).toBe(0);
    await database.drop();
    await expect(ask(database.url, 'SELECT 1 AS answer')).rejects.toThrow('does not exist');
  });
});
