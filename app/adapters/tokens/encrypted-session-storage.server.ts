import { Session, type SessionParams } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import { decrypt, encrypt } from './cipher';
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

/**
 * Shopify's session storage with the tokens encrypted at rest. A row that can't be read throws: to answer "no session"
 * would have the app quietly ask for a new one while somebody tampers with the database.
 */
export function encryptedSessionStorage(inner: SessionStorage, keyring: Keyring): SessionStorage {
  const open = (session: Session): Session =>
    withSecrets(session, (place, secret) => decrypt(keyring, place, secret));

  return {
    storeSession: (session) =>
      inner.storeSession(withSecrets(session, (place, secret) => encrypt(keyring, place, secret))),
    async loadSession(id) {
      const session = await inner.loadSession(id);
      return session && open(session);
    },
    deleteSession: (id) => inner.deleteSession(id),
    deleteSessions: (ids) => inner.deleteSessions(ids),
    findSessionsByShop: async (shop) => (await inner.findSessionsByShop(shop)).map(open),
  };
}
