import { html, type Fragment, type Html } from './html';
import { header } from './header';
import { inZone } from './format';
import type { Shop } from './shapes';

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** The store that the page is about. */
  readonly shop?: string;
  readonly path?: string;
  readonly status?: number;
  /** The part of the header's navigation that the page belongs to. */
  readonly section?: Section;
  /** Staff's pages have the admin's navigation beside them; the app fills the window. */
  readonly look?: 'plain' | 'admin' | 'app';
}

export type Section = 'start' | 'store' | 'mail' | 'admin' | 'faults' | 'ledger' | 'clock';

/** What the header says on every page; undefined where the simulator did not answer. */
export interface Surroundings {
  readonly now: string | undefined;
  readonly next: string | undefined;
  readonly shops: readonly Shop[];
}

export const storePath = (shop: string, rest = ''): string =>
  `/store/${encodeURIComponent(shop)}${rest}`;

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

export const empty = (text: Fragment): Html => html`<p class="empty">${text}</p>`;

export const heading = (title: string, lead?: Fragment): Html => html`
  <div class="heading">
    <h1>${title}</h1>
    ${lead ? html`<p class="lead">${lead}</p>` : ''}
  </div>
`;

/** A column whose heading starts with ">" holds numbers. */
export function table(columns: readonly string[], rows: readonly Html[]): Html {
  const cells = columns.map((column) =>
    column.startsWith('>')
      ? html`<th class="number">${column.slice(1)}</th>`
      : html`<th>${column}</th>`,
  );
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${cells}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** A form that sends its fields as JSON to a call of the simulator; see browser/page/forms.ts. */
export const callForm = (call: string, fields: Fragment, options: CallOptions = {}): Html => html`
  <form
    class="${options.inline ? 'inline' : 'stacked'}"
    data-call="${call}"
    data-then="${options.then ?? 'reload'}"
    data-busy="${options.busy ?? 'Working…'}"
    ${options.method ? html`data-method="${options.method}"` : ''}
    ${options.settle ? html`data-settle="${options.settle}"` : ''}
    ${options.needsLines ? html`data-needs-lines` : ''}
    ${options.confirm ? html`data-confirm="${options.confirm}"` : ''}
  >
    ${fields}
    <p class="form-message" role="status" aria-live="polite" hidden></p>
  </form>
`;

export interface CallOptions {
  /** "reload", or an address in which {name} is replaced by the reply's field of that name. */
  readonly then?: string;
  readonly busy?: string;
  readonly method?: 'DELETE';
  /** How much time passes after the call, so that what follows from it can be seen; else none. */
  readonly settle?: string;
  readonly confirm?: string;
  readonly inline?: boolean;
  /** At least one quantity must be chosen. */
  readonly needsLines?: boolean;
}

export const hidden = (name: string, value: string, kind = 'text'): Html =>
  html`<input type="hidden" name="${name}" value="${value}" data-kind="${kind}" />`;
