import type { Bench } from '../../support/browser/bench';
import { type Merchant, newMerchant } from '../../support/browser/merchant';
import { openStore, ordered } from '../../support/browser/store';

const ORDERS = 27;
const PAGE = 25;

export function panelList(bench: () => Bench): void {
  describe('the panel’s list of backorders', () => {
    let shop: string;
    let merchant: Merchant;
    const order = (name: string) => merchant.app().getByRole('link', { name, exact: true });
    const tab = (name: RegExp) => merchant.app().getByRole('tab', { name }).click();
    const shown = (): Promise<string[]> =>
      merchant
        .app()
        .getByRole('link', { name: /^#\d+$/ })
        .allInnerTexts();
    beforeAll(async () => {
      shop = await openStore(bench(), 'list');
      merchant = await newMerchant(bench(), shop);
      await merchant.open();
      await merchant.press('Watch');
      await merchant.isTold('Saved');
    });

    it('says what will appear here when there is nothing yet', async () => {
      await merchant.goTo('Backorders');
      await merchant.sees('When an order comes in that you can’t ship at once');
      expect(await bench().axe(merchant.app())).toEqual([]);
    });

    it('shows a page at a time, forth and back', async () => {
      for (let n = 1; n <= ORDERS; n += 1) await ordered(bench(), shop, `list-${n}@example.com`);
      await bench().pass('PT1M');
      await merchant.open('/cases');
      const first = await shown();
      expect(first).toHaveLength(PAGE);
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.press('The page after');
      await order(first[0] ?? '').waitFor({ state: 'detached' });
      const second = await shown();
      expect(new Set([...first, ...second]).size).toBe(ORDERS);
      await merchant.press('The page before');
      await order(first[0] ?? '').waitFor();
      expect(await shown()).toEqual(first);
    });

    it('filters by where an order stands', async () => {
      await tab(/^Closed/);
      await merchant.sees('Nothing is closed yet');
      await tab(/^Needs you/);
      await merchant.sees('Nothing needs you');
      await tab(/^Ready/);
      await merchant.sees('Nothing is ready');
      await tab(/^Waiting \(27\)/);
      await merchant
        .app()
        .getByRole('link', { name: /^#\d+$/ })
        .first()
        .waitFor();
      expect(await shown()).toHaveLength(PAGE);
    });

    it('finds an order by a part of its name, and says when there is none', async () => {
      await merchant.open('/cases');
      await merchant
        .app()
        .getByRole('button', { name: /Search/ })
        .first()
        .click();
      const search = merchant.app().getByPlaceholder('Search by order name');
      // All waited from the same moment: which of them are on the first page is chance.
      const [other = ''] = (await shown()).filter((name) => name !== '#1013');
      await search.fill('1013');
      await order(other).waitFor({ state: 'detached' });
      expect(await shown()).toEqual(['#1013']);
      await search.fill('9999');
      await merchant.sees('No order like “9999”');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await search.fill('');
      await order(other).waitFor();
    });

    it('puts the newest first when asked, and keeps that in the address', async () => {
      await merchant.open('/cases');
      const [oldest = ''] = await shown();
      await merchant.app().getByRole('button', { name: 'Sort the results' }).click();
      await merchant.app().getByRole('button', { name: 'Newest first' }).click();
      await order(oldest).waitFor({ state: 'detached' });
      const newest = await shown();
      await merchant.page.waitForURL(/sort=newest/);
      await merchant.open('/cases?sort=newest');
      expect(await shown()).toEqual(newest);
    });
  });
}
