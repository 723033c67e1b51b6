import type { PageContext } from './api';
import { html } from './html';
import { storePath, type Page } from './layout';
import { readSessionToken } from './api';

/** The admin's frame around the app: the same address and parameters with which Shopify's admin opens it. */
export async function embeddedApp(ctx: PageContext, shop: string): Promise<Page> {
  const store = shop.replace(/\.myshopify\.com$/, '');
  const parameters = new URLSearchParams({
    shop,
    host: Buffer.from(`admin.shopify.com/store/${store}`).toString('base64url'),
    embedded: '1',
    id_token: await readSessionToken(ctx, shop),
  });
  return {
    title: `Holdfast in ${shop}`,
    shop,
    path: storePath(shop, '/app'),
    body: html`<iframe
      class="app"
      title="Holdfast"
      src="${new URL(`/app?${parameters}`, ctx.tunnelUrl).href}"
    ></iframe>`,
  };
}
