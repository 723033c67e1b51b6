import { createServer } from 'node:http';
import { createMetrics } from '../adapters/metrics.server';
import type { WebDeps } from '../web-deps';
import { healthHandlers } from './health.server';
import { listen, portOf, stop } from './listening.server';
import { reply } from './reply.server';

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A worker's addresses for machines: the same as those of the web, and nothing else. */
export async function startMetrics(
  app: Pick<WebDeps, 'gauges' | 'health' | 'log' | 'oldestDuty' | 'prices'>,
  port: number,
): Promise<MetricsServer> {
  const handlers = healthHandlers(app, createMetrics(app));
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    const handler = Object.hasOwn(handlers, path) ? handlers[path] : undefined;
    if (!handler) return reply(response, 404, 'Not found\n');
    handler(request, response).catch((err: unknown) => {
      app.log.error({ err }, 'A request failed');
      reply(response, 500, 'Something went wrong on our side.\n');
    });
  });
  await listen(server, port);
  return { port: portOf(server), close: () => stop(server) };
}
