import { inZone } from './format';
import { header } from './header';
import { html, type Html } from './html';
import { type Page, storePath, type Surroundings } from './page';

const current = (yes: boolean): Html => (yes ? html`aria-current="page"` : html``);

/** As on the left of Shopify's admin: the store's own pages, then the apps. */
const adminNav = (shop: string, path: string | undefined): Html => {
  const link = (rest: string, label: string): Html =>
    html`<li>
      <a href="${storePath(shop, rest)}" ${current(path === storePath(shop, rest))}>${label}</a>
    </li>`;
  const inApp = path === storePath(shop, '/app');
  return html`
    <nav class="admin-nav" aria-label="Admin of ${shop}">
      <ul>
        ${link('/shipping', 'Orders')} ${link('/stock', 'Products')}
      </ul>
      <p class="nav-heading">Apps</p>
      <ul>
        <li>
          <a
            href="${storePath(shop, '/app')}"
            ${inApp && html`data-in-app data-path="/app"`}
            ${current(inApp)}
            >Holdfast</a
          >
          <ul class="app-nav" data-part="app-nav"></ul>
        </li>
      </ul>
    </nav>
  `;
};

export function layout(page: Page, around: Surroundings): string {
  const { title, body, path, look = 'plain' } = page;
  const store =
    around.shops.find(({ domain }) => domain === page.shop) ??
    (page.shop ? undefined : around.shops[0]);
  const zone = store?.timezone ?? 'UTC';
  const shop = page.shop ?? store?.domain;
  const text = html`<!doctype html>
    <html lang="en" data-zone="${zone}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Simulated Shopify</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_pages/style.css" />
        <script src="/_pages/page.js" defer></script>
      </head>
      <body class="look-${look}">
        <a class="skip" href="#main">Skip to the page</a>
        ${header({ ...around, shop, section: page.section, zone })}
        ${
          look !== 'plain' && shop
            ? html`<div class="admin">
                ${adminNav(shop, path)}
                <main id="main">${body}</main>
              </div>`
            : html`<main id="main">${body}</main>`
        }
      </body>
    </html>`.text.trim();
  return inZone(text, zone);
}
