import { Conflict } from '../../../app/errors';
import {
  ITEM,
  NOON,
  OTHER,
  SHOP,
  aCapture,
  aCase,
  aDemand,
  aMessage,
  at,
  line,
  look,
  order,
} from '../../support/store-rows';
import { onBothStores } from './on-both';

onBothStores('cases', (on) => {
  it('gives back what was saved, with instants as instants and the next version', async () => {
    await on.act((tx) => tx.saveCase(aCase(order(1))));
    expect(await on.see((tx) => tx.loadCase(order(1)))).toEqual(aCase(order(1), { version: 1 }));
    expect(await on.see((tx) => tx.loadCase(order(2)))).toBeNull();
  });

  it('refuses a case that someone else has saved meanwhile', async () => {
    await on.act((tx) => tx.saveCase(aCase(order(1))));
    await on.act((tx) => tx.saveCase(aCase(order(1), { version: 1, attention: 'Call them' })));
    for (const version of [0, 1, 3]) {
      await expect(on.act((tx) => tx.saveCase(aCase(order(1), { version })))).rejects.toThrow(
        Conflict,
      );
    }
    expect(await on.see((tx) => tx.loadCase(order(1)))).toMatchObject({
      version: 2,
      attention: 'Call them',
    });
  });

  it('lists the orders whose case is open, oldest first', async () => {
    await on.act(async (tx) => {
      await tx.saveCase(aCase(order(2), { openedAt: at('02T12:00') }));
      await tx.saveCase(aCase(order(1)));
      await tx.saveCase(aCase(order(3), { closedAt: NOON }));
    });
    expect(await on.see((tx) => tx.openCases())).toEqual([order(1), order(2)]);
  });

  it('lists the gateways of open cases whose days nobody knows, each once', async () => {
    await on.act(async (tx) => {
      await tx.saveCase(aCase(order(1), { unknownGateways: ['two', 'one'] }));
      await tx.saveCase(aCase(order(2), { unknownGateways: ['two'] }));
      await tx.saveCase(aCase(order(3), { unknownGateways: ['three'], closedAt: NOON }));
      await tx.saveCase(aCase(order(4)));
    });
    expect(await on.see((tx) => tx.unknownGateways())).toEqual(['one', 'two']);
    expect(await on.see((tx) => tx.unknownGateways(), OTHER)).toEqual([]);
  });

  it('lists the orders that are over and whose customer has not heard of it yet', async () => {
    const over = { closedAt: NOON, toTell: [{ step: 'cancelled' as const, since: NOON }] };
    await on.act(async (tx) => {
      await tx.saveCase(aCase(order(2), { ...over, openedAt: at('02T12:00') }));
      await tx.saveCase(aCase(order(1), over));
      await tx.saveCase(aCase(order(3), { ...over, toTell: [] }));
      await tx.saveCase(aCase(order(4), { ...over, customerKey: null }));
      await tx.saveCase(aCase(order(5), { ...over, closedAt: null }));
    });
    expect(await on.see((tx) => tx.unsaidCases())).toEqual([order(1), order(2)]);
  });

  it('keeps the timeline in the order in which it was written', async () => {
    const entry = { at: NOON, kind: 'kept', by: 'customer', detail: { line: line(1) } } as const;
    const second = { ...entry, at: at('01T11:00'), kind: 'units-moved', by: 'holdfast' } as const;
    await on.act((tx) => tx.addTimeline(order(1), [entry, second]));
    await on.act((tx) => tx.addTimeline(order(1), [entry]));
    expect(await on.see((tx) => tx.timeline(order(1)))).toEqual([entry, second, entry]);
  });

  it('keeps nothing when the work throws, and sees its own writes until then', async () => {
    await on.act((tx) => tx.saveCase(aCase(order(1))));
    await on.act((tx) => tx.replaceDemand(order(1), [aDemand()]));
    const failing = on.act(async (tx) => {
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
    await on.see(async (tx) => {
      expect(await tx.loadCase(order(1))).toEqual(aCase(order(1), { version: 1 }));
      expect(await tx.loadCase(order(2))).toBeNull();
      expect(await tx.timeline(order(1))).toEqual([]);
      expect(await tx.demandOfItem(ITEM)).toHaveLength(1);
      expect(await tx.intents(order(1))).toEqual([]);
      expect(await tx.messages(order(1))).toEqual([]);
    });
    expect(await on.harness.waitingTasks()).toEqual([]);
  });

  it('refuses writes in a transaction that only reads', async () => {
    await expect(on.see((tx) => tx.saveCase(aCase(order(1))))).rejects.toThrow();
    await expect(on.see((tx) => tx.addTasks([look(1, NOON)]))).rejects.toThrow();
    expect(await on.see((tx) => tx.loadCase(order(1)))).toBeNull();
    expect(await on.harness.waitingTasks()).toEqual([]);
  });

  it('lets one after the other at an order that both have locked', async () => {
    await on.act((tx) => tx.saveCase(aCase(order(1))));
    const bump = () =>
      on.store.transact(SHOP, { items: [ITEM], orders: [order(1)] }, async (tx) => {
        const known = await tx.loadCase(order(1));
        if (known) await tx.saveCase(known);
      });
    await Promise.all(Array.from({ length: 8 }, bump));
    expect((await on.see((tx) => tx.loadCase(order(1))))?.version).toBe(9);
  });
});
