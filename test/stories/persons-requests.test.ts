import type { Mail, MailResult } from '../../app/ports';
import { createSmtpMailer } from '../../app/adapters/mail/smtp-mailer.server';
import { createPerform } from '../../app/use-cases/perform';
import { panelCase } from '../../app/use-cases/panel-case';
import { ANNA, aShop, anOrder } from '../support/builders';
import type { Harness } from '../support/harness';
import { DAYS, HOURS, MINUTES } from '../support/story';
import { rememberingLog } from '../support/web-deps';

const number = ({ id }: { id: string }): string => id.split('/').at(-1) ?? '';
const ask = async (
  shop: Harness,
  kind: 'report-customer-data' | 'redact-customer',
  body: object,
): Promise<void> => {
  await shop.desk.keepBody(shop.shopId, 'w-1', body);
  shop.hint({ kind, webhookId: 'w-1' });
  await shop.advance(MINUTES(1));
};
const dataRequest = (shop: Harness, orders: readonly unknown[], email: string | null = ANNA) =>
  ask(shop, 'report-customer-data', { customer: { email }, orders_requested: orders });
const noticesOf = async (shop: Harness) =>
  (await shop.store.read(shop.shopId, (tx) => tx.notices())).map(({ kind }) => kind);
const isOpen = async (shop: Harness): Promise<boolean> =>
  (await shop.store.webhookBody(shop.shopId, 'w-1')) !== null;
const reports = (shop: Harness): Mail[] =>
  shop.letters().flatMap(({ mail }) => (mail.step === 'customer-data' ? [mail] : []));
const messagesOf = (shop: Harness, order: { id: Parameters<Harness['caseOf']>[0] }) =>
  shop.store.read(shop.shopId, (tx) => tx.messages(order.id));

describe('a customer asks for their data', () => {
  it('and was asked to pay by link: everything is sent to the shop, without a link that works', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(DAYS(6));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect(shop.steps(order.id)).toContain('payment-request');
    await dataRequest(shop, [number(order)]);
    const [mail] = reports(shop);
    expect(mail?.to).toBe('shop@maple.myshopify.com');
    expect(mail?.text).toContain('[the link to pay]');
    expect(mail?.text).toContain('"effects"');
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/%%|\/choice\//);
    expect(await isOpen(shop)).toBe(false);
    // and the staff read the same in the panel
    const shown = await panelCase(shop.deps, shop.shopId, order.id);
    expect(shown?.messages.map(({ text }) => text).join()).toContain('[the link to pay]');
  });

  it('and has another order: that is theirs, too', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const first = shop.place(anOrder().of('MUG'));
    const second = shop.place(anOrder().of('POT'));
    const others = shop.place(anOrder().of('POT').from('bert@example.com'));
    await shop.advance(HOURS(1));
    await dataRequest(shop, [number(first)]);
    expect(reports(shop)[0]?.text).toContain(second.id);
    expect(reports(shop)[0]?.text).not.toContain(others.id);
  });

  it('naming an order in a way that nobody can read: the others are sent, and the mail says so', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await dataRequest(shop, [null, { id: 7 }, 'seven', number(order)], null);
    expect(reports(shop)[0]?.text).toContain('named 3 order(s)');
    expect(reports(shop)[0]?.text).toContain(order.id);
  });

  it.each(['refused', 'lost', 'unreachable'] as const)(
    'and the mail is %s: the staff are told, it is tried again, and then it is over',
    async (fault) => {
      const shop = await aShop().opens('2026-03-02 10:00');
      const tries = fault === 'unreachable' ? 12 : 1;
      for (let n = 0; n < tries; n += 1) shop.mailFault(fault);
      await dataRequest(shop, [1]);
      await shop.advance(HOURS(5));
      expect(await noticesOf(shop)).toEqual(['data-request-waits']);
      expect(await isOpen(shop)).toBe(true);
      await shop.advance(HOURS(7));
      expect(reports(shop).length).toBeGreaterThan(0);
      expect(await noticesOf(shop)).toEqual([]);
      expect(await isOpen(shop)).toBe(false);
    },
  );

  it('and the shop has no address: it stays a call, for as long as it takes', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    await shop.store.transact(shop.shopId, {}, async (tx) => {
      const row = await tx.loadShop();
      if (row !== null) await tx.saveShop({ ...row, email: '' });
    });
    await dataRequest(shop, [1]);
    await shop.advance(DAYS(10));
    expect(await noticesOf(shop)).toEqual(['data-request-waits']);
    expect(await isOpen(shop)).toBe(true);
    expect(await shop.desk.nextDueAt()).not.toBeNull();
  });
});

describe('a customer is to be erased', () => {
  it('and one of their orders is named in a way that nobody can read: all the others are erased', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    await ask(shop, 'redact-customer', {
      customer: { email: 7 },
      orders_to_redact: [null, '', -1, {}, number(order)],
    });
    expect((await messagesOf(shop, order)).map(({ to }) => to)).toEqual(['[erased]']);
    expect(await isOpen(shop)).toBe(false);
  });
});

it('no kept message holds a placeholder that can’t be shown or sent', async () => {
  const shop = await aShop().opens('2026-03-02 10:00');
  const mailed: MailResult[] = [];
  const real = createSmtpMailer({
    url: 'smtp://127.0.0.1:1',
    from: 'a@b.example',
    log: rememberingLog(),
  });
  const order = shop.place(anOrder().of('MUG'));
  await shop.advance(DAYS(8));
  const [message] = await messagesOf(shop, order);
  if (message === undefined) throw new Error('Nothing was said');
  const odd = { ...message, key: 'odd', text: 'Look at %%ANOTHER_LINK%%' };
  await shop.store.transact(shop.shopId, {}, (tx) => tx.keepMessage(odd));
  await shop.desk.keepBody(shop.shopId, 'w-1', { customer: { email: ANNA }, orders_requested: [] });
  const mailer = {
    send: async (mail: Mail) => {
      // Nobody listens there: only what the mailer itself refuses is a result.
      const result = await real
        .send(mail)
        .catch((): MailResult => ({ outcome: 'sent', reference: '' }));
      mailed.push(result);
      return result;
    },
  };
  const perform = createPerform({ ...shop.deps, mailer });
  const body = { kind: 'report-customer-data' as const, webhookId: 'w-1' };
  await perform({
    claim: { taskId: '1', shop: shop.shopId, body, epoch: 1, attempts: 1 },
    now: shop.now(),
    keep: (locks, act) => shop.store.transact(shop.shopId, locks, act),
    finish: (locks, act) => shop.store.transact(shop.shopId, locks, act),
  });
  expect(mailed).toEqual([{ outcome: 'sent', reference: '' }]);
});
