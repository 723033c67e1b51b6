import { fork } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createDatabase } from '../../scripts/databases';
import { countIn, ended, type Side } from './side';

const SERVER = fileURLToPath(new URL('../bare-server.ts', import.meta.url));

/**
 * The body is kept as the bytes that came, uncompressed: measured faster than jsonb (twice) and than text. The ids alone
 * are a row of a few dozen bytes.
 */
const TABLE = `
CREATE TABLE webhook (
  shop text, id text, topic text NOT NULL, body bytea, received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (shop, id)
);
ALTER TABLE webhook ALTER body SET STORAGE EXTERNAL`;

/** The bare server: `thin` keeps ids only. */
export async function startBare(
  postgres: string,
  { secret, thin }: { readonly secret: string; readonly thin: boolean },
): Promise<Side> {
  const name = thin ? 'thin' : 'bare';
  const url = await createDatabase(postgres, name);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(TABLE);
  const child = fork(SERVER, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: url, SECRET: secret, BODY: thin ? 'no' : 'yes' },
  });
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    child.once('message', (found: AddressInfo) => resolve(found));
    child.once('exit', () => reject(new Error('The bare server ended at once')));
  });
  return {
    name,
    port: address.port,
    pid: child.pid ?? 0,
    stored: () => countIn(client, 'webhook'),
    clear: async () => void (await client.query('TRUNCATE webhook')),
    async stop() {
      child.kill('SIGKILL');
      await ended(child);
      await client.end();
    },
  };
}
