import type { Bench } from '../../support/browser/bench';
import { type Merchant, newMerchant } from '../../support/browser/merchant';
import { KETTLE, LAMP, openStore, type Ordered, ordered } from '../../support/browser/store';

/** A shop that wants to see each step before it is done. */
export function panelAsks(bench: () => Bench): void {
  describe('a shop that is asked', () => {
    let shop: string;
    let merchant: Merchant;
    let order: Ordered;
    const ledger = async (kind: string): Promise<number> =>
      (await bench().sim.get<unknown[]>(`/_sim/ledger?shop=${shop}&kind=${kind}`)).length;
    beforeAll(async () => {
      shop = await openStore(bench(), 'asks', [KETTLE, { ...LAMP, available: 1 }]);
      merchant = await newMerchant(bench(), shop);
      await bench().passUntil(10);
      await merchant.open();
      await merchant.press('Ask');
      await merchant.isTold('Saved');
      order = await ordered(bench(), shop, 'asked@example.com');
      await bench().pass('PT5M');
    });

    it('sees what waits for its yes, and the hold happens after it', async () => {
      expect(await ledger('hold')).toBe(0);
      await merchant.open();
      await merchant.app().getByRole('link', { name: 'See them' }).click();
      await merchant.app().getByRole('link', { name: order.name }).click();
      await merchant.sees('Waits for your yes');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.press(/^Yes, do it: Put the order on hold/);
      await merchant.isTold('It is on its way');
      await bench().pass();
      expect(await ledger('hold')).toBe(1);
    });

    it('captures by a click when the goods are there, and not before', async () => {
      await merchant.open(`/cases/${order.number}`);
      await merchant.sees('nothing is captured before that');
      expect(await merchant.app().getByRole('button', { name: 'Capture now' }).isDisabled()).toBe(
        true,
      );
      await bench().sim.post('/_sim/inventory', { shop, sku: 'KETTLE', adjust: 5 });
      await bench().pass('PT5M');
      expect(await ledger('capture')).toBe(0);
      await merchant.open(`/cases/${order.number}`);
      await merchant.press('Capture now');
      await merchant.isTold('The capture is on its way');
      await bench().pass();
      expect(await ledger('capture')).toBe(1);
      await merchant.open(`/cases/${order.number}`);
      await merchant.sees('$40.00 has been charged.');
    });

    it('finds the payment of an order in stock under Payments, and takes it by a click', async () => {
      await merchant.open('/settings');
      await merchant.app().getByText('Capture it for me', { exact: true }).click();
      const bar = merchant.page.locator('[data-part="save-bar"]');
      await bar.getByRole('button', { name: 'Save' }).click();
      await merchant.isTold('Settings saved');
      await ordered(bench(), shop, 'in-stock@example.com', ['LAMP']);
      await bench().pass('PT5M');
      await merchant.open();
      await merchant.sees('1 payment of orders in stock was not taken');
      await merchant.open('/payments');
      await merchant.sees('Payments that were not taken');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.press('Yes, take it');
      await merchant.isTold('It is on its way');
      await bench().pass();
      expect(await ledger('capture')).toBe(2);
    });
  });
}
