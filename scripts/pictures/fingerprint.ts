import { createHash } from 'node:crypto';
import type { Frame, Page } from 'playwright-core';
import { walk } from './walk';

/** What a page shows, as hashes that are the same on each machine: pixels are not, since fonts differ. */
export interface Fingerprint {
  readonly shows: string;
  readonly styles: string;
}

export const hashOf = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32);

export async function fingerprint(page: Page): Promise<Fingerprint> {
  const shown: string[] = [];
  const styles: string[] = [];
  for (const frame of page.frames()) {
    shown.push(...(await frame.evaluate(walk)));
    styles.push(...(await stylesOf(frame)));
  }
  return { shows: hashOf(shown.join('\n')), styles: hashOf(styles.join('\n')) };
}

/** Style sheets as they were sent, not as this Chromium reads them. */
async function stylesOf(frame: Frame): Promise<string[]> {
  const written = await frame.locator('style').allTextContents();
  const linked = await frame
    .locator('link[rel="stylesheet"]')
    .evaluateAll((links) =>
      links.map((link) => (link instanceof HTMLLinkElement ? link.href : '')),
    );
  const sent: string[] = [];
  for (const href of linked) sent.push(await (await frame.page().request.get(href)).text());
  return [...written, ...sent];
}
