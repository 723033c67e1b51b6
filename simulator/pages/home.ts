import { readInventory, readOrders, readShop, readShops, type PageContext } from './api';
import { badge, words } from './format';
import { html, type Html } from './html';
import { storePath, type Page } from './page';
import { empty, heading, table } from './parts';
import { openForm } from './open-store';
import type { Shop } from './shapes';
import { tryThis } from './try-this';

const shopRow = (shop: Shop): Html => html`
  <tr>
    <td><a href="${storePath(shop.domain)}">${shop.name || shop.domain}</a></td>
    <td>${words(shop.plan)}</td>
    <td>${words(shop.captureMode)}</td>
    <td>
      ${
        shop.installed
          ? html`<a href="${storePath(shop.domain, '/app')}">Holdfast</a>`
          : badge('not installed')
      }
      · <a href="${storePath(shop.domain, '/shipping')}">Orders</a> ·
      <a href="${storePath(shop.domain, '/stock')}">Stock</a>
    </td>
  </tr>
`;

const LEAD = html`
  When an ordered item turns out to be short, it holds the goods and leaves the money uncaptured,
  tells the customer the same day, always offers to cancel, and keeps writing while they wait. When
  the goods arrive, whoever has waited longest gets them: charged, released, told.
`;

async function path(ctx: PageContext, shop: Shop): Promise<Html> {
  const [store, levels, orders] = await Promise.all([
    readShop(ctx, shop.domain),
    readInventory(ctx, shop.domain),
    readOrders(ctx, shop.domain),
  ]);
  return tryThis(store, levels, orders);
}

export async function home(ctx: PageContext): Promise<Page> {
  const shops = await readShops(ctx);
  const [first] = shops;
  return {
    title: 'Start',
    path: '/',
    section: 'start',
    body: html`
      ${heading('Holdfast handles backorders the way a great merchant would', LEAD)}
      ${first && (await path(ctx, first))}
      <section class="card">
        <h2>Stores</h2>
        ${
          shops.length === 0
            ? empty('No store yet. Open one with the form below.')
            : table(['Store', 'Plan', 'Takes the money', ''], shops.map(shopRow))
        }
        <details class="foot" ${shops.length === 0 && html`open`}>
          <summary>Open another store</summary>
          <div class="foot narrow">${openForm}</div>
        </details>
      </section>
    `,
  };
}
