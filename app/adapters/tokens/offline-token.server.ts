import type { Session } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import type { ShopId } from '../../domain/ids';
import { NoAccess } from '../../errors';
import type { Log, Tokens } from '../../ports';
import type { TokenFor } from '../shopify/admin-client.server';
import { Undecipherable } from './cipher';
import type { Refresh } from './refresh.server';
import type { ShopLock } from './shop-lock.server';

/** Renewed this long before it ends, as Shopify's own libraries do. Tokens live on real time, not on the Clock port's. */
const MARGIN_MS = 5 * 60_000;

/** Shopify's own id of a shop's offline session (shopify-api, `session.getOfflineId`). */
export const offlineSessionId = (shop: ShopId): string => `offline_${shop}`;

export interface OfflineTokens extends Tokens {
  tokenFor: TokenFor;
}

/**
 * - custom apps have lasting tokens: they pass through;
 * - an expiring one that is about to end is renewed, one at a time per shop: in this process by sharing the promise, between
 *   machines by the lock, after which the session is read again, since another may have renewed it meanwhile.
 */
export function createOfflineTokens(parts: {
  sessions: SessionStorage;
  /** The same sessions with their tokens as they are stored. */
  stored: SessionStorage;
  refresh: Refresh;
  lock: ShopLock;
  log: Pick<Log, 'error'>;
}): OfflineTokens {
  const { sessions, stored, refresh, lock, log } = parts;
  const underWay = new Map<ShopId, Promise<string>>();

  async function load(shop: ShopId): Promise<{ session: Session; token: string }> {
    const session = await sessions.loadSession(offlineSessionId(shop)).catch((cause: unknown) => {
      if (!(cause instanceof Undecipherable)) throw cause;
      log.error({ shop, error: cause.message }, 'A token cannot be read: somebody changed it');
      throw new NoAccess('The token of this shop cannot be read', 'no-token', { cause });
    });
    if (!session?.accessToken) throw new NoAccess('There is no token for this shop', 'no-token');
    return { session, token: session.accessToken };
  }

  function isGood({ session, token }: { session: Session; token: string }, refused?: string) {
    if (token === refused) return false;
    return !session.expires || session.expires.getTime() - Date.now() > MARGIN_MS;
  }

  async function renew(shop: ShopId, refused?: string): Promise<string> {
    return lock(shop, async () => {
      const found = await load(shop);
      if (isGood(found, refused)) return found.token;
      try {
        return await renewed(shop, found, refused);
      } catch (error) {
        if (!(error instanceof NoAccess)) throw error;
        // The panel's token exchange doesn't wait for our lock. If it brought another token meanwhile, that one counts.
        const now = await load(shop);
        if (now.token === found.token) throw error;
        return isGood(now, refused) ? now.token : renewed(shop, now, refused);
      }
    });
  }

  async function renewed(
    shop: ShopId,
    { session, token }: { session: Session; token: string },
    refused?: string,
  ): Promise<string> {
    if (!session.refreshToken)
      throw new NoAccess(
        'The token was refused or has ended and cannot be renewed',
        token === refused ? 'refused' : 'no-token',
      );
    const fresh = await refresh(shop, session);
    await sessions.storeSession(fresh);
    return fresh.accessToken ?? '';
  }

  return {
    async tokenFor(shop, refused) {
      const found = await load(shop);
      if (isGood(found, refused)) return found.token;
      const shared =
        underWay.get(shop) ?? renew(shop, refused).finally(() => underWay.delete(shop));
      underWay.set(shop, shared);
      return shared;
    },

    async forget(shop) {
      // Unread: a session whose key is gone must be forgotten too. Shopify's storage finds 25 at a time.
      for (;;) {
        const found = await stored.findSessionsByShop(shop);
        if (found.length === 0) return;
        await stored.deleteSessions(found.map(({ id }) => id));
      }
    },
  };
}
