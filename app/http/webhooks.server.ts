import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ShopId } from '../domain/ids';
import { endsSomething, isMeantFor } from '../domain/webhook-meant-for';
import { parsePayload } from '../domain/webhook-payload';
import { readHint } from '../domain/webhook-topics';
import type { Log } from '../ports';
import type { Delivery, Inbox } from '../web-deps';
import { createBodyRooms, type RoomFor } from './body-rooms.server';
import { RecentDeliveries } from './recent-deliveries.server';
import { reply } from './reply.server';
import { type Answer, NOT_SIGNED, readBody, refusedUnread } from './webhook-body.server';
import { readWebhookHeaders, type WebhookHeaders } from './webhook-headers.server';
import { isSigned } from './webhook-signature.server';

interface Parts {
  readonly secrets: readonly string[];
  readonly inbox: Pick<Inbox, 'receive'>;
  readonly log: Log;
}

/** What is remembered between two webhooks. */
interface Kept {
  readonly recent: RecentDeliveries;
  readonly roomFor: RoomFor;
}

const STORED: Answer = { status: 200, text: '' };

/**
 * `POST /webhooks`, before and without Remix (docs/decisions/0010). Nothing is believed before the signature, nothing
 * is acknowledged before it is committed, and nothing but the one write is waited for.
 */
export function webhookHandler(parts: Parts) {
  const kept: Kept = { recent: new RecentDeliveries(), roomFor: createBodyRooms() };
  return async (request: IncomingMessage, response: ServerResponse): Promise<number> => {
    const { status, text } = await answer(parts, kept, request);
    reply(response, status, text, status === 405 ? { allow: 'POST' } : {});
    return status;
  };
}

async function answer(
  parts: Parts,
  { recent, roomFor }: Kept,
  request: IncomingMessage,
): Promise<Answer> {
  const headers = readWebhookHeaders(request.headers);
  const why = refusedUnread(request, headers);
  if (why !== null || !headers) {
    request.resume();
    return why ?? NOT_SIGNED;
  }
  const body = await readBody(request, roomFor);
  if (!Buffer.isBuffer(body)) return body;
  if (!isSigned(body, headers.signature, parts.secrets)) return NOT_SIGNED;
  if (recent.has(headers)) return STORED;
  const delivery = readDelivery(headers, body, parts.log);
  if (!delivery) return { status: 400, text: 'Not a webhook' };
  noteOddities(parts.log, delivery);
  try {
    await parts.inbox.receive(delivery);
    recent.add(headers);
    return STORED;
  } catch (err) {
    parts.log.error(
      { err, shop: delivery.shop, topic: delivery.topic },
      'A webhook was not stored',
    );
    return { status: 503, text: 'Not stored' };
  }
}

function readDelivery(headers: WebhookHeaders, body: Buffer, log: Log): Delivery | null {
  const shop = ShopId.safeParse(headers.shop);
  if (!shop.success || !isUtf8(body)) return null;
  const text = body.toString('utf8');
  const hint = readHint(headers.topic, text, headers.webhookId);
  if (!hint || !saysTheSame(headers, shop.data, text, log)) return null;
  return { ...headers, shop: shop.data, hint };
}

/** Refused, so that Shopify shows it as failing should the form of a body ever change. */
function saysTheSame(
  { topic, webhookId }: WebhookHeaders,
  shop: ShopId,
  text: string,
  log: Log,
): boolean {
  if (!endsSomething(topic)) return true;
  const payload = parsePayload(text);
  if (payload && isMeantFor(topic, shop, payload)) return true;
  log.error(
    { shop, topic, webhookId },
    'A signed webhook that would end or erase something names another shop or is of another form',
  );
  return false;
}

function noteOddities(log: Log, { shop, topic, webhookId, hint }: Delivery): void {
  if (!hint.known)
    log.warn({ shop, topic, webhookId }, 'A signed webhook of a topic that is not ours');
  else if (!hint.task)
    log.info({ shop, topic, webhookId }, 'A webhook that names nothing to look at');
}
