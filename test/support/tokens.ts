import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { SECRET, SHOP } from './webhooks';

/* Session tokens as Shopify signs them, and everything that somebody else might come with. */

type Claims = Readonly<Record<string, unknown>>;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function mint(claims: Claims, secret = SECRET, alg = 'HS256'): string {
  const body = `${encode({ alg, typ: 'JWT' })}.${encode(claims)}`;
  const hash = alg === 'HS512' ? 'sha512' : 'sha256';
  const signed = createHmac(hash, secret).update(body).digest('base64url');
  return `${body}.${alg === 'none' ? '' : signed}`;
}

/** A member of staff who opened the panel; `undefined` takes a claim away. */
export function staffClaims(change: Claims = {}): Claims {
  const now = Math.floor(Date.now() / 1000);
  const times = { exp: now + 3_600, nbf: now - 1, iat: now - 1 };
  const who = { iss: `https://${SHOP}/admin`, dest: `https://${SHOP}`, aud: 'key', sub: '42' };
  return { ...who, ...times, jti: 'once', sid: 'frame', ...change };
}

/** As a customer's page gets it: signed with the same secret for the same app. */
export function customerClaims(change: Claims = {}): Claims {
  return staffClaims({ iss: undefined, sid: undefined, sub: undefined, ...change });
}

const word = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const customer = fc.nat().map((id) => `gid://shopify/Customer/${id}`);
const signed = (claims: fc.Arbitrary<Claims>) => claims.map((given) => mint(given));

/** Of customers: signed in and not, `dest` with its scheme and bare. */
const ofCustomers = signed(
  fc
    .record({ sub: fc.option(customer, { nil: undefined }), dest: fc.constantFrom('', 'https://') })
    .map(({ sub, dest }) => customerClaims({ sub, dest: `${dest}${SHOP}` })),
);

/** Rightly signed, for somebody else or in a form that Shopify's admin has never used. */
const foreign = signed(
  fc
    .oneof(
      word.map((shop) => ({ iss: `https://${shop}x.myshopify.com/admin` })),
      word.map((host) => ({
        dest: `https://${host}.example`,
        iss: `https://${host}.example/admin`,
      })),
      word.map((path) => ({
        dest: `https://${SHOP}/${path}`,
        iss: `https://${SHOP}/${path}/admin`,
      })),
      customer.map((sub) => ({ sub })),
      word.map((aud) => ({ aud: `${aud}-of-another` })),
      fc.constantFrom<Claims>(
        { iss: undefined },
        { iss: `https://${SHOP}` },
        { iss: `https://${SHOP}/admin/` },
        { sub: undefined },
        { sub: '' },
        { sub: 42 },
        { sub: '4 2' },
        { exp: undefined },
        { exp: 1_700_000_000 },
        { nbf: 9_999_999_999 },
        { dest: SHOP, iss: `${SHOP}/admin` },
        { dest: `http://${SHOP}`, iss: `http://${SHOP}/admin` },
        { dest: undefined },
        { dest: [`https://${SHOP}`] },
      ),
    )
    .map((change) => staffClaims(change)),
);

/** Staff's claims that Shopify never signed. */
const forged = fc.oneof(
  word.map((secret) => mint(staffClaims(), `${secret}?`)),
  fc.constantFrom('none', 'HS512').map((alg) => mint(staffClaims(), SECRET, alg)),
  word.map((sub) => mint(customerClaims({ sub }), 'not the secret')),
  fc.stringMatching(/^[\x21-\x7e]{1,60}$/),
  fc.constant('a.b.c'),
);

export const wrongToken: fc.Arbitrary<string> = fc.oneof(ofCustomers, foreign, forged);
