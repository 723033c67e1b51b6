import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Bench } from '../../support/browser/bench';
import { buys, followsLetter, opensLetter } from '../../support/browser/customer';
import { KETTLE, LAMP, openStore } from '../../support/browser/store';
import { chooseSettings } from '../../support/chosen-settings';

const PARTS = 'parts@example.com';
const EARLY = 'early@example.com';

const Rows = z.array(z.object({ kind: z.string(), amount: z.string().optional() }));

/** What the customer's page offers beyond waiting and cancelling, and what follows from a yes. */
export function agrees(bench: () => Bench): void {
  describe('a customer who agrees', () => {
    let customer: Page;
    beforeAll(async () => {
      customer = await bench().newPerson();
    });
    const moved = async (shop: string, ...kinds: string[]): Promise<string[]> => {
      const rows = Rows.parse(await bench().sim.get<unknown>(`/_sim/ledger?shop=${shop}`));
      return rows
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ kind, amount }) => `${kind} ${amount ?? ''}`.trim());
    };

    it('to have sent what is here is charged for that alone, and only the rest stays on hold', async () => {
      const shop = await openStore(bench(), 'agrees-parts', [KETTLE, { ...LAMP, available: 2 }]);
      await buys(bench(), customer, shop, PARTS, ['KETTLE', 'LAMP']);
      await opensLetter(bench(), customer, PARTS, 'is delayed');
      const choice = await followsLetter(customer);
      await choice.getByRole('heading', { name: 'Don’t want to wait for all of it?' }).waitFor();
      await choice.getByText('You are charged $40.00 now').waitFor();
      expect(await bench().axe(choice.mainFrame())).toEqual([]);
      expect(await moved(shop, 'capture')).toEqual([]);
      await choice.getByRole('button', { name: 'Send what is here' }).click();
      await choice.getByRole('heading', { name: 'Wait, or cancel?' }).waitFor();
      expect(await choice.getByRole('button', { name: 'Send what is here' }).count()).toBe(0);
      await bench().pass('PT5M');
      expect(await moved(shop, 'capture', 'void')).toEqual(['capture 40.00']);
      await customer.goto(`${bench().stack.simulatorUrl}/store/${shop}/shipping`);
      const ship = customer.getByRole('button', { name: 'Ship what is not on hold' });
      await ship.click();
      await ship.waitFor({ state: 'hidden' });
      await bench().pass('PT5M');
      await choice.reload();
      await choice.getByText('On the way to you.').waitFor();
      expect(await bench().axe(choice.mainFrame())).toEqual([]);
      await choice.close();
    });

    it('to be charged before the goods are here is charged shortly before the end, not sooner', async () => {
      const shop = await openStore(bench(), 'agrees-early');
      const settings = {
        beforeLapse: 'charge-if-agreed',
        authorizationDays: { cards: 1 },
      } as const;
      await chooseSettings(bench().stack, shop, settings);
      await bench().sim.post('/_sim/orders', {
        shop,
        email: EARLY,
        gateway: 'cards',
        routing: 'at-once',
        lines: [{ sku: 'KETTLE', quantity: 1 }],
      });
      await bench().pass('PT5M');
      await opensLetter(bench(), customer, EARLY, 'is delayed');
      const choice = await followsLetter(customer);
      await choice.getByText('You agree to be charged $40.00 shortly before').waitFor();
      expect(await bench().axe(choice.mainFrame())).toEqual([]);
      await choice.getByRole('button', { name: 'Yes, charge me then' }).click();
      await choice.getByRole('heading', { name: 'Wait, or cancel?' }).waitFor();
      expect(await choice.getByRole('button', { name: 'Yes, charge me then' }).count()).toBe(0);
      await bench().pass('PT5M');
      expect(await moved(shop, 'capture', 'void')).toEqual([]);
      await bench().pass('PT13H');
      expect(await moved(shop, 'capture', 'void')).toEqual(['capture 40.00']);
      await choice.close();
    });
  });
}
