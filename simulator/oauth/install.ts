import type { Shop } from '../world/types';
import type { World } from '../world/world';
import { bare } from '../webhooks/numbers';
import { shopPayload } from '../webhooks/payloads';
import { adminToken } from './session-token';
import { revoke } from './tokens';

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const TWO_DAYS = 48 * 3_600_000;

export interface Installation {
  readonly installed: boolean;
  /** What the app answered when the merchant first opened it; null when there is no app to open. */
  readonly status: number | null;
  readonly error?: string;
}

/** The address at which the admin frames the app for this shop. */
export function appAddress(world: World, shop: Shop): URL | undefined {
  if (!world.settings.appUrl) return undefined;
  const url = new URL('/app', world.settings.appUrl);
  const store = shop.domain.replace(/\.myshopify\.com$/, '');
  url.search = new URLSearchParams({
    shop: shop.domain,
    host: Buffer.from(`admin.shopify.com/store/${store}`).toString('base64'),
    embedded: '1',
    locale: 'en',
    id_token: adminToken(shop.domain, world.settings.apiKey, world.settings.apiSecret),
  }).toString();
  return url;
}

/** The merchant agrees to the scopes and opens the app, which makes it fetch its token. */
export async function install(world: World, shop: Shop): Promise<Installation> {
  shop.installed = true;
  shop.uninstalledAt = null;
  world.ledger.append({
    shop: shop.domain,
    kind: 'install',
    by: 'merchant',
    detail: { scopes: shop.scopes },
  });
  const url = appAddress(world, shop);
  if (!url) return { installed: true, status: null };
  try {
    const reply = await fetch(url, {
      headers: { 'user-agent': BROWSER, accept: 'text/html' },
      signal: AbortSignal.timeout(30_000),
    });
    await reply.arrayBuffer();
    return { installed: reply.ok, status: reply.status };
  } catch (error) {
    return {
      installed: false,
      status: null,
      error:
        error instanceof Error
          ? `${error.message}${error.cause instanceof Error ? `: ${error.cause.message}` : ''}`
          : String(error),
    };
  }
}

/** Tokens die at once, the app is told, and after 48 hours it is told to forget the shop, unless it came back. */
export function uninstall(world: World, shop: Shop): void {
  shop.installed = false;
  shop.uninstalledAt = world.clock.iso();
  revoke(world, shop.domain, true);
  world.ledger.append({ shop: shop.domain, kind: 'uninstall', by: 'merchant' });
  world.emit(shop, 'app/uninstalled', shopPayload(shop));
  world.schedule.plan(world.clock.now().getTime() + TWO_DAYS, {
    kind: 'shop-redact',
    shop: shop.domain,
    uninstalledAt: shop.uninstalledAt,
  });
}

/** What Shopify sends when a customer asks for, or a merchant asks to erase, what the app knows of somebody. */
export function customerRequest(
  world: World,
  shop: Shop,
  email: string,
  topic: 'customers/redact' | 'customers/data_request',
): void {
  const customer = shop.customers.find((candidate) => candidate.email === email);
  const orders = shop.orders
    .filter((order) => order.email === email)
    .map((order) => bare(order.id));
  const who = { id: customer ? bare(customer.id) : null, email, phone: customer?.phone ?? null };
  const common = { shop_id: bare(shop.id), shop_domain: shop.domain, customer: who };
  world.emit(
    shop,
    topic,
    topic === 'customers/redact'
      ? { ...common, orders_to_redact: orders }
      : {
          ...common,
          orders_requested: orders,
          data_request: { id: bare(world.id('DataRequest')) },
        },
  );
}
