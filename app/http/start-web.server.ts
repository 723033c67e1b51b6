import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { ServerBuild } from '@remix-run/node';
import { createMetrics } from '../adapters/metrics.server';
import type { Env } from '../env.server';
import type { WebDeps } from '../web-deps';
import { findBuild } from './find-build.server';
import { healthHandlers } from './health.server';
import { listen, portOf, stop } from './listening.server';
import { pagesApp } from './pages.server';
import { reply } from './reply.server';
import { webhookHandler } from './webhooks.server';

export interface WebOptions {
  readonly env: Pick<Env, 'port' | 'apiSecrets'>;
  readonly app: WebDeps;
  /** The pages; where absent, those that `vite build` made. */
  readonly build?: ServerBuild | (() => Promise<ServerBuild>);
  /** 0 takes a free one. */
  readonly port?: number;
  /** Stands before the pages: Vite, in development. */
  readonly front?: RequestHandler;
}

export interface Web {
  readonly port: number;
  close(): Promise<void>;
}

export async function startWeb({ env, app, build, port, front }: WebOptions): Promise<Web> {
  const pages = pagesApp(app, { ...(build ? { build } : await findBuild()), front });
  const metrics = createMetrics(app);
  const webhooks = webhookHandler({ secrets: env.apiSecrets, inbox: app.inbox, log: app.log });
  const health = healthHandlers(app, metrics);

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    if (path === '/webhooks') {
      const start = performance.now();
      const status = await webhooks(request, response);
      metrics.webhookAnswered(status, (performance.now() - start) / 1000);
      return;
    }
    const handler = Object.hasOwn(health, path) ? health[path] : undefined;
    if (handler) return handler(request, response);
    pages(request, response);
  };

  const server = createServer((request, response) => {
    receive(request, response).catch((err: unknown) => {
      app.log.error({ err }, 'A request failed');
      reply(response, 500, 'Something went wrong on our side.\n');
    });
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  // Longer than the proxies in front of us keep theirs, so that they never send into a connection that just ended.
  server.keepAliveTimeout = 75_000;
  await listen(server, port ?? env.port);
  return { port: portOf(server), close: () => stop(server) };
}
