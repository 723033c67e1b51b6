import type { Browser, Page } from 'playwright-core';
import { visitor } from '../browser';
import type { DemoShop } from './demo-shop';
import { type Fingerprint, fingerprint } from './fingerprint';
import type { Shot } from './shots';

/** Sharp enough for a README, and small enough for a repository. */
const SCALE = 1.25;
const PAUSE_MS = 150;
const MOST_LOOKS = 40;

/** Opens what the shot shows, and hands it over when it has come to rest. */
export async function withShot<T>(
  browser: Browser,
  shop: DemoShop,
  shot: Shot,
  use: (page: Page, seen: Fingerprint) => Promise<T>,
): Promise<T> {
  const { width, height } = shot;
  const context = await visitor(browser, {
    viewport: { width, height },
    deviceScaleFactor: SCALE,
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  try {
    const page = await context.newPage();
    await page.goto(new URL(await shot.address(shop), shop.url).href);
    const inside = shot.frame === undefined ? page : page.frameLocator(`[title="${shot.frame}"]`);
    await inside.getByText(shot.ready, { exact: true }).first().waitFor();
    await page.waitForLoadState('networkidle');
    return await use(page, await atRest(page));
  } finally {
    await context.close();
  }
}

/** A page that its scripts are still drawing shows one thing now and another in a moment. */
async function atRest(page: Page): Promise<Fingerprint> {
  let before = await fingerprint(page);
  for (let look = 0; look < MOST_LOOKS; look++) {
    await page.waitForTimeout(PAUSE_MS);
    const now = await fingerprint(page);
    if (now.shows === before.shows && now.styles === before.styles) return now;
    before = now;
  }
  throw new Error(`${page.url()} does not come to rest`);
}
