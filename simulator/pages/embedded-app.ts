import { randomUUID } from 'node:crypto';
import { readSessionToken, type PageContext } from './api';
import { html, type Html } from './html';
import { storePath, type Page } from './page';

/** The admin's frame around the app: the same address and parameters with which Shopify's admin opens it. */
export async function embeddedApp(
  ctx: PageContext,
  shop: string,
  rest: string,
  query: URLSearchParams,
): Promise<Page> {
  const store = shop.replace(/\.myshopify\.com$/, '');
  const address = new URL(`/app${rest}`, ctx.tunnelUrl);
  for (const [name, value] of query) address.searchParams.append(name, value);
  address.searchParams.set('shop', shop);
  address.searchParams.set('host', hostOf(store));
  address.searchParams.set('embedded', '1');
  address.searchParams.set('id_token', await readSessionToken(ctx, shop));
  return {
    title: `Holdfast in ${store}`,
    shop,
    path: storePath(shop, '/app'),
    section: 'admin',
    look: 'app',
    body: frame(shop, address),
  };
}

const hostOf = (store: string): string =>
  Buffer.from(`admin.shopify.com/store/${store}`).toString('base64url');

const titleBar = html`
  <div class="title-bar">
    <span data-part="title-back"></span>
    <span class="app-icon" aria-hidden="true">H</span>
    <strong data-part="app-name">Holdfast</strong>
    <h1 data-part="page-title"></h1>
    <div class="actions" data-part="title-actions"></div>
    <div
      class="loading-line"
      data-part="loading"
      role="progressbar"
      aria-label="Loading"
      hidden
    ></div>
  </div>
  <div class="save-bar" data-part="save-bar" role="region" aria-label="Unsaved changes" hidden>
    <span data-part="save-bar-text" role="status">Unsaved changes</span>
    <div class="actions" data-part="save-bar-actions"></div>
  </div>
`;

/** The frame has a new name each time, so that a browser that restores a page does not put an old address into it. */
const frame = (shop: string, address: URL): Html => html`
  <div
    class="framed"
    data-part="admin"
    data-base="${storePath(shop, '/app')}"
    data-app-origin="${address.origin}"
  >
    ${titleBar}
    <div class="frame-area">
      <p class="skeleton" data-part="skeleton" role="status">Opening Holdfast…</p>
      <iframe
        class="app"
        data-part="app"
        name="app-${randomUUID().slice(0, 8)}"
        title="Holdfast"
        src="${address.href}"
      ></iframe>
    </div>
  </div>
  <div class="toasts" data-part="toasts" role="status" aria-live="polite"></div>
  <dialog data-part="dialog" aria-labelledby="dialog-title">
    <form method="dialog">
      <h2 id="dialog-title" data-part="dialog-title"></h2>
      <p data-part="dialog-text"></p>
      <div class="actions">
        <button value="no">Keep editing</button>
        <button value="yes" class="danger" data-part="dialog-yes"></button>
      </div>
    </form>
  </dialog>
  <script src="/_pages/frame.js" defer></script>
`;
