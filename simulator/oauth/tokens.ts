import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Token } from '../world/state';
import type { Shop } from '../world/types';
import type { World } from '../world/world';
import { verifyToken } from './session-token';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';

const request = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.string(),
  subject_token: z.string().optional(),
  requested_token_type: z.string().optional(),
  refresh_token: z.string().optional(),
  expiring: z.union([z.string(), z.number(), z.boolean()]).optional(),
});

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const refuse = (error: string, description: string, status = 400): Answer => ({
  status,
  body: { error, error_description: description },
});

/** POST /admin/oauth/access_token, on real time: a session token becomes an access token, a refresh token a new pair. */
export function grant(world: World, shop: Shop, input: unknown): Answer {
  const parsed = request.safeParse(input);
  if (!parsed.success) return refuse('invalid_request', 'The request is malformed');
  const { apiKey, apiSecret, otherSecrets } = world.settings;
  const secrets = [apiSecret, ...otherSecrets];
  const wish = parsed.data;
  if (wish.client_id !== apiKey || !secrets.includes(wish.client_secret))
    return refuse('invalid_client', 'The client is not known', 401);
  if (!shop.installed) return refuse('invalid_grant', 'The app is not installed on this shop');
  if (wish.grant_type === EXCHANGE) {
    const claims =
      wish.subject_token === undefined
        ? undefined
        : verifyToken(wish.subject_token, apiKey, secrets);
    if (!claims || claims.dest !== `https://${shop.domain}`)
      return refuse('invalid_subject_token', 'The subject token is not valid');
    const online = wish.requested_token_type?.endsWith('online-access-token') ?? false;
    const expiring =
      !shop.custom && (online || ['1', 'true'].includes(String(wish.expiring ?? '0')));
    return issue(world, shop, 'exchange', expiring, null, online);
  }
  // An app of the same organization gets a token for itself, for a day.
  if (wish.grant_type === 'client_credentials')
    return issue(world, shop, 'client-credentials', false, null, false);
  if (wish.grant_type === 'refresh_token') return refresh(world, shop, wish.refresh_token);
  return refuse('unsupported_grant_type', 'The grant type is not supported');
}

function refresh(world: World, shop: Shop, given: string | undefined): Answer {
  const known = world.state.tokens.find(
    (token) => token.shop === shop.domain && token.refresh === given && given !== undefined,
  );
  const successor = world.state.tokens.find((token) => token.replaced === given && token.used);
  const stale =
    !known ||
    known.revoked ||
    successor !== undefined ||
    (known.refreshExpiresAt ?? 0) < Date.now();
  if (stale) {
    note(world, shop, 'refresh', false);
    return refuse('invalid_grant', 'The refresh token is invalid, expired or was already used');
  }
  return issue(world, shop, 'refresh', true, given ?? null, false);
}

function issue(
  world: World,
  shop: Shop,
  how: 'exchange' | 'refresh' | 'client-credentials',
  expiring: boolean,
  replaced: string | null,
  online: boolean,
): Answer {
  const now = Date.now();
  const token: Token = {
    access: `shpat_${randomBytes(16).toString('hex')}`,
    shop: shop.domain,
    expiresAt: expiring ? now + HOUR : null,
    refresh: expiring && !online ? `shprt_${randomBytes(16).toString('hex')}` : null,
    refreshExpiresAt: expiring && !online ? now + 90 * DAY : null,
    replaced,
    used: false,
    revoked: false,
  };
  world.state.tokens.push(token);
  note(world, shop, how, true);
  return {
    status: 200,
    body: {
      access_token: token.access,
      scope: shop.scopes.join(','),
      ...(expiring ? { expires_in: HOUR / 1000 } : {}),
      ...(token.refresh
        ? { refresh_token: token.refresh, refresh_token_expires_in: (90 * DAY) / 1000 }
        : {}),
      ...(online
        ? {
            associated_user_scope: shop.scopes.join(','),
            associated_user: {
              id: 1,
              first_name: '',
              last_name: '',
              email: shop.email,
              email_verified: true,
              account_owner: true,
              locale: 'en',
              collaborator: false,
            },
          }
        : {}),
    },
  };
}

function note(world: World, shop: Shop, how: string, granted: boolean): void {
  world.ledger.append({
    shop: shop.domain,
    kind: 'token',
    by: 'app',
    target: how,
    detail: { token: how, granted },
  });
}

/** The shop may be asked with this token now. Its first use ends the life of the refresh token that it came from. */
export function admits(world: World, shop: Shop, access: string | undefined): boolean {
  const token = world.state.tokens.find(
    (candidate) => candidate.access === access && candidate.shop === shop.domain,
  );
  if (
    !token ||
    token.revoked ||
    !shop.installed ||
    (token.expiresAt !== null && token.expiresAt < Date.now())
  )
    return false;
  token.used = true;
  return true;
}

export function revoke(world: World, shop: string | undefined, refreshToo: boolean): void {
  for (const token of world.state.tokens) {
    if (shop !== undefined && token.shop !== shop) continue;
    if (refreshToo) token.revoked = true;
    token.expiresAt = 0;
  }
}
