import type { Bench } from '../../support/browser/bench';
import { type Merchant, newMerchant } from '../../support/browser/merchant';
import { openStore, ordered } from '../../support/browser/store';

export function panelHome(bench: () => Bench): void {
  describe('the panel’s home page', () => {
    let shop: string;
    let merchant: Merchant;
    beforeAll(async () => {
      shop = await openStore(bench(), 'home');
      merchant = await newMerchant(bench(), shop);
    });

    it('says in an empty shop that nobody waits and nothing needs anybody', async () => {
      await merchant.open();
      await merchant.sees('Nobody is waiting.');
      await merchant.sees('Nothing needs you.');
      expect(await bench().axe(merchant.app())).toEqual([]);
    });

    it('changes how far Holdfast may act, and says so', async () => {
      for (const [mode, words] of [
        ['Watch', 'Nothing leaves: no hold'],
        ['Ask', 'waits for your yes'],
        ['Automatic', 'by your rules'],
      ] as const) {
        await merchant.press(mode);
        await merchant.sees(words);
        await merchant.isTold('Saved');
      }
    });

    it('pauses everything: nothing leaves for an order that comes in, until somebody goes on', async () => {
      await merchant.press('Pause everything');
      await merchant.sees('Everything is paused');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await ordered(bench(), shop, 'paused@example.com');
      await bench().pass('PT10M');
      const holds = async (): Promise<number> =>
        (await bench().sim.get<unknown[]>(`/_sim/ledger?shop=${shop}&kind=hold`)).length;
      expect(await holds()).toBe(0);
      await merchant.press('Go on');
      await merchant.app().getByRole('button', { name: 'Pause everything' }).waitFor();
      await bench().pass('PT10M');
      expect(await holds()).toBe(1);
    });

    it('leads to who waits, and to what needs somebody', async () => {
      await ordered(bench(), shop, null);
      await bench().pass('PT10M');
      await merchant.open();
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.sees('call the customer');
      await merchant.app().getByRole('link', { name: 'See what to settle' }).click();
      await merchant.app().getByRole('link', { name: '#1002' }).waitFor();
      await merchant.goTo('Settings');
      await merchant.goTo('Backorders');
      await merchant.app().getByRole('link', { name: '#1001' }).click();
      await merchant.sees('Put the order on hold');
    });
  });
}
