import { existsSync } from 'node:fs';
import { z } from 'zod';
import { KeyringText } from './adapters/tokens/keyring';
import { Mode } from './domain/settings';

/** Something is wrong with the environment; the message has one line per fault and never repeats a value. */
export class BadEnvironment extends Error {}

/** An entry that is there but empty (`REDIS_URL=`) means the same as none. */
function set<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema);
}

function required(meaning: string) {
  return z.string({ error: `is not set: ${meaning}` });
}

function address(meaning: string, schemes: readonly string[]) {
  const examples = schemes.map((scheme) => `${scheme}//…`).join(' or ');
  return required(meaning).refine(
    (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol),
    `is not an address that begins with ${examples}`,
  );
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const isLocal = (url: URL): boolean =>
  url.hostname === 'localhost' ||
  url.hostname.endsWith('.localhost') ||
  url.hostname === '127.0.0.1';

/** Shopify opens the app over HTTPS only; plain HTTP is for one's own machine. */
const AppUrl = address('where browsers and Shopify reach the app', ['https:', 'http:'])
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url === null || url.protocol === 'https:' || isLocal(url);
  }, 'must be https, except on this machine (localhost)')
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url === null || (url.pathname === '/' && url.search === '' && url.hash === '');
  }, 'must have no path: https://holdfast.example.com')
  .transform((text) => new URL(text).origin);

const Port = z.coerce
  .number('is not a port')
  .int('is not a port')
  .min(0, 'is not a port')
  .max(65_535, 'is not a port');

const Variables = z.object({
  NODE_ENV: set(
    z
      .enum(['production', 'development', 'test'], 'is not production, development or test')
      .default('production'),
  ),
  SHOPIFY_API_KEY: set(required("the app's client id")),
  SHOPIFY_API_SECRET: set(
    required("the app's client secret; while it is being changed, both, separated by a comma")
      .transform(list)
      .refine(
        (secrets) => secrets.length === 1 || secrets.length === 2,
        'must be one secret, or two while rotating',
      ),
  ),
  SHOPIFY_APP_URL: set(AppUrl),
  SCOPES: set(
    required('the access scopes, separated by commas, as in shopify.app.toml')
      .transform(list)
      .refine(
        (scopes) => scopes.length > 0 && scopes.every((scope) => /^[a-z_]+$/.test(scope)),
        'is not a list of access scopes separated by commas',
      ),
  ),
  DATABASE_URL: set(address('the PostgreSQL that keeps everything', ['postgresql:', 'postgres:'])),
  REDIS_URL: set(address('', ['redis:', 'rediss:']).optional()),
  SMTP_URL: set(address('the server that mail is sent through', ['smtp:', 'smtps:'])),
  ENCRYPTION_KEY: set(
    required('keyid:base64 of 32 bytes, which encrypts the tokens').pipe(KeyringText),
  ),
  NEW_SHOP_MODE: set(z.enum(Mode.options, `is not ${Mode.options.join(', ')}`).default('watch')),
  PORT: set(Port.default(3000)),
  WORKER_METRICS_PORT: set(Port.optional()),
  LOG_LEVEL: set(
    z
      .enum(
        ['debug', 'info', 'warn', 'error', 'silent'],
        'is not debug, info, warn, error or silent',
      )
      .default('info'),
  ),
});

/** The environment as the app knows it. Nothing else in `app/` reads `process.env`. */
export type Env = ReturnType<typeof readEnv>;

export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env) {
  const read = Variables.safeParse(source);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new BadEnvironment([...new Set(lines)].join('\n'));
  }
  const found = read.data;
  return {
    nodeEnv: found.NODE_ENV,
    apiKey: found.SHOPIFY_API_KEY,
    /** Newest first. All of them verify. */
    apiSecrets: found.SHOPIFY_API_SECRET,
    appUrl: found.SHOPIFY_APP_URL,
    scopes: found.SCOPES,
    databaseUrl: found.DATABASE_URL,
    redisUrl: found.REDIS_URL ?? null,
    smtpUrl: found.SMTP_URL,
    keyring: found.ENCRYPTION_KEY,
    newShopMode: found.NEW_SHOP_MODE,
    port: found.PORT,
    /** Where a worker says how it is doing; null: nowhere. */
    workerMetricsPort: found.WORKER_METRICS_PORT ?? null,
    logLevel: found.LOG_LEVEL,
  } as const;
}

/**
 * What the programs start with: the environment, and for what isn't set there the file `.env`, if there is one. Tests
 * and the demo don't come by here, so that a shop's real addresses stay out of them.
 */
export function loadEnv(): Env {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readEnv(process.env);
}
