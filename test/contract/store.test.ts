import { Settings } from '../../app/domain/settings';
import { Conflict } from '../../app/errors';
import type { Store, Tx } from '../../app/ports';
import { openMemoryHarness, openRealHarness, type StoreHarness } from '../support/store-harness';
import {
  ITEM,
  NOON,
  OTHER,
  PLACE,
  SHOP,
  CUSTOMER,
  aCapture,
  aCase,
  aDemand,
  aMessage,
  at,
  line,
  look,
  order,
  shopFacts,
} from '../support/store-rows';

/* What every store must do, on the real one and on the one in memory that the histories run on. */

describe.each([
  ['PostgreSQL', openRealHarness],
  ['memory', openMemoryHarness],
])('a store in %s', (_name, open) => {
  let harness: StoreHarness;
  let store: Store;
  const act = <T>(work: (tx: Tx) => Promise<T>, shop = SHOP): Promise<T> =>
    store.transact(shop, {}, work);
  const see = <T>(work: (tx: Tx) => Promise<T>, shop = SHOP): Promise<T> => store.read(shop, work);

  beforeAll(async () => {
    harness = await open();
  });
  afterAll(() => harness.close());
  beforeEach(async () => {
    await harness.clear();
    store = harness.store;
  });

  describe('shops', () => {
    it('starts with the mode for new shops, and a shop that comes back keeps its choices', async () => {
      await act((tx) => tx.saveShop(shopFacts));
      expect((await see((tx) => tx.loadShop()))?.settings).toEqual(Settings.parse({ mode: 'ask' }));
      await act((tx) => tx.saveSettings(Settings.parse({ mode: 'watch', followUpDays: 3 })));
      await act((tx) => tx.saveShop({ ...shopFacts, name: 'North & Co' }));
      const { settings, ...facts } = (await see((tx) => tx.loadShop())) ?? { settings: null };
      expect(facts).toEqual({ ...shopFacts, id: SHOP, name: 'North & Co', captureMethod: null });
      expect(settings).toMatchObject({ mode: 'watch', followUpDays: 3 });
    });

    it('refuses settings for a shop that it does not know', async () => {
      await expect(act((tx) => tx.saveSettings(Settings.parse({})))).rejects.toThrow('not known');
    });
  });

  describe('cases', () => {
    it('gives back what was saved, with instants as instants and the next version', async () => {
      await act((tx) => tx.saveCase(aCase(order(1))));
      expect(await see((tx) => tx.loadCase(order(1)))).toEqual(aCase(order(1), { version: 1 }));
      expect(await see((tx) => tx.loadCase(order(2)))).toBeNull();
    });

    it('refuses a case that someone else has saved meanwhile', async () => {
      await act((tx) => tx.saveCase(aCase(order(1))));
      await act((tx) => tx.saveCase(aCase(order(1), { version: 1, attention: 'Call them' })));
      for (const version of [0, 1, 3]) {
        await expect(act((tx) => tx.saveCase(aCase(order(1), { version })))).rejects.toThrow(
          Conflict,
        );
      }
      expect(await see((tx) => tx.loadCase(order(1)))).toMatchObject({
        version: 2,
        attention: 'Call them',
      });
    });

    it('lists the orders whose case is open, oldest first', async () => {
      await act(async (tx) => {
        await tx.saveCase(aCase(order(2), { openedAt: at('02T12:00') }));
        await tx.saveCase(aCase(order(1)));
        await tx.saveCase(aCase(order(3), { closedAt: NOON }));
      });
      expect(await see((tx) => tx.openCases())).toEqual([order(1), order(2)]);
    });

    it('keeps the timeline in the order in which it was written', async () => {
      const entry = { at: NOON, kind: 'kept', by: 'customer', detail: { line: line(1) } } as const;
      const second = { ...entry, at: at('01T11:00'), kind: 'units-moved', by: 'holdfast' } as const;
      await act((tx) => tx.addTimeline(order(1), [entry, second]));
      await act((tx) => tx.addTimeline(order(1), [entry]));
      expect(await see((tx) => tx.timeline(order(1)))).toEqual([entry, second, entry]);
    });

    it('keeps nothing when the work throws, and sees its own writes until then', async () => {
      await act((tx) => tx.saveCase(aCase(order(1))));
      await act((tx) => tx.replaceDemand(order(1), [aDemand()]));
      const failing = act(async (tx) => {
        await tx.saveCase(aCase(order(1), { version: 1, attention: 'half done' }));
        await tx.saveCase(aCase(order(2)));
        await tx.addTimeline(order(1), [{ at: NOON, kind: 'kept', by: 'customer', detail: {} }]);
        await tx.replaceDemand(order(1), []);
        await tx.planIntent(aCapture());
        await tx.keepMessage(aMessage());
        await tx.addTasks([look(1, NOON)]);
        expect((await tx.loadCase(order(1)))?.attention).toBe('half done');
        expect(await tx.demandOfItem(ITEM)).toEqual([]);
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      await see(async (tx) => {
        expect(await tx.loadCase(order(1))).toEqual(aCase(order(1), { version: 1 }));
        expect(await tx.loadCase(order(2))).toBeNull();
        expect(await tx.timeline(order(1))).toEqual([]);
        expect(await tx.demandOfItem(ITEM)).toHaveLength(1);
        expect(await tx.intents(order(1))).toEqual([]);
        expect(await tx.messages(order(1))).toEqual([]);
      });
      expect(await harness.waitingTasks()).toEqual([]);
    });

    it('refuses writes in a transaction that only reads', async () => {
      await expect(see((tx) => tx.saveCase(aCase(order(1))))).rejects.toThrow();
      await expect(see((tx) => tx.addTasks([look(1, NOON)]))).rejects.toThrow();
      expect(await see((tx) => tx.loadCase(order(1)))).toBeNull();
      expect(await harness.waitingTasks()).toEqual([]);
    });

    it('lets one after the other at an order that both have locked', async () => {
      await act((tx) => tx.saveCase(aCase(order(1))));
      const bump = () =>
        store.transact(SHOP, { items: [ITEM], orders: [order(1)] }, async (tx) => {
          const known = await tx.loadCase(order(1));
          if (known) await tx.saveCase(known);
        });
      await Promise.all(Array.from({ length: 8 }, bump));
      expect((await see((tx) => tx.loadCase(order(1))))?.version).toBe(9);
    });
  });

  describe('demand', () => {
    it('replaces the rows of an order; rows that stay keep what they were allocated', async () => {
      const unrouted = aDemand({ lineId: line(2), locationId: null });
      await act((tx) => tx.replaceDemand(order(1), [aDemand(), unrouted]));
      await act((tx) =>
        tx.replaceDemand(order(2), [aDemand({ orderId: order(2), orderedAt: at('01T10:00') })]),
      );
      await act((tx) =>
        tx.setAllocated([
          { ...aDemand(), allocated: 2 },
          { ...unrouted, allocated: 0 },
        ]),
      );
      const routed = aDemand({ lineId: line(2), priority: 5 });
      await act((tx) => tx.replaceDemand(order(1), [aDemand({ quantity: 1 }), routed]));
      expect(await see((tx) => tx.demandOfOrder(order(1)))).toEqual([
        { ...aDemand({ quantity: 1 }), allocated: 2 },
        { ...routed, allocated: null },
      ]);
      expect((await see((tx) => tx.demandOfItem(ITEM))).map((row) => row.orderId)).toEqual([
        order(2),
        order(1),
        order(1),
      ]);
    });

    it('can take an allocation back to "not known"', async () => {
      await act((tx) => tx.replaceDemand(order(1), [aDemand({ locationId: null })]));
      await act((tx) => tx.setAllocated([{ ...aDemand({ locationId: null }), allocated: 2 }]));
      await act((tx) => tx.setAllocated([{ ...aDemand({ locationId: null }), allocated: null }]));
      expect(await see((tx) => tx.demandOfOrder(order(1)))).toEqual([
        { ...aDemand({ locationId: null }), allocated: null },
      ]);
    });

    it('takes stock readings', async () => {
      const level = {
        itemId: ITEM,
        locationId: PLACE,
        available: 1,
        onHand: 3,
        committed: 2,
        setAside: 0,
      };
      await act((tx) => tx.saveStock([level], NOON));
      await act((tx) => tx.saveStock([{ ...level, available: 9 }], at('01T13:00')));
      await act((tx) => tx.saveStock([{ ...level, available: 5 }], at('01T12:30')));
      expect(await harness.available(SHOP, ITEM)).toBe(9);
    });
  });

  describe('intents', () => {
    it('plans an effect once per target and generation', async () => {
      expect(await act((tx) => tx.planIntent(aCapture()))).toBe(true);
      expect(await act((tx) => tx.planIntent(aCapture({ status: 'attempting', epoch: 3 })))).toBe(
        false,
      );
      expect(await see((tx) => tx.intents(order(1)))).toEqual([aCapture()]);
    });

    it('follows an effect to its end', async () => {
      const done = aCapture({
        status: 'done',
        epoch: 2,
        finishedAt: at('02T12:00'),
        reference: 'gid://x',
      });
      await act((tx) => tx.planIntent(aCapture()));
      await act((tx) => tx.saveIntent(done));
      expect(await see((tx) => tx.intents(order(1)))).toEqual([done]);
      await expect(act((tx) => tx.saveIntent(aCapture({ generation: 9 })))).rejects.toThrow(
        'never planned',
      );
    });

    it('refuses a second open effect on the same authorization, and allows one after it', async () => {
      await act((tx) => tx.planIntent(aCapture()));
      const again = aCapture({ generation: 2 });
      await expect(act((tx) => tx.planIntent(again))).rejects.toThrow(Conflict);
      expect(await see((tx) => tx.intents(order(1)))).toHaveLength(1);
      await act((tx) => tx.saveIntent(aCapture({ status: 'failed' })));
      expect(await act((tx) => tx.planIntent(again))).toBe(true);
      await expect(act((tx) => tx.saveIntent(aCapture({ status: 'unclear' })))).rejects.toThrow(
        Conflict,
      );
    });
  });

  describe('messages and links', () => {
    it('keeps what was said, and when this customer last got a word', async () => {
      await act(async (tx) => {
        await tx.keepMessage(aMessage());
        await tx.keepMessage(aMessage({ outcome: 'sent' }));
        await tx.keepMessage(
          aMessage({ orderId: order(2), at: at('03T12:00'), outcome: 'unclear' }),
        );
        await tx.keepMessage(
          aMessage({ orderId: order(3), at: at('04T12:00'), outcome: 'refused' }),
        );
        await tx.keepMessage(
          aMessage({ orderId: order(4), at: at('05T12:00'), customerKey: 'other' }),
        );
      });
      expect(await see((tx) => tx.messages(order(1)))).toEqual([aMessage({ outcome: 'sent' })]);
      expect(await see((tx) => tx.lastWordTo(CUSTOMER))).toEqual(at('03T12:00'));
      expect(await see((tx) => tx.lastWordTo('nobody'))).toBeNull();
    });

    it('finds a choice link by its id', async () => {
      const link = { id: 'f00', orderId: order(1), generation: 2, expiresAt: at('30T12:00') };
      await act((tx) => tx.addChoiceLink(link));
      expect(await see((tx) => tx.choiceLink('f00'))).toEqual(link);
      expect(await see((tx) => tx.choiceLink('f01'))).toBeNull();
      await expect(act((tx) => tx.addChoiceLink(link))).rejects.toThrow(Conflict);
    });
  });

  describe('tasks', () => {
    it('makes one of waiting tasks with the same key, due at the earlier time', async () => {
      await act((tx) =>
        tx.addTasks([look(1, at('03T12:00')), look(1, at('02T12:00')), look(2, NOON)]),
      );
      await act((tx) => tx.addTasks([look(1, at('01T12:00'))]));
      await act((tx) => tx.addTasks([look(1, at('05T12:00'))]));
      expect(await harness.waitingTasks()).toEqual([
        { shop: SHOP, key: 'look-at-order-1', dueAt: at('01T12:00') },
        { shop: SHOP, key: 'look-at-order-2', dueAt: NOON },
      ]);
    });

    it('refuses a task for another shop', async () => {
      await expect(act(async (tx) => tx.addTasks([look(1, NOON, OTHER)]))).rejects.toThrow(
        'another shop',
      );
      expect(await harness.waitingTasks()).toEqual([]);
    });

    it('ends the tasks of a shop that has left, but not what is owed to the law', async () => {
      await act((tx) =>
        tx.addTasks([
          look(1, NOON),
          { shop: SHOP, body: { kind: 'redact-customer', webhookId: 'w1' }, dueAt: NOON },
          { shop: SHOP, body: { kind: 'uninstall' }, dueAt: NOON },
        ]),
      );
      await act((tx) => tx.addTasks([look(1, NOON, OTHER)]), OTHER);
      await store.dropTasks(SHOP);
      expect((await harness.waitingTasks()).map(({ shop, key }) => `${shop} ${key}`)).toEqual([
        `${SHOP} redact-customer-w1`,
        `${SHOP} uninstall`,
        `${OTHER} look-at-order-1`,
      ]);
    });
  });
});
