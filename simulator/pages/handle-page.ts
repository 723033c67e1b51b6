import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CallFailed, readClock, readShops, type PageContext } from './api';
import { clock } from './clock';
import { orderStatus, payment } from './customer';
import { embeddedApp } from './embedded-app';
import { faults } from './faults';
import { home } from './home';
import { html } from './html';
import { layout } from './layout';
import type { Page, Surroundings } from './page';
import { heading } from './parts';
import { ledger } from './ledger';
import { mailbox } from './mail';
import { orderPage } from './order';
import { browserScript } from './scripts';
import { shipping } from './shipping';
import { stock } from './stock';
import { storefront } from './storefront';
import { thanks } from './thanks';

type Show = (
  ctx: PageContext,
  parts: readonly string[],
  query: URLSearchParams,
) => Page | Promise<Page>;

const PAGES: readonly (readonly [RegExp, Show])[] = [
  [/^\/$/, (ctx) => home(ctx)],
  [/^\/store\/([^/]+)$/, (ctx, [shop = ''], query) => storefront(ctx, shop, query.get('sku'))],
  [
    /^\/store\/([^/]+)\/thanks$/,
    (ctx, [shop = ''], query) => thanks(ctx, shop, query.get('order') ?? ''),
  ],
  [/^\/store\/([^/]+)\/stock$/, (ctx, [shop = '']) => stock(ctx, shop)],
  [/^\/store\/([^/]+)\/shipping$/, (ctx, [shop = '']) => shipping(ctx, shop)],
  [/^\/store\/([^/]+)\/orders\/([^/]+)$/, (ctx, [shop = '', id = '']) => orderPage(ctx, shop, id)],
  [
    /^\/store\/([^/]+)\/app((?:\/.*)?)$/,
    (ctx, [shop = '', rest = ''], query) => embeddedApp(ctx, shop, rest, query),
  ],
  [/^\/orders\/([^/]+)$/, (ctx, [token = '']) => orderStatus(ctx, token)],
  [/^\/pay\/([^/]+)$/, (ctx, [token = '']) => payment(ctx, token)],
  [/^\/mail(?:\/([^/]+))?$/, (ctx, [id], query) => mailbox(ctx, id, query)],
  [/^\/faults$/, (ctx) => faults(ctx)],
  [/^\/clock$/, (ctx) => clock(ctx)],
  [/^\/ledger$/, (ctx, _parts, query) => ledger(ctx, query)],
];

const FILES: Readonly<Record<string, readonly [type: string, text: () => string]>> = {
  '/_pages/style.css': ['text/css', styles],
  '/_pages/page.js': ['text/javascript', () => browserScript('page')],
  '/_pages/frame.js': ['text/javascript', () => browserScript('frame')],
  '/_pages/app-bridge.js': ['text/javascript', () => browserScript('app-bridge')],
};

const SHEETS = ['base', 'parts', 'header', 'admin', 'mail'];

function styles(): string {
  const read = (name: string): string =>
    readFileSync(new URL(`./styles/${name}.css`, import.meta.url), 'utf8');
  return SHEETS.map(read).join('\n');
}

/** Answers the pages that a person looks at; false for every other path. */
export async function handlePage(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  ctx: PageContext,
): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const file = FILES[url.pathname];
  if (file) {
    send(response, 200, file[0], file[1]());
    return true;
  }
  for (const [pattern, show] of PAGES) {
    const match = pattern.exec(url.pathname);
    if (!match) continue;
    const page = await shown(() =>
      show(
        ctx,
        match.slice(1).map((part) => part && decodeURIComponent(part)),
        url.searchParams,
      ),
    );
    send(response, page.status ?? 200, 'text/html', layout(page, await surroundings(ctx)));
    return true;
  }
  return false;
}

async function surroundings(ctx: PageContext): Promise<Surroundings> {
  const [clock, shops] = await Promise.all([
    readClock(ctx).catch(() => undefined),
    readShops(ctx).catch(() => []),
  ]);
  const nexts = [clock?.next, clock?.appNext].filter((next) => typeof next === 'string');
  return { now: clock?.now, next: nexts.toSorted()[0], shops };
}

async function shown(show: () => Page | Promise<Page>): Promise<Page> {
  try {
    return await show();
  } catch (error) {
    const missing = error instanceof CallFailed && error.status === 404;
    const title = missing ? 'Not here' : 'That did not work';
    const reason = error instanceof Error ? error.message : String(error);
    return {
      title,
      status: missing ? 404 : 502,
      body: html`${heading(title)}
        <section class="card">
          <p>${reason}</p>
          <p><a href="/">All stores</a></p>
        </section>`,
    };
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
  });
  response.end(body);
}
