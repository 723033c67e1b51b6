import { type Absence, awayStill } from '../../../app/domain/absence';
import { ItemId } from '../../../app/domain/ids';
import { Intent } from '../../../app/domain/intent';
import {
  aCapture,
  aCase,
  aDemand,
  at,
  NOON,
  order,
  OTHER,
  PLACE,
  SHOP,
  shopFacts,
} from '../../support/store-rows';
import { onBothStores } from './on-both';

const AWAY = awayStill(null, 'frozen', NOON);

onBothStores('absences', (on) => {
  it('keeps the last one of a shop, whole', async () => {
    expect(await on.see((tx) => tx.absence())).toBeNull();
    await on.act((tx) => tx.saveAbsence(AWAY));
    const later: Absence = {
      since: NOON,
      cause: 'refused',
      refusedSince: at('01T13:00'),
      backAt: at('01T14:00'),
      caughtUpAt: at('01T15:00'),
      asksBefore: at('01T16:00'),
      asksUntil: at('01T17:00'),
      saidUninstalledAt: at('01T18:00'),
    };
    await on.act((tx) => tx.saveAbsence(later));
    expect(await on.see((tx) => tx.absence())).toEqual(later);
    expect(await on.see((tx) => tx.absence(), OTHER)).toBeNull();
    await on.act((tx) => tx.forgetAbsence());
    expect(await on.see((tx) => tx.absence())).toBeNull();
  });

  it('none is left of a shop that is erased', async () => {
    await on.act((tx) => tx.saveShop(shopFacts));
    await on.act((tx) => tx.saveAbsence(AWAY));
    await on.store.redactShop(SHOP);
    expect(await on.see((tx) => tx.absence())).toBeNull();
  });
});

onBothStores('picking up', (on) => {
  it('forgets what orders were given, a page at a time, save who was found short at a feed', async () => {
    const rows = [
      aDemand({ orderId: order(1) }),
      aDemand({ orderId: order(2) }),
      aDemand({ orderId: order(3) }),
    ];
    for (const row of rows) await on.act((tx) => tx.replaceDemand(row.orderId, [row]));
    await on.act((tx) =>
      tx.setAllocated(rows.map((row, i) => ({ ...row, allocated: i === 2 ? 0 : row.quantity }))),
    );
    expect(await on.act((tx) => tx.forgetShares([PLACE], 1))).toBe(1);
    expect(await on.act((tx) => tx.forgetShares([PLACE], 5))).toBe(1);
    expect(await on.act((tx) => tx.forgetShares([PLACE], 5))).toBe(0);
    const left = async (n: number) => (await on.see((tx) => tx.demandOfOrder(order(n))))[0];
    expect([await left(1), await left(2)].map((row) => row?.allocated)).toEqual([null, null]);
    expect((await left(3))?.allocated).toBe(0);
    expect(await on.act((tx) => tx.forgetShares([], 5))).toBe(1);
  });

  it('names the orders to pick up by pages: open ones, and those that are over and unsaid', async () => {
    const told = { step: 'cancelled' as const, since: NOON };
    await on.act((tx) => tx.saveCase(aCase(order(1))));
    await on.act((tx) => tx.saveCase(aCase(order(2), { closedAt: NOON })));
    await on.act((tx) => tx.saveCase(aCase(order(3), { closedAt: NOON, toTell: [told] })));
    await on.act((tx) =>
      tx.saveCase(aCase(order(4), { closedAt: NOON, toTell: [told], customerKey: null })),
    );
    await on.act((tx) => tx.saveCase(aCase(order(5))));
    const page = (n: number | null) =>
      on.see(async (tx) =>
        (await tx.casesToPickUp(n === null ? null : order(n), 2)).map(({ orderId }) => orderId),
      );
    expect(await page(null)).toEqual([order(1), order(3)]);
    expect(await page(3)).toEqual([order(5)]);
    expect(await on.see((tx) => tx.casesToPickUp(null, 9), OTHER)).toEqual([]);
  });

  it('names by pages the orders without a case whose effects are still to be done', async () => {
    const done = { status: 'done' as const, finishedAt: NOON };
    const changes: readonly Partial<Intent>[] = [
      {},
      { status: 'awaiting-approval' },
      done,
      { status: 'unclear' },
      {},
      { status: 'attempting' },
    ];
    for (const [i, change] of changes.entries()) {
      const target = `gid://shopify/OrderTransaction/${i}`;
      const effect = { ...aCapture().effect, target };
      const intent = Intent.parse({ ...aCapture(change), orderId: order(i + 1), effect });
      await on.act((tx) => tx.planIntent(intent));
    }
    await on.act((tx) => tx.saveCase(aCase(order(5))));
    expect(await on.see((tx) => tx.caselessToPickUp(null, 2))).toEqual([order(1), order(4)]);
    expect(await on.see((tx) => tx.caselessToPickUp(order(4), 2))).toEqual([order(6)]);
    expect(await on.see((tx) => tx.caselessToPickUp(null, 9), OTHER)).toEqual([]);
  });

  it('names the items that orders need by pages', async () => {
    const item = (n: number) => ItemId.parse(`gid://shopify/InventoryItem/${n}`);
    for (const n of [3, 1, 2])
      await on.act((tx) =>
        tx.replaceDemand(order(n), [aDemand({ orderId: order(n), itemId: item(n) })]),
      );
    const page = (after: number | null) =>
      on.see((tx) =>
        tx.itemsInDemand({
          waitedFor: false,
          after: after === null ? null : item(after),
          take: 2,
        }),
      );
    expect(await page(null)).toEqual([item(1), item(2)]);
    expect(await page(2)).toEqual([item(3)]);
  });

  it('counts the looks and readings that are still to come by a time', async () => {
    const look = (n: number, dueAt: Date) => ({
      ...{ shop: SHOP, dueAt },
      body: { kind: 'look-at-order' as const, orderId: order(n) },
    });
    await on.act((tx) =>
      tx.addTasks([
        look(1, NOON),
        look(2, at('01T13:00')),
        { shop: SHOP, body: { kind: 'reconcile' }, dueAt: NOON },
      ]),
    );
    expect(await on.see((tx) => tx.readsLeft(NOON))).toBe(1);
    expect(await on.see((tx) => tx.readsLeft(null))).toBe(2);
    expect(await on.see((tx) => tx.readsLeft(null), OTHER)).toBe(0);
  });
});
