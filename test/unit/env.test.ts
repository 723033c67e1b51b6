import { readFileSync } from 'node:fs';
import { BadEnvironment, readEnv } from '../../app/env.server';

const example = Object.fromEntries(
  readFileSync('.env.example', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

function faultsOf(changes: Record<string, string | undefined>): string[] {
  try {
    readEnv({ ...example, ...changes });
  } catch (error) {
    if (error instanceof BadEnvironment) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('the environment', () => {
  it('is read from the example file', () => {
    const env = readEnv(example);
    expect(env.apiSecrets).toEqual(['your-client-secret']);
    expect(env.redisUrl).toBeNull();
    expect(env.scopes).toContain('write_orders');
    expect(env.newShopMode).toBe('watch');
    expect(env.port).toBe(3000);
    expect(env.workerMetricsPort).toBeNull();
  });

  it('gives the worker an address where one is set', () => {
    expect(readEnv({ ...example, WORKER_METRICS_PORT: '9100' }).workerMetricsPort).toBe(9100);
  });

  it('has safe values for what is left out', () => {
    const env = readEnv({
      ...example,
      NEW_SHOP_MODE: undefined,
      PORT: '',
      LOG_LEVEL: undefined,
      NODE_ENV: '',
    });
    expect(env).toMatchObject({
      newShopMode: 'watch',
      port: 3000,
      logLevel: 'info',
      nodeEnv: 'production',
    });
  });

  it('takes two secrets and two keys while they are being changed, newest first', () => {
    const env = readEnv({
      ...example,
      SHOPIFY_API_SECRET: 'new, old',
      ENCRYPTION_KEY: `k2:${key(2)},k1:${key(1)}`,
    });
    expect(env.apiSecrets).toEqual(['new', 'old']);
    expect(env.keyring.current.id).toBe('k2');
    expect(env.keyring.all.map(({ id }) => id)).toEqual(['k2', 'k1']);
  });

  it('allows plain http on this machine alone, and keeps only the origin of the address', () => {
    expect(readEnv({ ...example, SHOPIFY_APP_URL: 'http://localhost:4001/' }).appUrl).toBe(
      'http://localhost:4001',
    );
  });

  it.each([
    ['SHOPIFY_API_KEY', undefined, 'is not set'],
    ['SHOPIFY_API_SECRET', undefined, 'is not set'],
    ['SHOPIFY_API_SECRET', ' , ', 'must be one secret'],
    ['SHOPIFY_API_SECRET', 'a,b,c', 'must be one secret'],
    ['SHOPIFY_APP_URL', undefined, 'is not set'],
    ['SHOPIFY_APP_URL', 'holdfast.example.com', 'is not an address'],
    ['SHOPIFY_APP_URL', 'http://holdfast.example.com', 'must be https'],
    ['SHOPIFY_APP_URL', 'https://example.com/app', 'must have no path'],
    ['SCOPES', undefined, 'is not set'],
    ['SCOPES', 'read orders', 'is not a list'],
    ['DATABASE_URL', undefined, 'is not set'],
    ['DATABASE_URL', '', 'is not set'],
    ['DATABASE_URL', 'mysql://localhost/x', 'is not an address'],
    ['REDIS_URL', 'localhost:6379', 'is not an address'],
    ['SMTP_URL', undefined, 'is not set'],
    ['SMTP_URL', 'mail.example.com', 'is not an address'],
    ['ENCRYPTION_KEY', undefined, 'is not set'],
    [
      'ENCRYPTION_KEY',
      `k1:${Buffer.alloc(16).toString('base64')}`,
      'needs keyid:base64 of 32 bytes',
    ],
    ['ENCRYPTION_KEY', key(1), 'needs keyid:base64 of 32 bytes'],
    ['ENCRYPTION_KEY', `k1:${key(1)},k1:${key(2)}`, 'names a key twice'],
    ['NEW_SHOP_MODE', 'auto', 'is not watch, ask, automatic'],
    ['PORT', 'http', 'is not a port'],
    ['PORT', '70000', 'is not a port'],
    ['LOG_LEVEL', 'loud', 'is not debug'],
    ['NODE_ENV', 'staging', 'is not production'],
  ])('%s=%s is one clear line', (name, value, words) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${name} ${words}`);
  });

  it('tells every fault at once, a line each', () => {
    expect(faultsOf({ DATABASE_URL: undefined, SMTP_URL: 'x', PORT: 'y' })).toHaveLength(3);
  });

  it('never repeats a value, which may be a secret', () => {
    const message = faultsOf({
      DATABASE_URL: 'mysql://u:hunter2@h/x',
      ENCRYPTION_KEY: 'hunter2',
      SHOPIFY_API_SECRET: 'hunter2,hunter2,hunter2',
    }).join();
    expect(message).not.toContain('hunter2');
  });
});
