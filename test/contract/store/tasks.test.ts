import { NOON, OTHER, SHOP, at, look } from '../../support/store-rows';
import { onBothStores } from './on-both';

onBothStores('tasks', (on) => {
  it('makes one of waiting tasks with the same key, due at the earlier time', async () => {
    await on.act((tx) =>
      tx.addTasks([look(1, at('03T12:00')), look(1, at('02T12:00')), look(2, NOON)]),
    );
    await on.act((tx) => tx.addTasks([look(1, at('01T12:00'))]));
    await on.act((tx) => tx.addTasks([look(1, at('05T12:00'))]));
    expect(await on.harness.waitingTasks()).toEqual([
      { shop: SHOP, key: 'look-at-order-1', dueAt: at('01T12:00') },
      { shop: SHOP, key: 'look-at-order-2', dueAt: NOON },
    ]);
  });

  it('refuses a task for another shop', async () => {
    await expect(on.act(async (tx) => tx.addTasks([look(1, NOON, OTHER)]))).rejects.toThrow(
      'another shop',
    );
    expect(await on.harness.waitingTasks()).toEqual([]);
  });

  it('ends the tasks of a shop that has left, but not what is owed to the law', async () => {
    await on.act((tx) =>
      tx.addTasks([
        look(1, NOON),
        { shop: SHOP, body: { kind: 'redact-customer', webhookId: 'w1' }, dueAt: NOON },
        { shop: SHOP, body: { kind: 'uninstall' }, dueAt: NOON },
      ]),
    );
    await on.act((tx) => tx.addTasks([look(1, NOON, OTHER)]), OTHER);
    await on.store.dropTasks(SHOP);
    expect((await on.harness.waitingTasks()).map(({ shop, key }) => `${shop} ${key}`)).toEqual([
      `${SHOP} redact-customer-w1`,
      `${SHOP} uninstall`,
      `${OTHER} look-at-order-1`,
    ]);
  });
});
