import type { Request } from 'express';

/** Remix puts the host in front of the path unread: a "host" with a slash or a question mark in it would be an address. */
const HOST = /^[A-Za-z0-9.-]+$|^\[[0-9A-Fa-f:.]+\]$/;

/**
 * The address as Remix and Shopify's library will read it, with its dots and encoded letters resolved as theirs are; null for
 * what isn't one. Whoever guards a page looks at this and at nothing else.
 */
export function seenUrl(request: Request): URL | null {
  const { hostname, originalUrl } = request;
  if (!HOST.test(hostname ?? '') || !originalUrl.startsWith('/')) return null;
  return URL.parse(`http://${hostname}${originalUrl}`);
}
