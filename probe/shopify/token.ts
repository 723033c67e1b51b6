import { z } from 'zod';
import type { Access } from '../options';

const Granted = z.object({ access_token: z.string() });

/**
 * In: a token, or an app's client id and secret. Out: a token. Apps of the Dev Dashboard show no token; for a store of
 * the same organization they get one, for 24 hours, by the client credentials grant.
 * Source: shopify.dev, "Using the client credentials grant".
 */
export async function tokenFor(store: string, access: Access, ask: typeof fetch): Promise<string> {
  if ('token' in access) return access.token;
  const reply = await ask(`https://${store}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: access.clientId,
      client_secret: access.clientSecret,
    }).toString(),
  });
  const granted = Granted.safeParse(await reply.json().catch(() => null));
  if (granted.success) return granted.data.access_token;
  throw new Error(
    `${store} gives no token (HTTP ${reply.status}): is the app installed there, and are app and store of one organization?`,
  );
}
