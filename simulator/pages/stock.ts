import { readInventory, readShop, type PageContext } from './api';
import { html, type Html } from './html';
import { storePath, type Page } from './page';
import { callForm, empty, heading, hidden, table } from './parts';
import type { Level } from './shapes';

const change = (shop: string, level: Level, how: 'set' | 'adjust'): Html =>
  callForm(
    '/_sim/inventory',
    html`
      ${hidden('shop', shop)} ${hidden('sku', level.sku)} ${hidden('location', level.location)}
      <input
        type="number"
        name="${how}"
        required
        step="1"
        ${how === 'set' ? html`value="${level.available}"` : html`placeholder="+5"`}
        aria-label="${how === 'set' ? 'New count' : 'Change'} of ${level.sku}"
      />
      <select name="of" aria-label="Which count">
        <option value="available">available</option>
        <option value="on_hand">on hand</option>
      </select>
      <button>${how === 'set' ? 'Set' : 'Adjust'}</button>
    `,
    { inline: true, busy: '…' },
  );

const row = (shop: string, level: Level, title: string | undefined): Html => html`
  <tr>
    <td>${title ?? level.sku}<br /><span class="soft small">${level.sku}</span></td>
    <td>${level.location}</td>
    <td class="number">
      ${level.available < 0 ? html`<span class="badge bad">${level.available}</span>` : level.available}
    </td>
    <td class="number">${level.onHand}</td>
    <td class="number">${level.committed}</td>
    <td class="changes">${change(shop, level, 'set')} ${change(shop, level, 'adjust')}</td>
  </tr>
`;

const addForm = (shop: string, locations: readonly string[]): Html =>
  callForm(
    '/_sim/products',
    html`
      ${hidden('shop', shop)}
      <label>Title <input name="title" required placeholder="Copper kettle" /></label>
      <div class="pair">
        <label>SKU <input name="sku" required placeholder="KETTLE-1" /></label>
        <label
          >Price
          <input
            name="price"
            required
            inputmode="decimal"
            pattern="\\d+(\\.\\d{1,2})?"
            placeholder="39.00"
        /></label>
      </div>
      <div class="pair">
        <label>Supplier <input name="vendor" placeholder="Supplier A" /></label>
        <label>Available <input type="number" name="available" value="0" step="1" /></label>
      </div>
      ${
        locations.length > 1 &&
        html`<label
          >Location
          <select name="location">
            ${locations.map((name) => html`<option>${name}</option>`)}
          </select></label
        >`
      }
      <label>
        When it runs out
        <select name="inventoryPolicy">
          <option value="CONTINUE">keep selling</option>
          <option value="DENY">stop selling</option>
        </select>
      </label>
      <label
        >Tags <input name="tags" data-kind="list" placeholder="made-to-order, fragile"
      /></label>
      <button class="primary">Add the product</button>
    `,
    { busy: 'Adding the product…' },
  );

export async function stock(ctx: PageContext, shop: string): Promise<Page> {
  const [levels, store] = await Promise.all([readInventory(ctx, shop), readShop(ctx, shop)]);
  const titles = new Map(store.products.map(({ sku, title }) => [sku, title]));
  const locations = store.locations.map(({ name }) => name);
  return {
    title: `Stock of ${shop}`,
    shop,
    path: storePath(shop, '/stock'),
    section: 'admin',
    look: 'admin',
    body: html`
      ${heading('Stock', "Set overwrites a count, as a supplier's feed does. Adjust adds to it, as an arrival does.")}
      <section class="card">
        ${
          levels.length === 0
            ? empty('No product yet. Add the first one below.')
            : table(
                [
                  'Product',
                  'Location',
                  '>Available',
                  '>On hand',
                  '>Committed',
                  'Set to, or adjust by',
                ],
                levels.map((level) => row(shop, level, titles.get(level.sku))),
              )
        }
      </section>
      <section class="card narrow">
        <h2>Add a product</h2>
        ${addForm(shop, locations)}
      </section>
    `,
  };
}
