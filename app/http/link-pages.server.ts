import type { RequestHandler } from 'express';
import { SlidingWindow } from './sliding-window.server';

const MINUTE = 60_000;
/** A person reads and clicks a few times a minute; a company full of them may share one address. */
const PER_LINK = 30;
const PER_ADDRESS = 600;
/** Links that don't exist: nobody mistypes so many. */
const MISSES_PER_ADDRESS = 60;
const LONGEST_TOKEN = 512;

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

export function guardLinkPages(): RequestHandler {
  const links = new SlidingWindow(PER_LINK, MINUTE);
  const addresses = new SlidingWindow(PER_ADDRESS, MINUTE);
  const misses = new SlidingWindow(MISSES_PER_ADDRESS, MINUTE);
  return (request, response, next) => {
    const address = request.ip ?? '';
    response.set(HEADERS);
    // From a page without referrer browsers send forms with "Origin: null", which Remix takes for a forgery. None is
    // possible here: whoever can send the form knows the secret link.
    if (request.headers.origin === 'null') delete request.headers.origin;
    response.once('finish', () => {
      if (response.statusCode === 404) misses.allows(address);
    });
    const allowed =
      misses.allows(address, 0) && addresses.allows(address) && links.allows(tokenOf(request.path));
    if (allowed) return next();
    response.set('Retry-After', '60').status(429).type('text/plain');
    response.send('That was a lot of tries. Please wait a minute and open the link again.\n');
  };
}

/** `/<token>`, and `/<token>.data` when Remix asks for the data alone. */
function tokenOf(path: string): string {
  return path.slice(1, LONGEST_TOKEN).replace(/\.data$/, '');
}
