import type { Page } from 'playwright-core';
import type { Bench } from '../../support/browser/bench';
import { type Merchant, newMerchant } from '../../support/browser/merchant';
import { openStore } from '../../support/browser/store';

/** A page's data can be cut off before its first line, and after it. */
const SLOW = {
  beginning: { first: 300, end: 0 },
  ending: { first: 0, end: 600 },
};
/** Longer than a page's data takes to begin, shorter than its script takes to come. */
const BETWEEN_CLICKS_MS = 150;
const SCRIPT_MS = 300;

/** Lets each answer with a page's data drip, as a slow line does: the head at once, then its lines, then its end. */
function drip({ first, end }: { first: number; end: number }): void {
  const plain = window.fetch.bind(window);
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const answer = await plain(request);
    if (!new URL(request.url).pathname.endsWith('.data')) return answer;
    const bytes = new Uint8Array(await answer.clone().arrayBuffer());
    const body = new ReadableStream({
      async start(controller) {
        request.signal.addEventListener('abort', () => controller.error(request.signal.reason));
        await wait(first);
        if (request.signal.aborted) return;
        controller.enqueue(bytes);
        await wait(end);
        if (!request.signal.aborted) controller.close();
      },
    });
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
}

/** In the page itself: by the driver's own way each click takes a different time. */
function clickThrough(page: Page): Promise<void> {
  return page.evaluate(async (ms) => {
    for (const link of document.querySelectorAll<HTMLElement>('[data-part="app-nav"] a')) {
      link.click();
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  }, BETWEEN_CLICKS_MS);
}

/** The bench counts whatever a page complains of: that these cases end without a complaint is what they show. */
export function panelHasty(bench: () => Bench): void {
  describe('staff who click on before a page has come', () => {
    let shop: string;
    let merchant: Merchant;
    beforeAll(async () => {
      shop = await openStore(bench(), 'hasty');
    });
    beforeEach(async () => {
      merchant = await newMerchant(bench(), shop);
    });
    afterEach(() => merchant.page.context().close());

    it.each(Object.entries(SLOW))('get the last one, of pages slow in %s', async (_, slow) => {
      await merchant.page.addInitScript(drip, slow);
      await merchant.open();
      await merchant.page.route('**/assets/*.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, SCRIPT_MS));
        await route.continue();
      });
      await clickThrough(merchant.page);
      await merchant.sees('Cut-off');
      await merchant.app().getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    });
  });
}
