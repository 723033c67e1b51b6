import type { Page } from 'playwright-core';
import type { Bench } from '../../support/browser/bench';
import { buys, followsLetter, opensLetter } from '../../support/browser/customer';
import { KETTLE, LAMP, openStore } from '../../support/browser/store';

const CUSTOMER = 'changes@example.com';

/** A customer who cancels one item, takes it back, and then cancels all of it. */
export function changedMind(bench: () => Bench): void {
  describe('a customer who changes their mind', () => {
    let shop: string;
    let customer: Page;
    let choice: Page;
    const title = (words: string): Promise<void> =>
      choice.getByRole('heading', { level: 1, name: words }).waitFor();
    const ledger = async (kind: string): Promise<number> => {
      const rows = await bench().sim.get<unknown[]>(`/_sim/ledger?shop=${shop}&kind=${kind}`);
      return rows.length;
    };
    beforeAll(async () => {
      shop = await openStore(bench(), 'changed-mind', [KETTLE, LAMP]);
      customer = await bench().newPerson();
      await buys(bench(), customer, shop, CUSTOMER, ['KETTLE', 'LAMP']);
      await opensLetter(bench(), customer, CUSTOMER, 'is delayed');
      choice = await followsLetter(customer);
    });

    it('is asked to tick when nothing is ticked', async () => {
      await choice.getByRole('button', { name: 'Cancel these' }).click();
      await choice.getByRole('alert').getByText('Please tick the items that you mean').waitFor();
      expect(await bench().axe(choice.mainFrame())).toEqual([]);
    });

    it('cancels one item, and takes it back within the quarter of an hour', async () => {
      await choice.getByRole('checkbox', { name: /Reading lamp/ }).check();
      await choice.getByRole('button', { name: 'Cancel these' }).click();
      await title('We’re about to cancel');
      await choice.getByText('You can take it back for 15 more minutes').waitFor();
      expect(await bench().axe(choice.mainFrame())).toEqual([]);
      await bench().pass('PT10M');
      await choice.getByRole('button', { name: 'Don’t cancel it: Reading lamp' }).click();
      await title('Wait, or cancel?');
      await bench().pass('PT20M');
      expect([await ledger('edit'), await ledger('cancel')]).toEqual([0, 0]);
    });

    it('cancels one item for good: it is taken off the order, and the rest waits on', async () => {
      await choice.reload();
      await choice.getByRole('checkbox', { name: /Reading lamp/ }).check();
      await choice.getByRole('button', { name: 'Cancel these' }).click();
      await title('We’re about to cancel');
      await bench().pass('PT20M');
      await choice.reload();
      await title('Wait for what is left, or cancel it?');
      await choice.getByText('Cancelled.', { exact: true }).waitFor();
      expect([await ledger('edit'), await ledger('cancel')]).toEqual([1, 0]);
    });

    it('is told that it is too late when a page that was left open asks for what is gone', async () => {
      const left = await followsLetter(customer);
      await choice.getByRole('button', { name: 'Cancel this item' }).click();
      await title('We’re about to cancel');
      await bench().pass('PT20M');
      await left.getByRole('button', { name: 'I’ll wait' }).click();
      await left.getByRole('alert').waitFor();
      await left.close();
    });

    it('has the whole order cancelled, nothing charged, and a letter that says so', async () => {
      await choice.reload();
      await title('This is cancelled');
      expect(await bench().axe(choice.mainFrame())).toEqual([]);
      expect([await ledger('cancel'), await ledger('void'), await ledger('capture')]).toEqual([
        1, 1, 0,
      ]);
      await opensLetter(bench(), customer, CUSTOMER, /cancelled/);
      await customer.goto(`${bench().stack.simulatorUrl}/store/${shop}/shipping`);
      await customer.getByText('Nothing is waiting to be shipped.').waitFor();
    });

    it('finds a link that does not work any more explained, without a hint of whose it was', async () => {
      await choice.goto(`${choice.url()}x`);
      await title('This link doesn’t work any more');
      expect(await choice.locator('body').innerText()).not.toMatch(/#\d+|Harbor/);
      expect(await bench().axe(choice.mainFrame())).toEqual([]);
    });
  });
}
