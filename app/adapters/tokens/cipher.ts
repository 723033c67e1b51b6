import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keyring } from './keyring';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A secret at rest that can't be read: a key is missing, or somebody changed it. */
export class Undecipherable extends Error {}

/** It names a key that the ring doesn't have. Nothing is known of whether somebody changed it. */
export class KeyMissing extends Undecipherable {
  constructor(
    place: string,
    readonly keyId: string,
  ) {
    super(
      `The secret of ${place} was encrypted with the key "${keyId}", which ENCRYPTION_KEY does not have`,
    );
  }
}

/** The id of the key that a secret names; undefined when it isn't one of ours. */
export const keyIdOf = (secret: string): string | undefined =>
  secret.startsWith('v1.') ? secret.split('.')[1] : undefined;

/**
 * `v1.<keyid>.<iv>.<tag>.<data>`, base64url. `place` is authenticated with it (AES-GCM's associated data), so that a token
 * can't be moved to another shop's row.
 */
export function encrypt(keyring: Keyring, place: string, plain: string): string {
  const { id, bytes } = keyring.current;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, bytes, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place));
  const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url'));
  return ['v1', id, ...parts].join('.');
}

export function decrypt(keyring: Keyring, place: string, secret: string): string {
  const [version, keyId, iv, tag, data] = secret.split('.');
  if (version !== 'v1' || !keyId || !iv || !tag || data === undefined)
    throw new Undecipherable(`The secret of ${place} is not encrypted as Holdfast does it`);
  const key = keyring.all.find(({ id }) => id === keyId);
  if (!key) throw new KeyMissing(place, keyId);
  try {
    const decipher = createDecipheriv(ALGORITHM, key.bytes, Buffer.from(iv, 'base64url'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([
      decipher.update(Buffer.from(data, 'base64url')),
      decipher.final(),
    ]).toString('utf8');
  } catch (cause) {
    throw new Undecipherable(`The secret of ${place} was changed, or its key was`, { cause });
  }
}
