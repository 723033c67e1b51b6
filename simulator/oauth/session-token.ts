import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

export interface Claims {
  readonly iss?: string;
  readonly dest: string;
  readonly aud: string;
  readonly sub?: string;
  readonly exp: number;
  readonly nbf: number;
  readonly iat: number;
  readonly jti: string;
  readonly sid?: string;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signature = (body: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(body).digest();

function sign(claims: Claims, secret: string): string {
  const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${body}.${signature(body, secret).toString('base64url')}`;
}

/** What App Bridge hands the app: one minute long, on real time, since the app's library checks it against the machine's clock. */
export function adminToken(
  shop: string,
  apiKey: string,
  secret: string,
  userId = '1',
  seconds = 60,
): string {
  const now = Math.floor(Date.now() / 1000);
  return sign(
    {
      iss: `https://${shop}/admin`,
      dest: `https://${shop}`,
      aud: apiKey,
      sub: userId,
      exp: now + seconds,
      nbf: now - 1,
      iat: now - 1,
      jti: randomUUID(),
      sid: randomUUID(),
    },
    secret,
  );
}

/** A customer account extension's token: bound to a shop, not to an order; `sub` only for somebody who is signed in. */
export function customerToken(
  shop: string,
  apiKey: string,
  secret: string,
  customerId: string | undefined,
  seconds = 300,
): string {
  const now = Math.floor(Date.now() / 1000);
  return sign(
    {
      dest: `https://${shop}`,
      aud: apiKey,
      ...(customerId ? { sub: customerId } : {}),
      exp: now + seconds,
      nbf: now - 1,
      iat: now - 1,
      jti: randomUUID(),
    },
    secret,
  );
}

/** The claims of a token that one of these secrets signed and that is meant for this app, now. */
export function verifyToken(
  token: string,
  apiKey: string,
  secrets: readonly string[],
): Claims | undefined {
  const [head, body, given] = token.split('.');
  if (!head || !body || !given) return undefined;
  const bytes = Buffer.from(given, 'base64url');
  const genuine = secrets.some((secret) => {
    const expected = signature(`${head}.${body}`, secret);
    return expected.length === bytes.length && timingSafeEqual(expected, bytes);
  });
  if (!genuine) return undefined;
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims;
  const now = Date.now() / 1000;
  return claims.aud === apiKey && claims.exp > now - 10 && claims.nbf < now + 10
    ? claims
    : undefined;
}
