import type { IncomingMessage } from 'node:http';

export class TooLarge extends Error {}
/** The sender went away, or sent less than it had announced: there is nobody to answer. */
export class CutShort extends Error {}
/** So much is being received at once that taking in more would not be safe. */
export class Crowded extends Error {}

/** Bodies are wholly in memory until their signature is known: this much, all together. */
const ALL_TOGETHER = 128 * 1024 * 1024;
let underWay = 0;

/** The body as it came. What is beyond `limit` is let through and dropped, so that memory stays flat. */
export function readRawBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) return refuse(request, new TooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let settled = false;
    const settle = (error: Error | null): void => {
      settled = true;
      underWay -= size;
      size = 0;
      request.removeAllListeners('data');
      if (!error)
        return resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
      chunks.length = 0;
      request.resume();
      reject(error);
    };
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      underWay += chunk.length;
      if (size > limit) settle(new TooLarge());
      else if (underWay > ALL_TOGETHER) settle(new Crowded());
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
