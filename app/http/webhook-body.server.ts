import type { IncomingMessage } from 'node:http';
import { ShopId } from '../domain/ids';
import type { RoomFor } from './body-rooms.server';
import { clientAddress } from './client-address.server';
import {
  announcedLength,
  BODY_WITHIN_MS,
  Crowded,
  CutShort,
  readRawBody,
  TooLarge,
} from './raw-body.server';
import type { WebhookHeaders } from './webhook-headers.server';
import { looksSigned } from './webhook-signature.server';

/** Orders with hundreds of lines come to a few hundred kB; nothing of Shopify's is near this. */
export const LARGEST_WEBHOOK = 5 * 1024 * 1024;

/** The reply's status and, where it isn't 200, why. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Shopify's review of apps wants 401 for everything that is not shown to be signed. */
export const NOT_SIGNED: Answer = { status: 401, text: 'Not signed' };

/** Why a request is refused by its first lines alone: whoever doesn't even look like Shopify gets no room for a body. */
export function refusedUnread(
  request: IncomingMessage,
  headers: WebhookHeaders | null,
): Answer | null {
  if (request.method !== 'POST') return { status: 405, text: 'Only POST' };
  if (!headers || !looksSigned(headers.signature)) return NOT_SIGNED;
  return ShopId.safeParse(headers.shop).success ? null : NOT_SIGNED;
}

/** The body, or the answer where there is none. */
export async function readBody(
  request: IncomingMessage,
  roomFor: RoomFor,
): Promise<Buffer | Answer> {
  const room = roomFor(announcedLength(request));
  const limits = {
    most: LARGEST_WEBHOOK,
    withinMs: BODY_WITHIN_MS,
    room,
    sender: clientAddress(request),
  };
  try {
    return await readRawBody(request, limits);
  } catch (error) {
    if (error instanceof TooLarge) return { status: 413, text: 'Too large' };
    if (error instanceof Crowded) return { status: 503, text: 'Busy' };
    if (error instanceof CutShort) return { status: 400, text: 'Cut short' };
    throw error;
  }
}
