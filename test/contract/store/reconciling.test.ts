import type { CaptureMethod } from '../../../app/domain/settings';
import { at, NOON, order, OTHER, SHOP, shopFacts } from '../../support/store-rows';
import { onBothStores } from './on-both';

onBothStores('going through the changed orders', (on) => {
  const know = (
    n: number,
    updatedAt: Date,
    method: CaptureMethod | null = null,
    gateway = 'card',
  ) =>
    on.act((tx) =>
      tx.knowOrder({
        orderId: order(n),
        readAt: updatedAt,
        updatedAt,
        evidence: method === null ? null : { gateway, method },
      }),
    );
  const unknownOf = (...changed: readonly (readonly [number, Date])[]) =>
    on.see((tx) => tx.unknownOf(changed.map(([n, updatedAt]) => ({ id: order(n), updatedAt }))));
  const evidence = (since = at('01T00:00')) => on.see((tx) => tx.captureEvidence(since));

  it('names those that were never seen, or not as they are now, in the order of the list', async () => {
    await know(1, NOON);
    await know(2, at('01T13:00'));
    expect(await unknownOf([4, NOON], [2, NOON], [1, at('01T12:01')], [3, at('01T11:00')])).toEqual(
      [order(4), order(1), order(3)],
    );
    expect(await unknownOf([1, NOON], [2, at('01T13:00')])).toEqual([]);
    expect(await unknownOf()).toEqual([]);
  });

  it('takes a look that came late for no step back', async () => {
    await know(1, at('01T13:00'));
    await know(1, NOON);
    expect(await unknownOf([1, at('01T13:00')])).toEqual([]);
    expect(await unknownOf([1, at('01T13:01')])).toEqual([order(1)]);
  });

  it('knows nothing of what another shop has seen', async () => {
    await know(1, NOON, 'manual');
    const changed = [{ id: order(1), updatedAt: NOON }];
    expect(await on.see((tx) => tx.unknownOf(changed), OTHER)).toEqual([order(1)]);
    expect(await on.see((tx) => tx.captureEvidence(at('01T00:00')), OTHER)).toEqual([]);
  });

  it('counts the orders that show a capture method, per gateway and method', async () => {
    await know(1, NOON, 'manual', 'paypal');
    await know(2, NOON, 'manual');
    await know(3, NOON, 'checkout');
    await know(4, NOON, 'manual');
    await know(5, NOON);
    expect(await evidence()).toEqual([
      { gateway: 'card', method: 'checkout', orders: 1 },
      { gateway: 'card', method: 'manual', orders: 2 },
      { gateway: 'paypal', method: 'manual', orders: 1 },
    ]);
  });

  it('counts an order from its last change on, that moment included', async () => {
    await know(1, NOON, 'manual');
    await know(2, at('01T11:59'), 'manual');
    expect(await evidence(NOON)).toMatchObject([{ orders: 1 }]);
    await know(2, at('02T12:00'));
    expect(await evidence(NOON)).toMatchObject([{ orders: 2 }]);
  });

  it('goes on to know what an order showed once, until it shows something else', async () => {
    await know(1, NOON, 'manual');
    await know(1, at('02T12:00'));
    expect(await evidence()).toEqual([{ gateway: 'card', method: 'manual', orders: 1 }]);
    await know(1, at('02T12:00'), 'per-fulfillment');
    expect(await evidence()).toEqual([{ gateway: 'card', method: 'per-fulfillment', orders: 1 }]);
  });

  it('takes the evidence of another gateway with the same method', async () => {
    await know(1, NOON, 'manual', 'paypal');
    await know(1, NOON, 'manual', 'card');
    expect(await evidence()).toEqual([{ gateway: 'card', method: 'manual', orders: 1 }]);
  });

  it('keeps up to when the orders were gone through, and what they showed', async () => {
    await on.act((tx) => tx.saveShop(shopFacts));
    expect(await on.see((tx) => tx.reconciledAt())).toBeNull();
    await on.act((tx) => tx.saveReconciled({ until: NOON, captureMethod: 'manual' }));
    expect(await on.see((tx) => tx.reconciledAt())).toEqual(NOON);
    expect(await on.see((tx) => tx.loadShop())).toMatchObject({ captureMethod: 'manual' });
    await on.act((tx) => tx.saveReconciled({ until: at('01T13:00'), captureMethod: null }));
    expect(await on.see((tx) => tx.reconciledAt())).toEqual(at('01T13:00'));
    expect(await on.see((tx) => tx.loadShop())).toMatchObject({ captureMethod: null });
  });

  it('keeps both when the shop comes back', async () => {
    await on.act((tx) => tx.saveShop(shopFacts));
    await on.act((tx) => tx.saveReconciled({ until: NOON, captureMethod: 'checkout' }));
    await on.act((tx) => tx.saveShop({ ...shopFacts, name: 'North & Co' }));
    expect(await on.see((tx) => tx.reconciledAt())).toEqual(NOON);
    expect(await on.see((tx) => tx.loadShop())).toMatchObject({ captureMethod: 'checkout' });
  });

  it('writes nothing for a shop that is not known', async () => {
    await on.act((tx) => tx.saveReconciled({ until: NOON, captureMethod: 'manual' }));
    expect(await on.see((tx) => tx.loadShop())).toBeNull();
    expect(await on.see((tx) => tx.reconciledAt())).toBeNull();
  });

  it('forgets all of it with the shop', async () => {
    await on.act((tx) => tx.saveShop(shopFacts));
    await on.act((tx) => tx.saveReconciled({ until: NOON, captureMethod: 'manual' }));
    await know(1, NOON, 'manual');
    await on.store.redactShop(SHOP);
    expect(await unknownOf([1, NOON])).toEqual([order(1)]);
    expect(await evidence()).toEqual([]);
    expect(await on.see((tx) => tx.reconciledAt())).toBeNull();
  });

  it('keeps the bodies of webhooks that are still needed, however old', async () => {
    await on.harness.keepBody(SHOP, 'old', { customer: 1 }, at('01T00:00'));
    await on.store.forgetWebhooks(SHOP, at('08T00:00'));
    expect(await on.store.webhookBody(SHOP, 'old')).toEqual({ customer: 1 });
  });
});
