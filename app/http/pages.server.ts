import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import express, { type Express, type RequestHandler } from 'express';
import type { WebDeps } from '../web-deps';
import { guardLinkPages } from './link-pages.server';
import { routeMatcher } from './matched-route.server';
import { staffOnly } from './staff-only.server';

export interface Pages {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Absent in development, where Vite serves them. */
  readonly assets?: string;
  readonly front?: RequestHandler;
}

const YEAR = '1y';

/** Everything that people look at: Remix, with what must stand before it. */
export function pagesApp(app: WebDeps, { build, assets, front }: Pages): Express {
  const pages = express();
  pages.disable('x-powered-by');
  // A proxy in the same network tells whose request it passes on; anyone else's word for it is ignored.
  pages.set('trust proxy', 'loopback, linklocal, uniquelocal');
  if (front) pages.use(front);
  if (assets) {
    // Names in assets/ change with their content.
    pages.use('/assets', express.static(`${assets}/assets`, { immutable: true, maxAge: YEAR }));
    pages.use(express.static(assets, { maxAge: '1h' }));
  }
  pages.use(staffOnly());
  pages.use(guardLinkPages(routeMatcher(build)));
  const remix = createRequestHandler({ build, getLoadContext: () => ({ app }) });
  // It hands its own failures to `next`.
  pages.all('*', (request, response, next) => void remix(request, response, next));
  pages.use(failed(app));
  return pages;
}

/** Express would answer with the stack, and log it with the address. */
function failed(app: WebDeps): express.ErrorRequestHandler {
  return (err: unknown, _request, response, next) => {
    app.log.error({ err }, 'A page failed before it could answer');
    if (response.headersSent) return next(err);
    response.status(500).type('text/plain').send('Something went wrong on our side.\n');
  };
}
