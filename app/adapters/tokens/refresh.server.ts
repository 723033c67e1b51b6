import { Session } from '@shopify/shopify-api';
import { z } from 'zod';
import type { ShopId } from '../../domain/ids';
import { NoAccess, type ShutOut, Unreachable } from '../../errors';
import { shutOutBy } from '../shopify/shut-out';
import { post } from '../shopify/transport.server';

const Granted = z.object({
  access_token: z.string().min(1),
  scope: z.string().optional(),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.number().positive(),
});

/** Our own credentials are wrong: no shop has taken anything back, and a person can put it right. */
const OUR_FAULT = ['invalid_client', 'unauthorized_client', 'application_cannot_be_found'];
/** The token's end: the app was removed, or the token was replaced or has ended (RFC 6749, section 5.2). */
const TOKEN_ENDED = ['invalid_grant', 'app_not_installed'];
const Refused = z.object({ error: z.string() });

const TIMEOUT_MS = 10_000;

export interface AppCredentials {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** Sent as it is by shopify-api's `auth.refreshToken`, which logs and wraps errors that need telling apart here. */
export type Refresh = (shop: ShopId, session: Session) => Promise<Session>;

/**
 * A new access token and a new refresh token for an expiring offline session (shopify.dev, "Offline access tokens").
 * Safe to repeat after a broken connection: Shopify keeps the old refresh token until the new one is first used.
 */
export function createRefresh(credentials: AppCredentials): Refresh {
  return async (shop, session) => {
    const sent = await post(`https://${shop}/admin/oauth/access_token`, {
      headers: {},
      body: JSON.stringify({
        client_id: credentials.apiKey,
        client_secret: credentials.apiSecret,
        grant_type: 'refresh_token',
        refresh_token: session.refreshToken,
      }),
      changes: false,
      timeoutMs: TIMEOUT_MS,
    });
    if (sent.status === 429 || sent.status >= 500)
      throw new Unreachable(`Shopify did not renew the token (${sent.status})`);
    const error = Refused.safeParse(sent.body).data?.error;
    if (error && OUR_FAULT.includes(error))
      throw new Unreachable(`Shopify does not know the app's credentials (${error})`);
    if (error && TOKEN_ENDED.includes(error))
      throw new NoAccess(`Shopify no longer renews the token (${error})`, whyEnded(session));
    if (sent.status !== 200)
      throw new NoAccess(
        `Shopify refused to renew the token (${sent.status})`,
        shutOutBy(sent.status) ?? 'no-token',
      );
    const granted = Granted.safeParse(sent.body);
    if (!granted.success) throw new Unreachable('Shopify answered without a token');
    const { access_token, scope, expires_in, refresh_token, refresh_token_expires_in } =
      granted.data;
    const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000);
    return new Session({
      ...session.toObject(),
      accessToken: access_token,
      scope: scope ?? session.scope,
      expires: inSeconds(expires_in),
      refreshToken: refresh_token,
      refreshTokenExpires: inSeconds(refresh_token_expires_in),
    });
  };
}

/** A refresh token ends by itself after 90 days: of one that has, Shopify's refusal doesn't say that the app is gone. */
function whyEnded({ refreshTokenExpires }: Session): ShutOut {
  const hasRunOut =
    refreshTokenExpires !== undefined && refreshTokenExpires.getTime() <= Date.now();
  return hasRunOut ? 'no-token' : 'refused';
}
