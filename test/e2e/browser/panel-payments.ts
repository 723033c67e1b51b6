import type { Bench } from '../../support/browser/bench';
import { type Merchant, newMerchant } from '../../support/browser/merchant';
import { KETTLE, LAMP, openStore, ordered } from '../../support/browser/store';

/** A shop that charges at checkout, and what its staff can know and do about it. */
export function panelPayments(bench: () => Bench): void {
  describe('the page of payments', () => {
    let shop: string;
    let merchant: Merchant;
    const choose = (label: string) => merchant.app().getByText(label, { exact: true }).click();
    beforeAll(async () => {
      const goods = [KETTLE, { ...LAMP, available: 1 }];
      shop = await openStore(bench(), 'payments', goods, { captureMode: 'checkout' });
      merchant = await newMerchant(bench(), shop);
      await bench().passUntil(10);
    });

    it('says in a new shop that nothing is known, and what would be best', async () => {
      await merchant.open();
      await merchant.goTo('Payments');
      await merchant.sees('Not known yet');
      await merchant.sees('No order has shown anything yet.');
      expect(await bench().axe(merchant.app())).toEqual([]);
    });

    it('warns, once the orders show it, that customers are charged at checkout', async () => {
      for (const name of ['anna', 'ben', 'cleo'])
        await ordered(bench(), shop, `${name}@example.com`);
      await bench().pass('PT2H');
      await merchant.open('/payments');
      await merchant.sees('Your shop charges at checkout');
      await merchant.sees(/^Charged at checkout$/);
      await merchant.sees('3 orders');
      expect(await bench().axe(merchant.app())).toEqual([]);
    });

    it('goes by the merchant’s word, and says when the orders show something else', async () => {
      await choose('Manually');
      await merchant.press('Save the method');
      await merchant.isTold('Saved');
      await merchant.sees('You say “Manually”, and they show “At checkout”.');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await choose('Find it out from the orders');
      await merchant.press('Save the method');
      await merchant.sees('Your shop charges at checkout');
    });

    it('keeps how long a gateway’s authorizations last, and says what can’t be right', async () => {
      await merchant.fill('PayPal', '400');
      await merchant.press('Save the days');
      await merchant.sees('Enter a whole number from 1 to 365.');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.fill('PayPal', '14');
      await merchant.press('Save the days');
      await merchant.app().getByText('Nothing was saved yet').waitFor({ state: 'detached' });
      await merchant.open('/payments');
      const days = merchant.app().getByLabel('PayPal', { exact: true });
      expect(await days.inputValue()).toBe('14');
    });

    it('lets staff send what is here first for a customer who called, since it is paid', async () => {
      const order = await ordered(bench(), shop, 'dora@example.com', ['KETTLE', 'LAMP']);
      await bench().pass('PT10M');
      await merchant.open(`/cases/${order.number}`);
      await merchant.sees('It is paid: the order is released when its goods are here.');
      await merchant.press('Send the ready part first…');
      await merchant.app().getByLabel('Why it goes first').fill('Dora called: it is a present');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.press('Send it first');
      await merchant.isTold('The part that is here goes first');
      await bench().pass('PT1M');
      await merchant.open(`/cases/${order.number}`);
      await merchant.sees('The part that is here goes first, as your staff asked');
      await merchant.sees('Dora called: it is a present');
      await merchant.sees('Put what waits on hold, and let the rest go');
    });
  });
}
