import type { Bench } from '../../support/browser/bench';
import { opensLetter } from '../../support/browser/customer';
import { openStore } from '../../support/browser/store';
import { chooseSettings } from '../../support/chosen-settings';

const CUSTOMER = 'pays@example.com';

/** The goods outlast the authorization, and come after all: by the letter's link to the shop's own page. */
export function paysByLink(bench: () => Bench): void {
  describe('a customer who is asked to pay when the goods are there', () => {
    it('pays by the link of the letter, and hears that it ships', async () => {
      const shop = await openStore(bench(), 'pays-by-link');
      const customer = await bench().newPerson();
      await chooseSettings(bench().stack, shop, { authorizationDays: { cards: 1 } });
      await bench().sim.post('/_sim/orders', {
        shop,
        email: CUSTOMER,
        gateway: 'cards',
        routing: 'at-once',
        lines: [{ sku: 'KETTLE', quantity: 1 }],
      });
      await bench().pass('PT13H');
      await bench().passUntil(10);
      await opensLetter(bench(), customer, CUSTOMER, 'you pay when it is here');
      await bench().sim.post('/_sim/inventory', { shop, sku: 'KETTLE', adjust: 1 });
      await bench().pass('PT1H');

      await opensLetter(bench(), customer, CUSTOMER, 'please pay $40.00');
      const letter = customer.frameLocator('iframe[title="The letter"]');
      const [page] = await Promise.all([
        customer.waitForEvent('popup'),
        letter.getByRole('link', { name: 'Pay $40.00' }).click(),
      ]);
      await page.getByRole('button', { name: 'Pay 40.00 USD' }).click();
      await page.getByText('You have paid 40.00 USD.').waitFor();
      expect(await bench().axe(page.mainFrame())).toEqual([]);
      await bench().pass('PT1H');
      await opensLetter(bench(), customer, CUSTOMER, 'is here');
      await letter.getByText('$40.00 has been charged.').waitFor();
    });
  });
}
