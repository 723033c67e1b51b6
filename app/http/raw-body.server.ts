import type { IncomingMessage } from 'node:http';
import type { Room } from './body-rooms.server';

export class TooLarge extends Error {}
/** The sender went away, took too long, or sent less than it had announced: nobody waits for an answer any more. */
export class CutShort extends Error {}
/** So much is being received at once that taking in more would not be safe. */
export class Crowded extends Error {}

/** Shopify hangs up after five seconds: what isn’t here after twice that never comes to anything. */
export const BODY_WITHIN_MS = 10_000;

export interface BodyLimits {
  /** In bytes. */
  readonly most: number;
  readonly withinMs: number;
  readonly room: Room;
  readonly sender: string;
}

/** What a request says of its body's length; null where it doesn't. */
export function announcedLength({ headers }: IncomingMessage): number | null {
  const length = Number(headers['content-length'] ?? Number.NaN);
  return Number.isSafeInteger(length) && length >= 0 ? length : null;
}

/** The body as it came. What is beyond the limits is let through and dropped, so that memory stays flat. */
export function readRawBody(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const { most, withinMs, room, sender } = limits;
  if ((announcedLength(request) ?? 0) > most) return refuse(request, new TooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let settled = false;
    const settle = (error: Error | null): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      room.give(sender, size);
      request.removeAllListeners('data');
      if (!error)
        return resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
      chunks.length = 0;
      request.resume();
      reject(error);
    };
    const timer = setTimeout(() => settle(new CutShort()), withinMs);
    request.on('data', (chunk: Buffer) => {
      if (size + chunk.length > most) return settle(new TooLarge());
      if (!room.take(sender, chunk.length)) return settle(new Crowded());
      chunks.push(chunk);
      size += chunk.length;
    });
    request.once('end', () => settle(null));
    request.once('error', () => settle(new CutShort()));
    // Every request closes in the end, and an error's stack is dear to make.
    request.once('close', () => settled || settle(new CutShort()));
  });
}

function refuse(request: IncomingMessage, error: Error): Promise<never> {
  request.resume();
  return Promise.reject(error);
}
