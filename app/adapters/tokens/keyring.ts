import { z } from 'zod';

export interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** The first key encrypts and signs; all of them decrypt and verify, so that a key can be changed without a stop. */
export interface Keyring {
  readonly current: Key;
  readonly all: readonly Key[];
}

const KEY_BYTES = 32;

const Entry = z.string().transform((text, context): Key => {
  const [, id, encoded] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]+={0,2})$/.exec(text) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (id && bytes.length === KEY_BYTES) return { id, bytes };
  // The text itself is never told: it would end in a log.
  context.addIssue({ code: 'custom', message: `must be keyid:base64 of ${KEY_BYTES} bytes` });
  return z.NEVER;
});

/** `keyid:base64[,keyid:base64…]`, as in ENCRYPTION_KEY. */
export const KeyringText = z.string().transform((text, context): Keyring => {
  const parsed = z.array(Entry).safeParse(text.split(',').map((part) => part.trim()));
  const [current] = parsed.data ?? [];
  if (!parsed.success || !current) {
    context.addIssue({
      code: 'custom',
      message: `needs keyid:base64 of ${KEY_BYTES} bytes, or several separated by commas, newest first`,
    });
    return z.NEVER;
  }
  if (new Set(parsed.data.map((key) => key.id)).size < parsed.data.length) {
    context.addIssue({ code: 'custom', message: 'names a key twice' });
    return z.NEVER;
  }
  return { current, all: parsed.data };
});

export function parseKeyring(text: string): Keyring {
  const parsed = KeyringText.safeParse(text);
  if (!parsed.success) throw new Error(`ENCRYPTION_KEY ${parsed.error.issues[0]?.message ?? ''}`);
  return parsed.data;
}
