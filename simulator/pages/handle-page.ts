import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CallFailed, readClock, type PageContext } from './api';
import { clock } from './clock';
import { orderStatus, payment } from './customer';
import { embeddedApp } from './embedded-app';
import { home } from './home';
import { html } from './html';
import { heading, layout, type Page } from './layout';
import { ledger } from './ledger';
import { letter } from './letter';
import { mailbox } from './mail';
import { orderPage } from './order';
import { shipping } from './shipping';
import { stock } from './stock';
import { storefront, thanks } from './storefront';

type Show = (
  ctx: PageContext,
  parts: readonly string[],
  query: URLSearchParams,
) => Page | Promise<Page>;

const PAGES: readonly (readonly [RegExp, Show])[] = [
  [/^\/$/, (ctx) => home(ctx)],
  [/^\/store\/([^/]+)$/, (ctx, [shop = '']) => storefront(ctx, shop)],
  [
    /^\/store\/([^/]+)\/thanks$/,
    (_ctx, [shop = ''], query) => thanks(shop, query.get('order') ?? '', query.get('name') ?? ''),
  ],
  [/^\/store\/([^/]+)\/stock$/, (ctx, [shop = '']) => stock(ctx, shop)],
  [/^\/store\/([^/]+)\/shipping$/, (ctx, [shop = '']) => shipping(ctx, shop)],
  [/^\/store\/([^/]+)\/orders\/([^/]+)$/, (ctx, [shop = '', id = '']) => orderPage(ctx, shop, id)],
  [/^\/store\/([^/]+)\/app$/, (ctx, [shop = '']) => embeddedApp(ctx, shop)],
  [/^\/orders\/([^/]+)$/, (ctx, [token = '']) => orderStatus(ctx, token)],
  [/^\/pay\/([^/]+)$/, (ctx, [token = '']) => payment(ctx, token)],
  [/^\/mail$/, (ctx, _parts, query) => mailbox(ctx, query.get('to') || undefined)],
  [/^\/mail\/([^/]+)$/, (ctx, [id = ''], query) => letter(ctx, id, query.get('show'))],
  [/^\/clock$/, (ctx) => clock(ctx)],
  [/^\/ledger$/, (ctx, _parts, query) => ledger(ctx, query.get('shop') || undefined)],
];

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/_pages/style.css': ['style.css', 'text/css'],
  '/_pages/forms.js': ['forms.js', 'text/javascript'],
  '/_pages/app-bridge.js': ['app-bridge.js', 'text/javascript'],
};

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
    send(response, 200, file[1], readFileSync(new URL(`./${file[0]}`, import.meta.url), 'utf8'));
    return true;
  }
  for (const [pattern, show] of PAGES) {
    const match = pattern.exec(url.pathname);
    if (!match) continue;
    const page = await shown(() =>
      show(ctx, match.slice(1).map(decodeURIComponent), url.searchParams),
    );
    const now = await readClock(ctx).then(
      (reply) => reply.now,
      () => undefined,
    );
    send(response, page.status ?? 200, 'text/html', layout(page, now));
    return true;
  }
  return false;
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
