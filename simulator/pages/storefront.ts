import { readInventory, readShop, type PageContext } from './api';
import { money } from './format';
import { html, type Html } from './html';
import { storePath, type Page } from './page';
import { callForm, empty, heading, hidden } from './parts';
import type { Level, Product } from './shapes';
import { nextCustomer } from './try-this';

const COUNTRIES: readonly (readonly [string, string])[] = [
  ['US', 'United States'],
  ['CA', 'Canada'],
  ['GB', 'United Kingdom'],
  ['DE', 'Germany'],
  ['FR', 'France'],
  ['AU', 'Australia'],
];

type OnShelf = Product & { readonly available: number };

function availability(product: OnShelf): Html {
  if (!product.tracked) return html`<span class="badge">always available</span>`;
  const available = product.available;
  if (available > 0) return html`<span class="badge good">${available} in stock</span>`;
  return canBeOrdered(product)
    ? html`<span class="badge waiting">out of stock, ships later</span>`
    : html`<span class="badge bad">sold out</span>`;
}

const canBeOrdered = (product: OnShelf): boolean =>
  !product.tracked || product.inventoryPolicy.toUpperCase() === 'CONTINUE' || product.available > 0;

/** A shop sells the sum of what its locations have. */
const inAll = (levels: readonly Level[], sku: string): number =>
  levels.filter((level) => level.sku === sku).reduce((sum, level) => sum + level.available, 0);

const tile = (product: OnShelf, currency: string, chosen: boolean): Html => html`
  <div class="tile">
    <h3>${product.title}</h3>
    <span class="soft small">${product.vendor ? `${product.vendor} · ` : ''}${product.sku}</span>
    <span class="price">${money(product.price, currency)}</span>
    <span>${availability(product)}</span>
    <label>
      Quantity
      <input
        type="number"
        min="0"
        step="1"
        value="${chosen ? 1 : 0}"
        data-sku="${product.sku}"
        ${canBeOrdered(product) ? '' : html`disabled`}
      />
    </label>
  </div>
`;

const customerFields = (email: string): Html => html`
  <label>E-mail <input type="email" name="email" value="${email}" /></label>
  <label>Telephone <input type="tel" name="phone" placeholder="+1 212 555 0100" /></label>
  <label>
    Country
    <select name="country">
      ${COUNTRIES.map(([code, name]) => html`<option value="${code}">${name}</option>`)}
    </select>
  </label>
  <button class="primary">Place the order</button>
  <p class="soft small">
    Without an e-mail address Holdfast cannot write, and asks the shop for a call instead.
  </p>
`;

export async function storefront(
  ctx: PageContext,
  shop: string,
  chosen: string | null,
): Promise<Page> {
  const [store, levels] = await Promise.all([readShop(ctx, shop), readInventory(ctx, shop)]);
  const products = store.products.map((product) => ({
    ...product,
    available: inAll(levels, product.sku),
  }));
  const checkout = callForm(
    '/_sim/orders',
    html`
      ${hidden('shop', shop)} ${hidden('routing', 'at-once')}
      <div class="columns">
        <section class="card">
          <div class="tiles">
            ${products.map((product) => tile(product, store.currency, product.sku === chosen))}
          </div>
        </section>
        <section class="card">
          <h2>Checkout</h2>
          <div class="fields">${customerFields(nextCustomer(store.orders.length))}</div>
        </section>
      </div>
    `,
    {
      then: `${storePath(shop)}/thanks?order={orderId}&name={name}`,
      busy: 'Placing the order, and a few minutes pass…',
      settle: 'PT5M',
      needsLines: true,
    },
  );
  return {
    title: store.name || shop,
    shop,
    path: storePath(shop),
    section: 'store',
    body: html`
      ${heading(store.name || 'Storefront', 'You are a customer now. Choose what to buy, and how many.')}
      ${
        products.length === 0
          ? html`<section class="card">
              ${empty(html`Nothing on the shelves yet. <a href="${storePath(shop, '/stock')}">Add a product</a>.`)}
            </section>`
          : checkout
      }
    `,
  };
}
