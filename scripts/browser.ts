import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '../test/support/batteries';

/* The machine's own Chromium, without a screen, for the browser tests and the README's pictures. */

/** Shopify's library answers 410 to a user agent that says "HeadlessChrome". */
const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

const FLAGS = [
  // Nothing but this machine can be reached: what a page wants from elsewhere is missing, as fast as it can be.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Throws when the machine has no Chromium; `CHROMIUM_PATH` names one that isn't on the path. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('No Chromium on the path: install it, or name it in CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A fresh visitor: no cookies, English, on a desktop screen in the shop's time zone. */
export function visitor(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  return browser.newContext({
    userAgent: USER_AGENT,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
}
