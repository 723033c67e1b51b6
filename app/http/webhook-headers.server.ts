import type { IncomingHttpHeaders } from 'node:http';

export interface WebhookHeaders {
  readonly topic: string;
  readonly signature: string;
  readonly shop: string;
  readonly webhookId: string;
  readonly eventId: string | null;
  readonly triggeredAt: Date | null;
}

const LONGEST = 200;
/** Years that PostgreSQL and JavaScript both have, with room for a simulated clock. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** Null when one is missing that every webhook of Shopify's has. The event's id and time may be. */
export function readWebhookHeaders(headers: IncomingHttpHeaders): WebhookHeaders | null {
  const topic = word(headers['x-shopify-topic']);
  const signature = word(headers['x-shopify-hmac-sha256']);
  const shop = word(headers['x-shopify-shop-domain']);
  const webhookId = word(headers['x-shopify-webhook-id']);
  if (!topic || !signature || !shop || !webhookId) return null;
  return {
    topic: topic.toLowerCase(),
    signature,
    shop: shop.toLowerCase(),
    webhookId,
    eventId: word(headers['x-shopify-event-id']),
    triggeredAt: instant(headers['x-shopify-triggered-at']),
  };
}

/** One short printable value; anything else counts as missing. */
function word(value: string | string[] | undefined): string | null {
  if (typeof value !== 'string' || value.length > LONGEST) return null;
  return /^[\x21-\x7e]+$/.test(value) ? value : null;
}

function instant(value: string | string[] | undefined): Date | null {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return time >= EARLIEST && time <= LATEST ? new Date(time) : null;
}
