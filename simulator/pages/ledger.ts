import { readLedger, readShops, type PageContext } from './api';
import { detailOf } from './detail';
import { actor, money, moment, numberOf, shortId, words } from './format';
import { html, type Html } from './html';
import { storePath, type Page } from './page';
import { empty, heading, table } from './parts';
import type { LedgerRow } from './shapes';

const SHOWN = 500;

type Names = ReadonlyMap<string, string>;

const ledgerLine = (row: LedgerRow, names: Names, withShop: boolean): Html => html`
  <tr>
    <td class="number soft">${row.seq}</td>
    <td>${moment(row.at)}</td>
    ${withShop && html`<td>${row.shop.replace(/\.myshopify\.com$/, '')}</td>`}
    <td class="nowrap">${words(row.kind)}</td>
    <td class="nowrap">
      ${row.orderId && html`<a href="${storePath(row.shop, `/orders/${numberOf(row.orderId)}`)}">${names.get(row.orderId) ?? shortId(row.orderId)}</a>`}
    </td>
    <td class="number nowrap">
      ${money(row.amount ?? undefined, row.currency ?? undefined)}${row.quantity !== undefined && row.quantity !== null && !row.amount && `× ${row.quantity}`}
    </td>
    <td class="nowrap">${actor(row.by)}</td>
    <td class="soft small wrap" title="${JSON.stringify(row.detail)}">${detailOf(row.detail)}</td>
  </tr>
`;

/** The newest row on top. */
export function ledgerTable(rows: readonly LedgerRow[], withShop: boolean): Html {
  const names = new Map(
    rows.flatMap((row) =>
      row.kind === 'order' && row.orderId && row.target ? [[row.orderId, row.target]] : [],
    ),
  );
  const store = withShop ? ['Store'] : [];
  return table(
    ['>#', 'Time', ...store, 'What', 'Order', '>Amount', 'By', 'Detail'],
    rows
      .slice(-SHOWN)
      .reverse()
      .map((row) => ledgerLine(row, names, withShop)),
  );
}

/** Rows that nobody asked for, and that hide the others. */
const PLUMBING = new Set(['webhook', 'token', 'metafield']);

export async function ledger(ctx: PageContext, query: URLSearchParams): Promise<Page> {
  const shop = query.get('shop') || undefined;
  const plumbing = query.has('plumbing');
  const [all, shops] = await Promise.all([readLedger(ctx, { shop }), readShops(ctx)]);
  const rows = all.filter(({ kind }) => plumbing || !PLUMBING.has(kind));
  return {
    title: 'Ledger',
    path: '/ledger',
    section: 'ledger',
    body: html`
      ${heading('Ledger', 'What really happened in the stores: money, holds, shipments and webhooks, and who did it. Nothing is ever taken back.')}
      <section class="card">
        <form class="inline" method="get" action="/ledger">
          <select name="shop" aria-label="Store">
            <option value="">all stores</option>
            ${shops.map(({ domain }) => html`<option ${domain === shop ? html`selected` : ''}>${domain}</option>`)}
          </select>
          <label class="check"
            ><input type="checkbox" name="plumbing" ${plumbing && html`checked`} /> webhooks and
            tokens too</label
          >
          <button>Filter</button>
        </form>
        ${rows.length === 0 ? empty('Nothing has happened yet. Place an order in a store.') : ledgerTable(rows, !shop)}
        ${rows.length > SHOWN && html`<p class="soft small">The last ${SHOWN} of ${rows.length} rows. <a href="/_sim/ledger${shop ? `?shop=${shop}` : ''}">All as JSON</a></p>`}
      </section>
    `,
  };
}
