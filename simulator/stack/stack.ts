import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, dropDatabase } from '../../scripts/databases';
import { startEmbeddedPostgres } from '../../scripts/embedded-postgres';
import { migrate } from '../../scripts/migrate-database';
import { handlePage } from '../pages/handle-page';
import { startSimulator } from '../server';
import { startTunnel } from '../tunnel/tunnel';
import { type AppProcess, startAppProcess } from './app-process';
import { freePort } from './free-port';
import { subscribedScopes } from './scopes';

export interface StackOptions {
  /** 0 takes free ones. The tunnel listens on the next. */
  readonly simulatorPort: number;
  readonly start: Date;
  /** 0: time stands still but for the clock's calls; 1: it flows. */
  readonly rate: 0 | 1;
  readonly seed?: number;
  readonly redisUrl?: string | undefined;
  readonly newShopMode?: 'watch' | 'ask' | 'automatic';
  readonly leaseMs?: number;
  /** Pages from their sources, by Vite. */
  readonly dev?: boolean;
  readonly progress?: (line: string) => void;
}

/** Everything that runs in the demo: database, simulator, tunnel, and the app's two processes. */
export interface Stack {
  readonly simulatorUrl: string;
  readonly appUrl: string;
  readonly databaseUrl: string;
  /** Kills one of the app's processes in the middle of whatever it does, and starts it again. */
  restart(role: 'web' | 'worker'): Promise<void>;
  stop(): Promise<void>;
}

async function databaseOf(
  progress: (line: string) => void,
): Promise<{ url: string; drop(): Promise<void> }> {
  const given = process.env['DATABASE_URL'];
  const postgres = given === undefined ? await startEmbeddedPostgres({ progress }) : null;
  const server = postgres?.url ?? given ?? '';
  const name = `demo_${randomBytes(4).toString('hex')}`;
  const url = await createDatabase(server, name);
  await migrate(url);
  return {
    url,
    async drop() {
      await dropDatabase(server, name);
      await postgres?.stop();
    },
  };
}

export async function startStack(options: StackOptions): Promise<Stack> {
  const progress = options.progress ?? (() => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-demo-'));
  const clockFile = join(folder, 'clock');
  const apiKey = 'holdfast-demo';
  const apiSecret = randomBytes(16).toString('hex');
  progress('Starting the database');
  const database = await databaseOf(progress);

  const webPort = await freePort();
  const tunnelPort = options.simulatorPort === 0 ? 0 : options.simulatorPort + 1;
  const webUrl = `http://127.0.0.1:${webPort}`;
  progress('Starting the simulated Shopify');
  const pages: { tunnelUrl: string } = { tunnelUrl: '' };
  const reserved = tunnelPort === 0 ? await freePort() : tunnelPort;
  const appUrl = `http://127.0.0.1:${reserved}`;
  const simulator = await startSimulator({
    port: options.simulatorPort,
    smtpPort: 0,
    appUrl,
    appMetricsUrl: `${webUrl}/metrics`,
    apiKey,
    apiSecrets: [apiSecret],
    seed: options.seed ?? 1,
    clock: { start: options.start, rate: options.rate },
    clockFile,
    factsFile: process.env['SIMULATOR_FACTS'] || undefined,
    pages: (request, response, url, { url: simulatorUrl }) =>
      handlePage(request, response, url, { simulatorUrl, tunnelUrl: pages.tunnelUrl }),
  });
  const tunnel = await startTunnel({ port: reserved, appUrl: webUrl, simulatorUrl: simulator.url });
  pages.tunnelUrl = tunnel.url;

  const env = {
    NODE_ENV: options.dev ? 'development' : 'production',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    SHOPIFY_API_KEY: apiKey,
    SHOPIFY_API_SECRET: apiSecret,
    SHOPIFY_APP_URL: appUrl,
    SCOPES: subscribedScopes(),
    DATABASE_URL: database.url,
    REDIS_URL: options.redisUrl ?? '',
    SMTP_URL: `smtp://127.0.0.1:${simulator.smtpPort ?? 0}`,
    ENCRYPTION_KEY: `demo:${randomBytes(32).toString('base64')}`,
    NEW_SHOP_MODE: options.newShopMode ?? 'automatic',
    PORT: String(webPort),
    SIMULATOR_URL: simulator.url,
    SIMULATOR_CLOCK_FILE: clockFile,
    SIMULATOR_DEV: options.dev ? '1' : '',
    SIMULATOR_LEASE_MS: String(options.leaseMs ?? 5_000),
  };
  progress('Starting web and worker');
  const [web, worker] = await Promise.all([
    startAppProcess('web', env),
    startAppProcess('worker', env),
  ]);
  const processes: Record<'web' | 'worker', AppProcess> = { web, worker };

  return {
    simulatorUrl: simulator.url,
    appUrl,
    databaseUrl: database.url,
    async restart(role) {
      await processes[role].kill();
      processes[role] = await startAppProcess(role, env);
    },
    async stop() {
      await Promise.all([processes.web.stop(), processes.worker.stop()]);
      await tunnel.close();
      await simulator.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
