import { ItemId } from '../../../app/domain/ids';
import { ITEM, NOON, OTHER, PLACE, SHOP, aDemand, at, line, order } from '../../support/store-rows';
import { onBothStores } from './on-both';

onBothStores('demand', (on) => {
  it('replaces the rows of an order; rows that stay keep what they were allocated', async () => {
    const unrouted = aDemand({ lineId: line(2), locationId: null });
    await on.act((tx) => tx.replaceDemand(order(1), [aDemand(), unrouted]));
    await on.act((tx) =>
      tx.replaceDemand(order(2), [aDemand({ orderId: order(2), orderedAt: at('01T10:00') })]),
    );
    await on.act((tx) =>
      tx.setAllocated([
        { ...aDemand(), allocated: 2 },
        { ...unrouted, allocated: 0 },
      ]),
    );
    const routed = aDemand({ lineId: line(2), priority: 5 });
    await on.act((tx) => tx.replaceDemand(order(1), [aDemand({ quantity: 1 }), routed]));
    expect(await on.see((tx) => tx.demandOfOrder(order(1)))).toEqual([
      { ...aDemand({ quantity: 1 }), allocated: 2 },
      { ...routed, allocated: null },
    ]);
    expect((await on.see((tx) => tx.demandOfItem(ITEM))).map((row) => row.orderId)).toEqual([
      order(2),
      order(1),
      order(1),
    ]);
  });

  it('can take an allocation back to "not known"', async () => {
    await on.act((tx) => tx.replaceDemand(order(1), [aDemand({ locationId: null })]));
    await on.act((tx) => tx.setAllocated([{ ...aDemand({ locationId: null }), allocated: 2 }]));
    await on.act((tx) => tx.setAllocated([{ ...aDemand({ locationId: null }), allocated: null }]));
    expect(await on.see((tx) => tx.demandOfOrder(order(1)))).toEqual([
      { ...aDemand({ locationId: null }), allocated: null },
    ]);
  });

  it('names the items that orders need, and those that somebody waits for', async () => {
    const item = (n: number) => ItemId.parse(`gid://shopify/InventoryItem/${n}`);
    const rows = [item(1), item(2), item(3), item(3)].map((itemId, i) =>
      aDemand({ itemId, lineId: line(i + 1) }),
    );
    const items = (waitedFor: boolean) => on.see((tx) => tx.itemsInDemand({ waitedFor }));
    await on.act((tx) => tx.replaceDemand(order(1), rows));
    expect(await items(true)).toEqual([item(1), item(2), item(3)]);
    const allocated = [2, 1, 2, 2];
    const given = rows.map((row, i) => ({ ...row, allocated: allocated[i] ?? null }));
    await on.act((tx) => tx.setAllocated(given));
    expect(await items(true)).toEqual([item(2)]);
    expect(await items(false)).toEqual([item(1), item(2), item(3)]);
    expect(await on.see((tx) => tx.itemsInDemand({ waitedFor: false }), OTHER)).toEqual([]);
    await on.act((tx) => tx.replaceDemand(order(1), []));
    expect(await items(false)).toEqual([]);
  });

  it('knows whether there is unseen news of an older order that needs the same item', async () => {
    const rows = (n: number, hour: string, itemId = ITEM) =>
      on.act((tx) =>
        tx.replaceDemand(order(n), [
          aDemand({ orderId: order(n), itemId, orderedAt: at(`01T${hour}:00`) }),
        ]),
      );
    await rows(1, '08');
    await rows(2, '09');
    await rows(3, '07', ItemId.parse('gid://shopify/InventoryItem/9'));
    const news = (n: number, now = NOON) => on.see((tx) => tx.hasNewsOfOlder(order(n), now));
    const tell = (n: number) =>
      on.act((tx) =>
        tx.addTasks([
          { shop: tx.shop, body: { kind: 'look-at-order', orderId: order(n) }, dueAt: NOON },
        ]),
      );
    await tell(2);
    await tell(3);
    expect([await news(1), await news(2)]).toEqual([false, false]);
    await tell(1);
    expect([await news(1), await news(2)]).toEqual([false, true]);
    expect(await news(2, at('01T11:00'))).toBe(false);
    await on.act((tx) =>
      tx.replaceDemand(order(1), [
        aDemand({ orderId: order(1), locationId: null, orderedAt: at('01T08:00') }),
      ]),
    );
    expect(await news(2)).toBe(false);
    expect(await on.see((tx) => tx.hasNewsOfOlder(order(2), NOON), OTHER)).toBe(false);
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
    await on.act((tx) => tx.saveStock([level], NOON));
    await on.act((tx) => tx.saveStock([{ ...level, available: 9 }], at('01T13:00')));
    await on.act((tx) => tx.saveStock([{ ...level, available: 5 }], at('01T12:30')));
    expect(await on.harness.available(SHOP, ITEM)).toBe(9);
  });
});
