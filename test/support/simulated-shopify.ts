import { z } from 'zod';
import { ShopId } from '../../app/domain/ids';
import { startSimulator } from '../../simulator/server';

export const CREDENTIALS = { apiKey: 'holdfast-test', apiSecret: 'holdfast-test-secret' };

const SHOP_URL = /^https:\/\/([a-z0-9-]+\.myshopify\.com)\//;

/** Brings every shop's address to the simulator, as simulator/route.mjs does for whole programs. */
function routeFetch(simulatorUrl: string): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    const shop = SHOP_URL.exec(url)?.[1];
    if (!shop) return real(input, init);
    const headers = new Headers(init?.headers);
    headers.set('x-forwarded-host', shop);
    return real(url.replace(`https://${shop}`, simulatorUrl), { ...init, headers });
  };
  return () => {
    globalThis.fetch = real;
  };
}

const Granted = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
});

export interface SimulatedShopify {
  readonly url: string;
  /** One call of the simulator's own control API. */
  sim(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<unknown>;
  /** Opens a store with the app installed; every call of it gets another name. */
  openShop(wish?: object): Promise<ShopId>;
  /** As the app does when a merchant opens it for the first time. */
  exchangeToken(
    shop: ShopId,
    expiring: boolean,
  ): Promise<{ access: string; refresh: string | undefined }>;
  /** From here on nothing answers at the shops' addresses. */
  stop(): Promise<void>;
}

/** `appUrl`: where its webhooks go; without it there are none. */
export async function startSimulatedShopify({
  appUrl,
}: { readonly appUrl?: string } = {}): Promise<SimulatedShopify> {
  const running = await startSimulator({
    port: 0,
    apiKey: CREDENTIALS.apiKey,
    apiSecrets: [CREDENTIALS.apiSecret],
    patienceMs: 0,
    appUrl,
  });
  const restore = routeFetch(running.url);
  let shops = 0;

  const sim: SimulatedShopify['sim'] = async (method, path, body) => {
    const reply = await fetch(`${running.url}/_sim${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const answer: unknown = await reply.json();
    if (!reply.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };

  return {
    url: running.url,
    sim,
    async openShop(wish = {}) {
      shops += 1;
      const shop = ShopId.parse(`shop-${shops}.myshopify.com`);
      await sim('POST', '/shops', { shop, currency: 'EUR', ...wish });
      return shop;
    },
    async exchangeToken(shop, expiring) {
      const { token } = z
        .object({ token: z.string() })
        .parse(await sim('POST', '/session-token', { shop }));
      const reply = await fetch(`https://${shop}/admin/oauth/access_token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          client_id: CREDENTIALS.apiKey,
          client_secret: CREDENTIALS.apiSecret,
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token: token,
          subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
          requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
          expiring: expiring ? '1' : '0',
        }),
      });
      const granted = Granted.parse(await reply.json());
      return { access: granted.access_token, refresh: granted.refresh_token };
    },
    async stop() {
      restore();
      await running.close();
    },
  };
}
