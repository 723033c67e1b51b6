import { z } from 'zod';

/** Faults that happen before a request's first byte leaves: name, connection, TLS handshake. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const Coded = z.object({ code: z.string() });
const Caused = z.object({ cause: z.unknown() });
const Named = z.object({ name: z.string() });

/** The system's code of a failed fetch, which undici hides in `cause`; else the error's name. */
export function codeOf(error: unknown): string {
  const coded = Coded.safeParse(error);
  if (coded.success) return coded.data.code;
  const caused = Caused.safeParse(error);
  if (caused.success && caused.data.cause !== undefined) return codeOf(caused.data.cause);
  const named = Named.safeParse(error);
  return named.success ? named.data.name : 'unknown';
}

export function neverLeft(code: string): boolean {
  return NEVER_LEFT.has(code);
}
