import { Session, type SessionParams } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import type { Log } from '../../ports';
import { decrypt, encrypt, KeyMissing, keyIdOf } from './cipher';
import type { Keyring } from './keyring';

/** Both open the shop's admin: neither is ever written as it is. */
const SECRETS = ['accessToken', 'refreshToken'] as const;

function withSecrets(session: Session, change: (place: string, secret: string) => string): Session {
  const params: SessionParams = session.toObject();
  for (const field of SECRETS) {
    const secret = params[field];
    if (secret) params[field] = change(`${session.id}/${field}`, secret);
  }
  return new Session(params);
}

/** Whether a key that is on its way out still encrypts a part of it. */
function isBehind(stored: Session, { current }: Keyring): boolean {
  return SECRETS.some((field) => stored[field] && keyIdOf(stored[field]) !== current.id);
}

/**
 * Shopify's session storage with the tokens encrypted at rest.
 * - A session whose key is gone is none: the operator has dropped the key, and the merchant's next visit brings a new token.
 * - One that was changed throws: to answer "no session" would have the app quietly ask for a new one while somebody tampers
 *   with the database.
 * - One that an older key encrypts is written anew with the first, so that lasting tokens outlive the older key, too.
 */
export function encryptedSessionStorage(
  inner: SessionStorage,
  keyring: Keyring,
  log: Pick<Log, 'warn'>,
): SessionStorage {
  const close = (session: Session): Session =>
    withSecrets(session, (place, secret) => encrypt(keyring, place, secret));
  const open = (stored: Session): Session | undefined => {
    try {
      return withSecrets(stored, (place, secret) => decrypt(keyring, place, secret));
    } catch (error) {
      if (!(error instanceof KeyMissing)) throw error;
      log.warn(
        { shop: stored.shop, key: error.keyId },
        'A token was encrypted with a key that ENCRYPTION_KEY does not have: the merchant has to open the app',
      );
      return undefined;
    }
  };
  /** Only if the row is still the one that was read: a token that was renewed meanwhile must stay. */
  const rewrite = async (stored: Session, session: Session): Promise<void> => {
    const now = await inner.loadSession(stored.id);
    if (now?.accessToken === stored.accessToken) await inner.storeSession(close(session));
  };

  return {
    storeSession: (session) => inner.storeSession(close(session)),
    async loadSession(id) {
      const stored = await inner.loadSession(id);
      const session = stored && open(stored);
      if (stored && session && isBehind(stored, keyring)) await rewrite(stored, session);
      return session;
    },
    deleteSession: (id) => inner.deleteSession(id),
    deleteSessions: (ids) => inner.deleteSessions(ids),
    findSessionsByShop: async (shop) =>
      (await inner.findSessionsByShop(shop)).flatMap((stored) => open(stored) ?? []),
  };
}
