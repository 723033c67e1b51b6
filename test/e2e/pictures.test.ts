import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../scripts/browser';
import { type DemoShop, openDemoShop } from '../../scripts/pictures/demo-shop';
import { fingerprint } from '../../scripts/pictures/fingerprint';
import { pngHash, readManifest, whyOutdated } from '../../scripts/pictures/manifest';
import { withShot } from '../../scripts/pictures/open-shot';
import { SHOTS } from '../../scripts/pictures/shots';
import { describeWithChromium } from '../support/requirements';

/* The README's pictures are of the pages as they are now: compared by words and structure, never by pixels. */

jest.setTimeout(300_000);

describeWithChromium('the pictures of the README', () => {
  let browser: Browser;
  let shop: DemoShop;
  const manifest = readManifest();

  beforeAll(async () => {
    shop = await openDemoShop(() => undefined);
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  it('are those that the list asks for, and each is on a page that people read', () => {
    expect(Object.keys(manifest)).toEqual(SHOTS.map(({ name }) => name));
    const pages = ['README.md', 'docs/install.md'].map((path) => readFileSync(path, 'utf8')).join();
    for (const { name } of SHOTS) expect(pages).toContain(`pictures/${name}.png`);
  });

  it.each(SHOTS)(
    'show a page as it is, and would not if one word were another: $name',
    async (shot) => {
      await withShot(browser, shop, shot, async (page, seen) => {
        const png = pngHash(shot.name);
        const why = whyOutdated(manifest[shot.name], seen, png);
        const advice = why && `docs/pictures/${shot.name}.png: ${why}. Run: npm run screenshots`;
        expect(advice).toBeNull();

        const inside =
          shot.frame === undefined ? page : page.frameLocator(`[title="${shot.frame}"]`);
        const word = inside.getByText(shot.ready, { exact: true }).first();
        await word.evaluate((element) => element.replaceChildren('Another word'));
        expect(whyOutdated(manifest[shot.name], await fingerprint(page), png)).toContain('shows');
      });
    },
  );
});
