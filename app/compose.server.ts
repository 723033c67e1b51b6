import { createDatabaseClock } from './adapters/clock.server';
import { createBell } from './adapters/doorbell/bell.server';
import { createListener } from './adapters/doorbell/listener.server';
import type { BellAddress } from './adapters/doorbell/queue.server';
import { createInbox } from './adapters/inbox/inbox.server';
import { createSmtpMailer } from './adapters/mail/smtp-mailer.server';
import { createMigrationCheck } from './adapters/migrations.server';
import { createSecrets } from './adapters/secrets.server';
import { createAdminClient } from './adapters/shopify/admin-client.server';
import { REQUESTED_PRICES } from './adapters/shopify/operations/requested-prices';
import { createPriceMeter } from './adapters/shopify/price-meter';
import { createShopifyPort } from './adapters/shopify/shopify-port.server';
import { createPanelReads } from './adapters/store/panel.server';
import { createStore } from './adapters/store/store.server';
import { createTaskEngine, type EngineParts } from './adapters/tasks/engine.server';
import { createTaskGauges } from './adapters/tasks/gauges.server';
import { createOldestDuty } from './adapters/tasks/oldest-duty.server';
import { createTokens } from './adapters/tokens/create-tokens.server';
import { createPool, createPrisma } from './db.server';
import type { Env } from './env.server';
import { createLog } from './log.server';
import type { Clock, Log, Mailer } from './ports';
import { createShopify } from './shopify.server';
import { answerChoice, viewChoice } from './use-cases/choices';
import type { Deps } from './use-cases/deps';
import { installShop } from './use-cases/install';
import { panelOf } from './use-cases/panel-acts';
import { createOnDead, createOnNoAccess, createPerform } from './use-cases/perform';
import { createRecentOrders } from './use-cases/recent-orders';
import type { WebDeps } from './web-deps';

/** What a test or the demo puts in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly mailer?: Mailer;
  readonly engine?: Partial<Pick<EngineParts, 'sweepEveryMs' | 'leaseMs' | 'graceMs'>>;
  /** Machine time after which a ring that a killed worker held may be heard by another. */
  readonly ringLockMs?: number;
}

export interface Worker {
  /** Takes nothing new, lets what runs come to its end, and hands the rest back. */
  stop(): Promise<void>;
}

/** The whole app, put together. Nothing runs until `web` is served or `startWorker` is called. */
export interface Holdfast {
  readonly log: Log;
  readonly web: WebDeps;
  startWorker(options?: { readonly concurrency?: number }): Promise<Worker>;
  close(): Promise<void>;
}

const CONCURRENCY = 10;

/** The only place where ports meet adapters; web and worker both call it. */
export async function compose(env: Env, overrides: Overrides = {}): Promise<Holdfast> {
  const log = overrides.log ?? createLog(env);
  const prisma = createPrisma(env.databaseUrl);
  const pool = createPool(env.databaseUrl);
  const ownClock = createDatabaseClock(pool, { log });
  if (!overrides.clock) await ownClock.start();
  const clock = overrides.clock ?? ownClock;

  const address: BellAddress =
    env.redisUrl === null
      ? { kind: 'postgres', url: env.databaseUrl }
      : { kind: 'redis', url: env.redisUrl };
  const doorbell = createBell(address, { log });
  const store = createStore({ prisma, clock, doorbell, newShopMode: env.newShopMode });
  const [apiSecret = ''] = env.apiSecrets;
  const credentials = { apiKey: env.apiKey, apiSecret };
  // A renewal keeps a connection while Shopify answers: its own few, so that the engine's are never all waiting.
  const tokenPool = createPool(env.databaseUrl, { connections: 3 });
  const tokens = createTokens({ prisma, pool: tokenPool, keyring: env.keyring, credentials, log });
  const meter = createPriceMeter(REQUESTED_PRICES, log);
  const client = createAdminClient({ tokenFor: tokens.tokenFor, log, meter });
  const senderEmail = `backorders@${new URL(env.appUrl).hostname}`;

  const deps: Deps = {
    store,
    shopify: createShopifyPort(client),
    mailer: overrides.mailer ?? createSmtpMailer({ url: env.smtpUrl, from: senderEmail, log }),
    secrets: createSecrets(env.keyring),
    tokens,
    clock,
    log,
    appUrl: env.appUrl,
    defaultSender: { name: 'Holdfast', email: senderEmail },
  };
  const gauges = createTaskGauges(pool);
  const oldestDuty = createOldestDuty(pool);
  const missingMigrations = createMigrationCheck(pool);
  const inbox = createInbox({ databaseUrl: env.databaseUrl, clock, doorbell, log });

  const close = async (): Promise<void> => {
    ownClock.stop();
    await Promise.all([inbox.close(), doorbell.close()]);
    await Promise.all([prisma.$disconnect(), pool.end(), tokenPool.end()]);
  };

  const readForPage = createRecentOrders(deps.shopify, clock);
  const web: WebDeps = {
    log,
    clock,
    apiKey: env.apiKey,
    shopifyApp: createShopify(
      { apiKey: env.apiKey, apiSecret, appUrl: env.appUrl, scopes: env.scopes, log },
      tokens.sessionStorage,
      { onInstalled: (shop) => installShop(deps, shop) },
    ),
    inbox,
    health: async () => {
      const missing = await missingMigrations();
      if (missing.length > 0) log.warn({ missing }, 'Not ready: run "npm run migrate" first');
      return missing.length === 0;
    },
    gauges: () => gauges(clock.now()),
    oldestDuty: () => oldestDuty(clock.now()),
    prices: () => meter.prices(),
    viewChoice: (token) => viewChoice(deps, token, readForPage),
    answerChoice: (token, answer) => answerChoice(deps, token, answer),
    panel: panelOf(deps, createPanelReads(prisma)),
    close,
  };

  const startWorker: Holdfast['startWorker'] = async ({ concurrency = CONCURRENCY } = {}) => {
    const engine = createTaskEngine({
      pool,
      store,
      clock,
      log,
      doorbell,
      perform: createPerform(deps),
      onDead: createOnDead(deps),
      onNoAccess: createOnNoAccess(deps),
      ...overrides.engine,
    });
    const listener = createListener(address, {
      handle: (id) => engine.handle(id),
      log,
      concurrency,
      ...(overrides.ringLockMs === undefined ? {} : { lockMs: overrides.ringLockMs }),
    });
    // A worker that can't hear would look alive and do nothing.
    await listener.ready();
    engine.start();
    return {
      async stop() {
        await engine.stop();
        await listener.close();
      },
    };
  };

  return { log, web, startWorker, close };
}
