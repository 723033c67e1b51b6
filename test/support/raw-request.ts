import { request } from 'node:http';

export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Sends a path and headers to the letter, where `fetch` would put them right first. */
export function rawRequest(
  url: string,
  path: string,
  { headers = {}, method = 'GET' }: { headers?: Record<string, string>; method?: string } = {},
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { path, method, headers }, (reply) => {
      let text = '';
      reply.on('data', (piece: Buffer) => (text += piece.toString()));
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}
