import type { Bench } from '../../support/browser/bench';
import { type Merchant, newMerchant } from '../../support/browser/merchant';
import { openStore } from '../../support/browser/store';

export function panelSettings(bench: () => Bench): void {
  describe('the panel’s settings', () => {
    let shop: string;
    let merchant: Merchant;
    const bar = (who: Merchant) => who.page.locator('[data-part="save-bar"]');
    const inBar = (who: Merchant, button: string): Promise<void> =>
      bar(who).getByRole('button', { name: button }).click();
    const valueOf = (field: string): Promise<string> =>
      merchant.app().getByLabel(field, { exact: true }).inputValue();
    beforeAll(async () => {
      shop = await openStore(bench(), 'settings');
      merchant = await newMerchant(bench(), shop);
      await merchant.open('/settings');
    });

    it('are as they were after a change is discarded', async () => {
      expect(await bench().axe(merchant.app())).toEqual([]);
      await bar(merchant).waitFor({ state: 'hidden' });
      await merchant.fill('Cut-off', '16:30');
      await bar(merchant).waitFor();
      expect(await bench().axe(merchant.app())).toEqual([]);
      await inBar(merchant, 'Discard');
      await bar(merchant).waitFor({ state: 'hidden' });
      expect(await valueOf('Cut-off')).toBe('18:00');
    });

    it('hold back who would leave with changes that are not saved', async () => {
      await merchant.fill('Cut-off', '16:30');
      await merchant.page
        .locator('[data-part="app-nav"]')
        .getByRole('link', { name: 'Backorders' })
        .click();
      await bar(merchant).getByText('Save or discard your changes first').waitFor();
      expect(await valueOf('Cut-off')).toBe('16:30');
    });

    it('say beside the field what is wrong with it, and save nothing until it is right', async () => {
      await merchant.fill('Days between words', '99');
      await inBar(merchant, 'Save');
      await merchant.sees('Nothing was saved yet: please look at the fields that are marked.');
      await merchant.sees('Enter a whole number from 2 to 30.');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.fill('Days between words', '5');
      await inBar(merchant, 'Save');
      await merchant.isTold('Settings saved');
      await merchant.open('/settings');
      expect([await valueOf('Cut-off'), await valueOf('Days between words')]).toEqual([
        '16:30',
        '5',
      ]);
    });

    it('keep what becomes of the money while goods are missing', async () => {
      for (const choice of ['Send the ready part first', 'Charge it if the customer agreed'])
        await merchant.app().getByText(choice, { exact: true }).click();
      await merchant.fill('Days to pay by link', '2');
      await inBar(merchant, 'Save');
      await merchant.sees('Enter a whole number from 3 to 60.');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.fill('Days to pay by link', '21');
      await inBar(merchant, 'Save');
      await merchant.isTold('Settings saved');
      await merchant.open('/settings');
      expect(await valueOf('Days to pay by link')).toBe('21');
      const chosen = merchant.app().getByLabel('Charge it if the customer agreed', { exact: true });
      expect(await chosen.isChecked()).toBe(true);
    });

    it('lose nobody’s work when two people change them at once', async () => {
      const second = await newMerchant(bench(), shop);
      await second.open('/settings');
      await merchant.fill('Hours between messages', '24');
      await inBar(merchant, 'Save');
      await merchant.isTold('Settings saved');
      await second.fill('Sender’s name', 'Harbor’s people');
      await inBar(second, 'Save');
      await second.sees('Somebody changed the settings meanwhile');
      await second.sees('Hours between messages was changed meanwhile');
      expect(await bench().axe(second.app())).toEqual([]);
      await inBar(second, 'Save');
      await second.isTold('Settings saved');
      await merchant.open('/settings');
      expect([await valueOf('Hours between messages'), await valueOf('Sender’s name')]).toEqual([
        '24',
        'Harbor’s people',
      ]);
      await second.page.context().close();
    });

    it('switch the mode, and from the page’s own button', async () => {
      await merchant.app().getByText('Watch', { exact: true }).click();
      await merchant.app().getByRole('button', { name: 'Save', exact: true }).last().click();
      await merchant.isTold('Settings saved');
      await merchant.goToHome();
      await merchant.sees('Nothing leaves: no hold');
    });
  });
}
