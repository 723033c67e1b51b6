import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from './browser';
import { openDemoShop } from './pictures/demo-shop';
import {
  type Manifest,
  pictureFile,
  pngHash,
  readManifest,
  whyOutdated,
  writeManifest,
} from './pictures/manifest';
import { withShot } from './pictures/open-shot';
import { type Shot, SHOTS } from './pictures/shots';

/*
 * npm run screenshots: the README's pictures, from the demo's shop. A picture is taken anew when its page has changed;
 * with `-- --all` each is, as after a change of the machine's fonts.
 */

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function take(page: Page, { name, frame, frameOnly }: Shot): Promise<void> {
  const of = frameOnly ? page.locator(`[title="${frame}"]`) : page;
  await of.screenshot({ path: pictureFile(name), animations: 'disabled' });
}

const browser = await openBrowser();
const shop = await openDemoShop((line) => print(`… ${line}`));
try {
  const before = readManifest();
  const after: Manifest = {};
  for (const shot of SHOTS) {
    const { name } = shot;
    await withShot(browser, shop, shot, async (page, seen) => {
      const reason = values.all ? 'all are taken' : whyOutdated(before[name], seen, pngHash(name));
      if (reason !== null) await take(page, shot);
      print(`${name}.png: ${reason === null ? 'as it was' : `taken, since ${reason}`}`);
      after[name] = { ...seen, png: pngHash(name) ?? '' };
    });
  }
  writeManifest(after);
} finally {
  await browser.close();
  await shop.close();
}
