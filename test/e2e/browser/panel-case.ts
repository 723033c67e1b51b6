import { simulatorClient } from '../../../simulator/stack/client';
import { mailsTo } from '../../../simulator/tour/shop-floor';
import type { Bench } from '../../support/browser/bench';
import { type Merchant, newMerchant } from '../../support/browser/merchant';
import { KETTLE, LAMP, openStore, type Ordered, ordered } from '../../support/browser/store';

/** After the cut-off, and not yet night: what is found now is told tomorrow morning. */
const EVENING = 19;

/** What staff can do about one order. */
export function panelCase(bench: () => Bench): void {
  describe('the page of one backorder', () => {
    let shop: string;
    let merchant: Merchant;
    let order: Ordered;
    let unreachable: Ordered;
    let called: Ordered;
    const open = (of: Ordered): Promise<void> => merchant.open(`/cases/${of.number}`);
    const kinds = async (email: string): Promise<(string | undefined)[]> => {
      const mails = await mailsTo(simulatorClient(bench().stack.simulatorUrl), email);
      return mails.filter(({ sender }) => sender === 'app').map(({ kind }) => kind);
    };
    const ledger = async (kind: string): Promise<number> =>
      (await bench().sim.get<unknown[]>(`/_sim/ledger?shop=${shop}&kind=${kind}`)).length;
    beforeAll(async () => {
      shop = await openStore(bench(), 'by-hand', [KETTLE, LAMP]);
      merchant = await newMerchant(bench(), shop);
      await bench().passUntil(EVENING);
      order = await ordered(bench(), shop, 'told-now@example.com', ['KETTLE', 'LAMP']);
      called = await ordered(bench(), shop, 'called@example.com');
      unreachable = await ordered(bench(), shop, null);
      await bench().pass('PT5M');
    });

    it('sends tonight what was planned for tomorrow', async () => {
      expect(await kinds('told-now@example.com')).toEqual([]);
      await open(order);
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.press('Send it now');
      await merchant.isTold('It is being sent');
      await bench().pass();
      expect(await kinds('told-now@example.com')).toEqual(['first-notice']);
    });

    it('leaves a message out only when somebody has told the customer, and says how', async () => {
      await open(called);
      await merchant.press('Skip…');
      await merchant.press('Leave it out');
      await merchant.sees('If you have told them yourself, write down how');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.fill('How did you tell the customer?', 'I called, they wait');
      await merchant.press('Leave it out');
      await merchant.isTold('Left out, and on record');
      await merchant.sees('I called, they wait');
    });

    it('moves a message as far as its promise allows, and no further', async () => {
      await open(order);
      await merchant.press('Later…');
      const planned = await merchant.app().getByLabel('Day and time').inputValue();
      const day = planned.slice(0, 10);
      await merchant.fill('Day and time', `${Number(day.slice(0, 4)) + 1}${day.slice(4)}T10:00`);
      await merchant.press('Move it');
      await merchant.sees('The customer is promised this message by');
      await merchant.fill('Day and time', planned.replace(/\d\d$/, '59'));
      await merchant.press('Move it');
      await merchant.isTold('Moved');
    });

    it('promises a date, and the customer hears of it', async () => {
      await bench().passUntil(10);
      await open(order);
      await merchant.fill('Date', '2026-06-30');
      await merchant.press('Promise this date');
      await merchant.isTold('Saved. The customer is told.');
      await bench().pass('PT5M');
      expect(await kinds('told-now@example.com')).toEqual(['first-notice', 'new-date']);
    });

    it('stops the links of a mail that went to the wrong person', async () => {
      await open(order);
      await merchant.press('Stop the customer’s link…');
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.press('Stop this link');
      await merchant.isTold('The link no longer works');
      await merchant
        .app()
        .getByText('Stop the customer’s link…')
        .first()
        .waitFor({ state: 'detached' });
    });

    it('settles what only a person could', async () => {
      await open(unreachable);
      await merchant.sees('call the customer');
      await merchant.press('It’s taken care of');
      await merchant.isTold('Taken care of');
      await merchant.app().getByText('Needs you').waitFor({ state: 'detached' });
    });

    it('cancels a line for a customer who called, and takes it back', async () => {
      await open(order);
      await merchant.app().getByRole('button', { name: 'Cancel this line…' }).last().click();
      await merchant.press('Cancel for the customer: Reading lamp');
      await merchant.isTold('It will be cancelled');
      await bench().pass();
      await open(order);
      expect(await bench().axe(merchant.app())).toEqual([]);
      await merchant.press('Take it back: Reading lamp');
      await merchant.isTold('The cancellation is taken back');
      await bench().pass('PT20M');
      expect([await ledger('edit'), await ledger('cancel')]).toEqual([0, 0]);
    });

    it('releases a hold by hand, with a reason on record', async () => {
      await open(called);
      await merchant.press('Release the hold…');
      await merchant.app().getByLabel('Why').fill('They take the display piece');
      await merchant.press('Release it');
      await merchant.isTold('The hold is being released');
      await bench().pass();
      expect(await ledger('release')).toBe(1);
      await open(called);
      await merchant.sees('They take the display piece');
    });

    it('tells the second of two people that the order has changed meanwhile', async () => {
      const second = await newMerchant(bench(), shop);
      await second.open(`/cases/${order.number}`);
      await open(order);
      await merchant.fill('Date', '2026-07-15');
      await merchant.press('Promise this date');
      await merchant.isTold('Saved. The customer is told.');
      await second.fill('Date', '2026-08-30');
      await second.press('Promise this date');
      await second.sees('This order has changed since you opened it, so nothing was done.');
      expect(await bench().axe(second.app())).toEqual([]);
      await second.sees('Wed 15 Jul');
      await second.page.context().close();
    });

    it('cancels the whole order: nothing is charged, and the case is closed', async () => {
      await open(called);
      await merchant.press('Cancel the order…');
      await merchant.press(`Cancel for the customer: ${called.name}`);
      await merchant.isTold('It will be cancelled');
      await bench().pass('PT20M');
      expect([await ledger('cancel'), await ledger('capture')]).toEqual([1, 0]);
      await open(called);
      await merchant.sees('Closed since');
    });
  });
}
