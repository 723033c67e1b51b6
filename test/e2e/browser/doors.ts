import type { Bench } from '../../support/browser/bench';
import { type Merchant, newMerchant } from '../../support/browser/merchant';
import { openStore } from '../../support/browser/store';

const BACKORDERS_DATA = /\/app\/cases\.data/;
/** What a proxy answers while the app starts anew. */
const UNAVAILABLE = { status: 503, body: 'Busy' };

const title = (merchant: Merchant, words: string): Promise<void> =>
  merchant.app().getByRole('heading', { level: 1, name: words }).waitFor();

/** The ways in, and what stands where nothing is. */
export function doors(bench: () => Bench): void {
  describe('the ways into the app', () => {
    it('lead whoever comes without a shop to the login, which says what is wrong or leads on to Shopify', async () => {
      const visitor = await bench().newPerson();
      await visitor.goto(`${bench().stack.appUrl}/`);
      await visitor.getByRole('heading', { name: 'Log in to Holdfast' }).waitFor();
      expect(await bench().axe(visitor.mainFrame())).toEqual([]);
      await visitor.getByLabel('Shop’s address').fill('no shop!');
      await visitor.getByRole('button', { name: 'Log in' }).click();
      await visitor.getByText('That is not the address of a shop').waitFor();
      expect(await bench().axe(visitor.mainFrame())).toEqual([]);
      await visitor.getByLabel('Shop’s address').fill('doors.myshopify.com');
      const [leaves] = await Promise.all([
        visitor.waitForRequest((request) =>
          new URL(request.url()).hostname.endsWith('shopify.com'),
        ),
        visitor.getByRole('button', { name: 'Log in' }).click(),
      ]);
      expect(leaves.url()).toContain('/store/doors');
      await visitor.context().close();
    });

    it('sign somebody in again whose frame comes without a token', async () => {
      const shop = await openStore(bench(), 'doors');
      const merchant = await newMerchant(bench(), shop);
      await merchant.open('/settings');
      const address = new URL(merchant.app().url());
      const host = Buffer.from('admin.shopify.com/store/doors').toString('base64url');
      address.search = new URLSearchParams({ shop, host, embedded: '1' }).toString();
      await merchant.app().goto(address.href);
      await merchant.sees('Cut-off');
      await merchant.page.context().close();
    });

    it('know the whole panel from the first, so that leaving at once breaks nothing', async () => {
      const merchant = await newMerchant(bench(), await openStore(bench(), 'leaves'));
      await merchant.page.route('**/__manifest*', (route) => route.abort());
      await merchant.open();
      await merchant.goTo('Backorders');
      await merchant.sees('When an order comes in that you can’t ship at once');
      await merchant.page.context().close();
    });

    it('say that nothing is there where nothing is, inside the admin too', async () => {
      const visitor = await bench().newPerson();
      await visitor.goto(`${bench().stack.appUrl}/nowhere`);
      await visitor.getByRole('heading', { name: 'There is nothing here' }).waitFor();
      expect(await bench().axe(visitor.mainFrame())).toEqual([]);
      await visitor.context().close();
    });

    it('show for an order of nobody where the others are', async () => {
      const merchant = await newMerchant(bench(), await openStore(bench(), 'not-found'));
      await merchant.open('/cases/99');
      await title(merchant, 'No backorder here');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.app().getByRole('link', { name: 'See all backorders' }).click();
      await merchant.sees('When an order comes in that you can’t ship at once');
      await merchant.page.context().close();
    });

    it('say in the panel’s own words that a page cannot be shown, and show it on the next try', async () => {
      const merchant = await newMerchant(bench(), await openStore(bench(), 'broken'));
      await merchant.open();
      await merchant.page.route(BACKORDERS_DATA, (route) => route.fulfill(UNAVAILABLE));
      const menu = merchant.page.locator('[data-part="app-nav"]');
      await menu.getByRole('link', { name: 'Backorders' }).click();
      await title(merchant, 'This page could not be shown');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await menu.getByRole('link', { name: 'Settings' }).waitFor();
      await merchant.page.unroute(BACKORDERS_DATA);
      await merchant.press('Try again');
      await merchant.sees('When an order comes in that you can’t ship at once');
      // The router says in the console, too, what it could not read.
      expect(bench().takeComplaints()).not.toEqual([]);
      await merchant.page.context().close();
    });
  });
}
