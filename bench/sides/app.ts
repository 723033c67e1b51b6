import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createDatabase } from '../../scripts/databases';
import { migrate } from '../../scripts/migrate-database';
import { freePort } from '../../simulator/stack/free-port';
import { SHOPS } from '../load/payloads';
import { countIn, ended, type Side } from './side';

const READY_WITHIN_MS = 30_000;

async function untilReady(port: number, hasEnded: () => boolean): Promise<void> {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until && !hasEnded();) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (ready?.ok) return;
    await sleep(50);
  }
  throw new Error('The built app did not get ready');
}

async function install(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO "Shop" (shop, name, timezone, "currencyCode", "installedAt", settings)
     SELECT shop, shop, 'UTC', 'USD', now(), '{}' FROM unnest($1::text[]) AS t(shop)`,
    [SHOPS],
  );
}

/** `build/server.js` as `npm start` runs it, with shops that have it installed. No worker takes its tasks. */
export async function startApp(
  postgres: string,
  { secret }: { readonly secret: string },
): Promise<Side> {
  const url = await createDatabase(postgres, 'app');
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await install(client);
  const port = await freePort();
  const child = spawn(process.execPath, ['build/server.js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      SHOPIFY_API_KEY: 'holdfast-bench',
      SHOPIFY_API_SECRET: secret,
      SHOPIFY_APP_URL: `http://localhost:${port}`,
      SCOPES: 'read_orders',
      DATABASE_URL: url,
      // Given: BullMQ rings through that Redis. Otherwise through the same PostgreSQL, which costs more.
      REDIS_URL: process.env['REDIS_URL'] ?? '',
      SMTP_URL: 'smtp://127.0.0.1:1',
      ENCRYPTION_KEY: `bench:${randomBytes(32).toString('base64')}`,
      PORT: String(port),
    },
  });
  process.once('exit', () => child.kill('SIGKILL'));
  await untilReady(port, () => child.exitCode !== null);
  return {
    name: 'app',
    port,
    pid: child.pid ?? 0,
    async stored() {
      const [webhooks, tasks] = [await countIn(client, 'Webhook'), await countIn(client, 'Task')];
      if (webhooks !== tasks) throw new Error(`${webhooks} webhooks, but ${tasks} tasks`);
      return webhooks;
    },
    clear: async () => void (await client.query('TRUNCATE "Webhook", "Task"')),
    async stop() {
      child.kill('SIGTERM');
      await ended(child);
      await client.end();
    },
  };
}
