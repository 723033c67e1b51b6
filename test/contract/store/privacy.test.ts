import { REDACTED } from '../../../app/adapters/store/without-words';
import { Conflict } from '../../../app/errors';
import {
  CUSTOMER,
  ITEM,
  NOON,
  OTHER,
  SHOP,
  aCapture,
  aCase,
  aDemand,
  aMessage,
  line,
  look,
  order,
  shopFacts,
} from '../../support/store-rows';
import { onBothStores } from './on-both';

/* Who may see what, and what the law makes us forget; on both stores. */

onBothStores('who may see what', (on) => {
  it('shows nothing of a shop to another', async () => {
    await on.act(async (tx) => {
      await tx.saveShop(shopFacts);
      await tx.saveCase(aCase(order(1)));
      await tx.addTimeline(order(1), [{ at: NOON, kind: 'kept', by: 'customer', detail: {} }]);
      await tx.replaceDemand(order(1), [aDemand()]);
      await tx.planIntent(aCapture());
      await tx.keepMessage(aMessage({ outcome: 'sent' }));
      await tx.addChoiceLink({ id: 'f00', orderId: order(1), generation: 1, expiresAt: NOON });
    });
    await on.harness.keepBody(SHOP, 'w1', { customer: {} });
    const seen = await on.see(
      async (tx) => [
        await tx.loadShop(),
        await tx.loadCase(order(1)),
        await tx.lastWordTo(CUSTOMER),
        await tx.choiceLink('f00'),
        ...(await tx.openCases()),
        ...(await tx.timeline(order(1))),
        ...(await tx.demandOfOrder(order(1))),
        ...(await tx.demandOfItem(ITEM)),
        ...(await tx.intents(order(1))),
        ...(await tx.messages(order(1))),
      ],
      OTHER,
    );
    expect(seen).toEqual([null, null, null, null]);
    expect(await on.store.webhookBody(OTHER, 'w1')).toBeNull();
    // Nor does it change there.
    await on.store.transact(OTHER, {}, (tx) => tx.setAllocated([{ ...aDemand(), allocated: 1 }]));
    await on.store.transact(OTHER, {}, (tx) => tx.replaceDemand(order(1), []));
    await on.store.redactCustomer(OTHER, { customerKey: CUSTOMER, orderIds: [order(1)] });
    await on.store.redactShop(OTHER);
    expect(await on.see((tx) => tx.demandOfItem(ITEM))).toEqual([
      { ...aDemand(), allocated: null },
    ]);
    expect(await on.see((tx) => tx.messages(order(1)))).toEqual([aMessage({ outcome: 'sent' })]);
    expect(await on.see((tx) => tx.loadShop())).not.toBeNull();
  });

  describe('what the law asks for', () => {
    it('keeps a webhook body until it is done', async () => {
      await on.harness.keepBody(SHOP, 'w1', { orders_to_redact: [1] });
      expect(await on.store.webhookBody(SHOP, 'w1')).toEqual({ orders_to_redact: [1] });
      await on.store.forgetWebhookBody(SHOP, 'w1');
      expect(await on.store.webhookBody(SHOP, 'w1')).toBeNull();
    });

    it("erases a customer's words on all their orders, and keeps what happened", async () => {
      const detail = {
        line: line(1),
        from: 'short',
        units: 2,
        to: 'Ada <ada@example.com>',
        note: 'ada',
        until: null,
      };
      await on.act(async (tx) => {
        for (const n of [1, 2, 3]) {
          const customerKey = n === 3 ? 'other' : CUSTOMER;
          await tx.saveCase(
            aCase(order(n), {
              customerKey,
              attention: 'No mail reaches ada@example.com today',
              calls: ['No mail reaches ada@example.com today'],
            }),
          );
          await tx.keepMessage(aMessage({ orderId: order(n), customerKey, outcome: 'sent' }));
          await tx.addChoiceLink({
            ...{ id: `f0${n}`, orderId: order(n), generation: 1, expiresAt: NOON },
          });
          await tx.addTimeline(order(n), [
            { at: NOON, kind: 'message-sent', by: 'holdfast', detail },
          ]);
        }
      });
      await on.store.redactCustomer(SHOP, { customerKey: CUSTOMER, orderIds: [order(1)] });
      await on.see(async (tx) => {
        for (const n of [1, 2]) {
          expect(await tx.loadCase(order(n))).toEqual(
            aCase(order(n), {
              version: 2,
              customerKey: null,
              redacted: true,
              generation: 2,
              attention: `No mail reaches ${REDACTED} today`,
              calls: [],
            }),
          );
          expect(await tx.messages(order(n))).toEqual([
            aMessage({
              ...{ orderId: order(n), outcome: 'sent', customerKey: '' },
              ...{ to: REDACTED, subject: REDACTED, text: REDACTED, html: REDACTED },
            }),
          ]);
          expect(await tx.choiceLinks(order(n))).toEqual([]);
          const [entry] = await tx.timeline(order(n));
          expect(entry?.detail).toEqual({ ...detail, to: REDACTED, note: REDACTED });
        }
        expect(await tx.choiceLinks(order(3))).toHaveLength(1);
        expect(await tx.messages(order(3))).toMatchObject([{ to: 'ada@example.com' }]);
        expect(await tx.lastWordTo('')).toBeNull();
      });
      await expect(on.act((tx) => tx.saveCase(aCase(order(1), { version: 1 })))).rejects.toThrow(
        Conflict,
      );
    });

    it('erases the named orders alone when the customer is not known', async () => {
      await on.act((tx) => tx.keepMessage(aMessage()));
      await on.act((tx) => tx.keepMessage(aMessage({ orderId: order(2) })));
      await on.store.redactCustomer(SHOP, { customerKey: null, orderIds: [order(2)] });
      expect(await on.see((tx) => tx.messages(order(1)))).toEqual([aMessage()]);
      expect(await on.see((tx) => tx.messages(order(2)))).toMatchObject([{ to: REDACTED }]);
    });

    it('erases a shop altogether, but for the task that does it', async () => {
      await on.act(async (tx) => {
        await tx.saveShop(shopFacts);
        await tx.saveCase(aCase(order(1)));
        await tx.keepMessage(aMessage());
        await tx.replaceDemand(order(1), [aDemand()]);
        await tx.addTasks([
          look(1, NOON),
          { shop: SHOP, body: { kind: 'redact-shop' }, dueAt: NOON },
        ]);
      });
      await on.harness.keepBody(SHOP, 'w1', {});
      await on.store.redactShop(SHOP);
      await on.see(async (tx) => {
        expect(await tx.loadShop()).toBeNull();
        expect(await tx.loadCase(order(1))).toBeNull();
        expect(await tx.messages(order(1))).toEqual([]);
        expect(await tx.demandOfItem(ITEM)).toEqual([]);
      });
      expect(await on.store.webhookBody(SHOP, 'w1')).toBeNull();
      expect((await on.harness.waitingTasks()).map(({ key }) => key)).toEqual(['redact-shop']);
    });
  });
});
