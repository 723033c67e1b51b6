import { readShops, type PageContext } from './api';
import { badge, words } from './format';
import { html } from './html';
import { callForm, empty, heading, storePath, table, type Page } from './layout';
import type { Shop } from './shapes';

const option = (value: string, label = words(value)) =>
  html`<option value="${value}">${label}</option>`;

const shopRow = (shop: Shop) => html`
  <tr>
    <td><a href="${storePath(shop.domain)}">${shop.domain}</a></td>
    <td>${words(shop.plan)}</td>
    <td>${words(shop.captureMode)}</td>
    <td>${shop.currency}</td>
    <td>
      ${
        shop.installed
          ? html`<a href="${storePath(shop.domain, '/app')}">open</a>`
          : badge('not installed')
      }
    </td>
    <td class="nowrap">
      <a href="${storePath(shop.domain, '/stock')}">Stock</a> ·
      <a href="${storePath(shop.domain, '/shipping')}">Orders</a>
    </td>
  </tr>
`;

const openForm = callForm(
  '/_sim/shops',
  html`
    <label>
      Address
      <input
        name="shop"
        required
        placeholder="my-store.myshopify.com"
        pattern="[a-z0-9][a-z0-9\\-]*\\.myshopify\\.com"
        title="small letters, digits and hyphens, then .myshopify.com"
      />
    </label>
    <label>
      When the shop takes the money
      <select name="captureMode">
        ${option('manual', 'By hand, or by Holdfast')} ${option('checkout', 'At checkout')}
        ${option('on-fulfillment', 'When the whole order is fulfilled')}
        ${option('per-fulfillment', 'With each fulfillment')}
      </select>
    </label>
    <div class="pair">
      <label
        >Plan
        <select name="plan">
          ${['basic', 'advanced', 'plus'].map((plan) => option(plan))}
        </select></label
      >
      <label
        >Currency
        <select name="currency">
          ${['USD', 'EUR', 'GBP', 'CAD'].map((code) => option(code, code))}
        </select></label
      >
    </div>
    <label>
      Time zone
      <select name="timezone">
        ${['America/New_York', 'America/Los_Angeles', 'Europe/London', 'Europe/Berlin', 'UTC'].map((zone) => option(zone, zone))}
      </select>
    </label>
    <button class="primary">Open the store</button>
  `,
  { busy: 'Opening the store and installing Holdfast…' },
);

export async function home(ctx: PageContext): Promise<Page> {
  const shops = await readShops(ctx);
  return {
    title: 'Stores',
    path: '/',
    body: html`
      ${heading(
        'A Shopify that runs on your machine',
        "Open a store, stock it, buy something that is not there, and watch Holdfast keep its promises. Nothing here reaches the internet: the stores, the customers' mailbox, the money and the time are all simulated. Days pass in seconds when you move the clock.",
      )}
      <div class="columns">
        <section class="card">
          <h2>Stores</h2>
          ${
            shops.length === 0
              ? empty('No store yet. Open one with the form beside this.')
              : table(
                  ['Store', 'Plan', 'Takes the money', 'Currency', 'Holdfast', ''],
                  shops.map(shopRow),
                )
          }
        </section>
        <section class="card">
          <h2>Open a store</h2>
          ${openForm}
        </section>
      </div>
    `,
  };
}
