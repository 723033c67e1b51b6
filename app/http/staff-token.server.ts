import { z } from 'zod';
import { ShopId } from '../domain/ids';

const PREFIX = 'https://';

/**
 * What a session token of the Shopify admin says (shopify.dev, "Session tokens"): `dest` is the shop, `iss` is the admin
 * of that same shop, `sub` is the number of a staff member, and it ends.
 */
const StaffClaims = z
  .object({
    dest: z.string().startsWith(PREFIX),
    iss: z.string(),
    sub: z.string().regex(/^\d+$/),
    exp: z.number(),
  })
  .refine(({ dest }) => ShopId.safeParse(dest.slice(PREFIX.length)).success)
  .refine(({ dest, iss }) => iss === `${dest}/admin`);

/**
 * Whether a token claims to be of a shop's staff. Customers' pages get tokens that the same secret signs for the same app:
 * those have no `iss`, and a customer or nobody as `sub`. The signature, the times and `aud` are not looked at: Shopify's
 * library checks them afterwards.
 */
export function isStaffToken(token: string): boolean {
  const parts = token.split('.');
  if (parts.length !== 3) return false;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    return StaffClaims.safeParse(claims).success;
  } catch {
    return false;
  }
}
