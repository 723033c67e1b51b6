import { html, type Fragment, type Html } from './html';
import { moment } from './format';

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** The store whose pages the second line of the header leads to. */
  readonly shop?: string;
  readonly path?: string;
  readonly status?: number;
}

const link = (href: string, label: string, path: string | undefined): Html =>
  html`<a href="${href}" ${path === href ? html`aria-current="page"` : ''}>${label}</a>`;

export const storePath = (shop: string, rest = ''): string =>
  `/store/${encodeURIComponent(shop)}${rest}`;

const storeNav = (shop: string, path: string | undefined): Html => html`
  <div class="store-band">
    <nav class="store-nav" aria-label="Store">
      <strong>${shop}</strong>
      ${link(storePath(shop), 'Storefront', path)} ${link(storePath(shop, '/stock'), 'Stock', path)}
      ${link(storePath(shop, '/shipping'), 'Orders and shipping', path)}
      ${link(storePath(shop, '/app'), 'Holdfast', path)}
    </nav>
  </div>
`;

export function layout({ title, body, shop, path }: Page, now: string | undefined): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Simulated Shopify</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_pages/style.css" />
        <script src="/_pages/forms.js" defer></script>
      </head>
      <body>
        <header>
          <nav class="main-nav" aria-label="Simulator">
            <a class="brand" href="/">Simulated Shopify</a>
            ${link('/', 'Stores', path)} ${link('/mail', 'Mail', path)}
            ${link('/ledger', 'Ledger', path)} ${link('/clock', 'Clock', path)}
            <a class="now" href="/clock" title="The simulated time">
              ${now ? moment(now) : 'The clock does not answer'}
            </a>
          </nav>
          ${shop ? storeNav(shop, path) : ''}
        </header>
        <main>${body}</main>
      </body>
    </html>`.text.trim();
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

/** A form that sends its fields as JSON to a call of the simulator; see forms.js. */
export const callForm = (call: string, fields: Fragment, options: CallOptions = {}): Html => html`
  <form
    class="${options.inline ? 'inline' : 'stacked'}"
    data-call="${call}"
    data-then="${options.then ?? 'reload'}"
    data-busy="${options.busy ?? 'Working…'}"
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
  readonly confirm?: string;
  readonly inline?: boolean;
  /** At least one quantity must be chosen. */
  readonly needsLines?: boolean;
}

export const hidden = (name: string, value: string, kind = 'text'): Html =>
  html`<input type="hidden" name="${name}" value="${value}" data-kind="${kind}" />`;
