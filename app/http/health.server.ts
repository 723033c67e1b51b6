import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebDeps } from '../web-deps';
import { reply } from './reply.server';

const PATIENCE_MS = 1_000;

export interface MetricsText {
  readonly contentType: string;
  text(): Promise<string>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The addresses that machines ask: is it alive, may it have traffic, how is it doing. */
export function healthHandlers(
  app: Pick<WebDeps, 'health' | 'log'>,
  metrics: MetricsText,
): Readonly<Record<string, Handler>> {
  return {
    // Says nothing of the database: a restart would not bring that back.
    '/livez': async (_request, response) => reply(response, 200, 'alive\n'),
    '/readyz': async (_request, response) => {
      const ready = await within(PATIENCE_MS, app.health()).catch(() => false);
      reply(response, ready ? 200 : 503, ready ? 'ready\n' : 'not ready\n');
    },
    '/metrics': async (_request, response) => {
      try {
        const text = await within(PATIENCE_MS, metrics.text());
        reply(response, 200, text, { 'content-type': metrics.contentType });
      } catch (err) {
        app.log.warn({ err }, 'The metrics could not be read');
        reply(response, 503, 'The database does not answer\n');
      }
    },
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer in ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
