import type { RequestHandler, Response } from 'express';
import type { MatchedRoute, MatchRoute } from './matched-route.server';
import { seenUrl } from './seen-url.server';
import { SlidingWindow } from './sliding-window.server';

const MINUTE = 60_000;
/** A person reads and clicks a few times a minute; a company full of them may share one address. */
const PER_LINK = 30;
const PER_ADDRESS = 600;
/** Links that don't exist: nobody mistypes so many. */
const MISSES_PER_ADDRESS = 60;
const LONGEST_TOKEN = 512;

/** The pages that a link in a mail opens, by their files. */
const LINK_PAGES = /^routes\/(choice|supplier)\b/;

/**
 * Pages that a link in a mail opens, with no login: whoever has the address has the power. It must not leak by
 * referrer, cache, index or frame, the page runs no script, and guessing is slow.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** Guards by the page that an address opens, however the address is written. */
export function guardLinkPages(matchRoute: MatchRoute): RequestHandler {
  const allows = limits();
  return (request, response, next) => {
    const url = seenUrl(request);
    const guard = async (): Promise<void> => {
      const route = url && (await matchRoute(url));
      if (!route || !LINK_PAGES.test(route.id)) return next();
      response.set(HEADERS);
      // From a page without referrer browsers send forms with "Origin: null", which Remix takes for a forgery. None is
      // possible here: whoever can send the form knows the secret link.
      if (request.headers.origin === 'null') delete request.headers.origin;
      if (allows(request.ip ?? '', route, response)) return next();
      response.set('Retry-After', '60').status(429).type('text/plain');
      response.send('That was a lot of tries. Please wait a minute and open the link again.\n');
    };
    guard().catch(next);
  };
}

function limits(): (address: string, route: MatchedRoute, response: Response) => boolean {
  const links = new SlidingWindow(PER_LINK, MINUTE);
  const addresses = new SlidingWindow(PER_ADDRESS, MINUTE);
  const misses = new SlidingWindow(MISSES_PER_ADDRESS, MINUTE);
  return (address, { params }, response) => {
    response.once('finish', () => {
      if (response.statusCode === 404) misses.allows(address);
    });
    const token = (params['token'] ?? '').slice(0, LONGEST_TOKEN);
    return misses.allows(address, 0) && addresses.allows(address) && links.allows(token);
  };
}
