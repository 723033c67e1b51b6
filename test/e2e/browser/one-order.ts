import type { Page } from 'playwright-core';
import type { Bench } from '../../support/browser/bench';
import { buys, followsLetter, opensLetter } from '../../support/browser/customer';
import { type Merchant, newMerchant } from '../../support/browser/merchant';
import { openStore } from '../../support/browser/store';

const CUSTOMER = 'waits@example.com';

/** The main job, from the first click of the customer to the parcel. */
export function oneOrder(bench: () => Bench): void {
  describe('an order of what is sold out', () => {
    let shop: string;
    let customer: Page;
    let merchant: Merchant;
    const visit = (page: Page, path: string): Promise<unknown> =>
      page.goto(`${bench().stack.simulatorUrl}${path}`);
    beforeAll(async () => {
      shop = await openStore(bench(), 'one-order');
      customer = await bench().newPerson();
      merchant = await newMerchant(bench(), shop);
    });

    it('is bought, and the customer hears the same day that it is not there', async () => {
      await buys(bench(), customer, shop, CUSTOMER, ['KETTLE']);
      await customer.getByRole('link', { name: 'Read your mail' }).click();
      await opensLetter(bench(), customer, CUSTOMER, 'is delayed');
      const letter = customer.frameLocator('iframe[title="The letter"]');
      await letter.getByText('Copper kettle').first().waitFor();
    });

    it('is kept by the customer, who follows the link in the letter', async () => {
      const choice = await followsLetter(customer);
      await choice.getByRole('heading', { name: 'Wait, or cancel?' }).waitFor();
      expect(await bench().axe(choice.mainFrame())).toEqual([]);
      await choice.getByRole('button', { name: 'I’ll wait' }).click();
      await choice.getByRole('heading', { name: 'Thank you for waiting' }).waitFor();
      expect(await bench().axe(choice.mainFrame())).toEqual([]);
      await choice.close();
    });

    it('is held in the warehouse and waits in the panel, with nothing charged', async () => {
      await merchant.open();
      await merchant.sees('Waiting longest');
      await merchant.app().getByRole('link', { name: '#1001' }).first().click();
      await merchant.sees('Customer waits');
      await merchant.sees('Nothing has been charged');
      await visit(merchant.page, `/store/${shop}/shipping`);
      await merchant.page.getByText('by Holdfast').first().waitFor();
    });

    it('is charged and released when the merchant books the arrival, in that order', async () => {
      await visit(merchant.page, `/store/${shop}/stock`);
      await merchant.page.getByLabel('Change of KETTLE').fill('3');
      await merchant.page.getByRole('button', { name: 'Adjust' }).click();
      await merchant.page.getByRole('cell', { name: '2', exact: true }).first().waitFor();
      // The order is looked at again some seconds after its capture.
      await bench().pass('PT1M');
      await merchant.open('/cases?filter=ready');
      await merchant.app().getByRole('link', { name: '#1001' }).click();
      await merchant.sees('$40.00 has been charged.');
      await visit(merchant.page, `/ledger?shop=${shop}`);
      const newestFirst = await merchant.page.locator('tbody tr td:nth-child(3)').allInnerTexts();
      const effects = ['authorization', 'hold', 'capture', 'release'];
      expect(newestFirst.toReversed().filter((kind) => effects.includes(kind))).toEqual(effects);
    });

    it('is shipped, the customer is told, and the case is closed', async () => {
      await visit(merchant.page, `/store/${shop}/shipping`);
      await merchant.page.getByLabel('Tracking number').fill('TRACK1');
      await merchant.page.getByRole('button', { name: 'Ship it' }).click();
      await merchant.page.getByText('Nothing is waiting to be shipped.').waitFor();
      await merchant.page.getByRole('link', { name: '#1001', exact: true }).click();
      await merchant.page.getByLabel('Carrier event').selectOption('IN_TRANSIT');
      await merchant.page.getByRole('button', { name: 'Report' }).click();
      await merchant.page.getByText('in transit').first().waitFor();
      await bench().pass('PT1M');
      await opensLetter(bench(), customer, CUSTOMER, /on (its|the) way|shipped/);
      await merchant.open('/cases?filter=closed');
      await merchant.app().getByRole('link', { name: '#1001' }).click();
      await merchant.sees('Closed since');
      expect(await bench().axe(merchant.app())).toEqual([]);
    });
  });
}
