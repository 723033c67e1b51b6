import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Admin } from '../shopify/admin';
import { SUBSCRIBE } from '../shopify/webhooks';
import type { RawReplies } from '../record/raw-replies';
import type { Things } from '../things';
import type { Deliveries } from './deliveries';
import { TOPICS } from './topics';

const MOST_BYTES = 5_000_000;

interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Takes webhooks on this machine, below a path that nobody can guess. Each body is kept as a raw reply. */
async function listen(
  port: number,
  path: string,
  deliveries: Deliveries,
  raw: RawReplies,
  now: () => number,
): Promise<Listener> {
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== path) {
      response.writeHead(404).end();
      return;
    }
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      text += part;
      if (text.length > MOST_BYTES) request.destroy();
    });
    request.on('end', () => {
      response.writeHead(200).end();
      const topic = String(request.headers['x-shopify-topic']);
      const body = jsonOf(text);
      deliveries.add({ topic, at: now(), body });
      raw.keep({
        operation: `webhook-${topic.replace('/', '-')}`,
        query: '',
        variables: {},
        status: 200,
        body,
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: isInet(address) ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface Listening {
  subscribe(admin: Admin, things: Things): Promise<void>;
  close(): Promise<void>;
}

interface Ears {
  readonly deliveries: Deliveries;
  readonly raw: RawReplies;
  readonly now: () => number;
  readonly secret: string;
}

/** In: the public address that leads to a port of this machine, if there is one. */
export async function startListening(
  address: { readonly url: string; readonly port: number } | null,
  { deliveries, raw, now, secret }: Ears,
): Promise<Listening> {
  if (address === null)
    return { subscribe: () => Promise.resolve(), close: () => Promise.resolve() };
  const path = `/${secret}`;
  const listener = await listen(address.port, path, deliveries, raw, now);
  return {
    close: () => listener.close(),
    /** Each subscription is cleaned up like any other thing, and carries its mark in its address. */
    async subscribe(admin, things) {
      for (const topic of TOPICS)
        await things.make('webhook', (mark) =>
          admin.must(SUBSCRIBE, { topic, uri: `${address.url}${path}?${mark}` }),
        );
    },
  };
}

const isInet = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
