import type { Request, RequestHandler } from 'express';
import { seenUrl } from './seen-url.server';
import { isStaffToken } from './staff-token.server';

/**
 * Stands before every page. A request that carries a token of anyone but a shop's staff is answered with 401 before a page,
 * or Shopify's library, has seen it. It doesn't matter how the address is written, since no address is looked at: a page
 * without a login has no use for a token.
 */
export function staffOnly(): RequestHandler {
  return (request, response, next) => {
    const url = seenUrl(request);
    if (url === null) {
      response.status(400).type('text/plain').send('That is not an address.\n');
      return;
    }
    if (tokensOf(request, url).every(isStaffToken)) return next();
    response.set('Cache-Control', 'no-store').status(401).type('text/plain');
    response.send('Open Holdfast from your Shopify admin.\n');
  };
}

/** All that Shopify's library could take for a session token: the header, and the address's `id_token`. */
function tokensOf(request: Request, { searchParams }: URL): string[] {
  const header = request.headers.authorization;
  const named = header === undefined ? [] : [header.replace('Bearer ', '')];
  return [...named, ...searchParams.getAll('id_token')];
}
