import '@shopify/shopify-app-remix/adapters/node';
import { ApiVersion, LogSeverity } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import { AppDistribution, shopifyApp } from '@shopify/shopify-app-remix/server';
import { ShopId } from './domain/ids';
import type { Log } from './ports';

export interface ShopifyAppConfig {
  readonly apiKey: string;
  /** The newest; an older one that is still accepted for webhooks isn't used here. */
  readonly apiSecret: string;
  readonly appUrl: string;
  readonly scopes: readonly string[];
  readonly log: Log;
}

export interface ShopifyAppHooks {
  /** After a merchant opened the app with a new token: installed, reinstalled, or scopes changed. Safe to run twice. */
  readonly onInstalled: (shop: ShopId) => Promise<void>;
}

/**
 * Who is asking: the embedded panel's authentication, and nothing else. Webhooks are checked by our own code (this
 * library reads the session first and answers 500 for an uninstalled shop) and the Admin API is called through the
 * `Shopify` port.
 */
export function createShopify(
  config: ShopifyAppConfig,
  sessionStorage: SessionStorage,
  hooks: ShopifyAppHooks,
) {
  return shopifyApp({
    apiKey: config.apiKey,
    apiSecretKey: config.apiSecret,
    appUrl: config.appUrl,
    scopes: [...config.scopes],
    apiVersion: ApiVersion.October26,
    sessionStorage,
    distribution: AppDistribution.AppStore,
    isEmbeddedApp: true,
    useOnlineTokens: false,
    logger: {
      level: LogSeverity.Warning,
      log: (severity, message) => say(config.log, severity, message),
    },
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    hooks: { afterAuth: ({ session }) => hooks.onInstalled(ShopId.parse(session.shop)) },
  });
}

/** The library's words go where ours go: one stream, one redaction. */
function say(log: Log, severity: LogSeverity, message: string): void {
  if (severity === LogSeverity.Error) log.error({}, message);
  else log.warn({}, message);
}

export type ShopifyApp = ReturnType<typeof createShopify>;
