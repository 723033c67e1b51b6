import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import { PrismaSessionStorage } from '@shopify/shopify-app-session-storage-prisma';
import type pg from 'pg';
import type { PrismaClient } from '../../db.server';
import { encryptedSessionStorage } from './encrypted-session-storage.server';
import type { Log } from '../../ports';
import type { Keyring } from './keyring';
import { createOfflineTokens, type OfflineTokens } from './offline-token.server';
import { type AppCredentials, createRefresh } from './refresh.server';
import { createShopLock } from './shop-lock.server';

/** Everything about access tokens, put together: for shopify.server.ts the storage, for the Admin client `tokenFor`. */
export function createTokens(parts: {
  prisma: PrismaClient;
  pool: pg.Pool;
  keyring: Keyring;
  credentials: AppCredentials;
  log: Pick<Log, 'warn' | 'error'>;
}): OfflineTokens & { sessionStorage: SessionStorage } {
  const stored = new PrismaSessionStorage(parts.prisma);
  const sessionStorage = encryptedSessionStorage(stored, parts.keyring, parts.log);
  const tokens = createOfflineTokens({
    sessions: sessionStorage,
    stored,
    refresh: createRefresh(parts.credentials),
    lock: createShopLock(parts.pool),
    log: parts.log,
  });
  return { ...tokens, sessionStorage };
}
