import { createHmac, timingSafeEqual } from 'node:crypto';

const SHA256_IN_BASE64 = /^[A-Za-z0-9+/]{43}=$/;

/** Whether it can be a signature at all, before anything is read that it could fit. */
export function looksSigned(signature: string): boolean {
  return SHA256_IN_BASE64.test(signature);
}

/**
 * Whether one of the app's secrets signed these very bytes. Shopify goes on signing with the oldest secret until it is
 * revoked, so all of them are tried while rotating. The comparison takes the same time wherever it differs.
 */
export function isSigned(body: Buffer, signature: string, secrets: readonly string[]): boolean {
  if (!looksSigned(signature)) return false;
  const given = Buffer.from(signature, 'base64');
  return secrets.some((secret) =>
    timingSafeEqual(given, createHmac('sha256', secret).update(body).digest()),
  );
}
