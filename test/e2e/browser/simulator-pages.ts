import type { Page } from 'playwright-core';
import type { Bench } from '../../support/browser/bench';
import { openStore, ordered } from '../../support/browser/store';

/** What is around the app in the demo must be usable as well. */
export function simulatorPages(bench: () => Bench): void {
  describe('the simulated Shopify’s pages', () => {
    let visitor: Page;
    let order: string;
    beforeAll(async () => {
      const shop = await openStore(bench(), 'around');
      order = (await ordered(bench(), shop, 'around@example.com')).number;
      await bench().pass('PT5M');
      visitor = await bench().newPerson();
    });

    it.each([
      '/',
      '/store/around.myshopify.com',
      '/store/around.myshopify.com/stock',
      '/store/around.myshopify.com/shipping',
      '/store/around.myshopify.com/orders/:order',
      '/store/around.myshopify.com/app',
      '/mail?to=around@example.com',
      '/ledger',
      '/faults',
      '/clock',
    ])('%s has no serious fault by axe', async (path) => {
      await visitor.goto(`${bench().stack.simulatorUrl}${path.replace(':order', order)}`);
      expect(await bench().axe(visitor.mainFrame())).toEqual([]);
    });
  });
}
