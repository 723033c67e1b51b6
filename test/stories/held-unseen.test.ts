import type { Shopify } from '../../app/ports';
import { createOnDead, createOnNoAccess, createPerform } from '../../app/use-cases/perform';
import { aShop, anOrder } from '../support/builders';
import { MINUTES } from '../support/story';

/*
 * Merchants report that Shopify does not change an order's `updatedAt` when somebody puts it on hold. What was read before
 * such a hold must move no money.
 */

/** Shopify as those merchants see it: every order bears the time at which it was placed. */
function withoutTimes(port: Shopify): Shopify {
  return {
    ...port,
    async readOrder(shop, id) {
      const order = await port.readOrder(shop, id);
      return order && { ...order, updatedAt: order.createdAt };
    },
    async readUpdatedAt(shop, id) {
      return (await port.readOrder(shop, id))?.createdAt ?? null;
    },
  };
}

/** The goods are here, and the payment is about to be captured; the order is looked at just before. */
async function aboutToCapture(secondsBefore: number) {
  const shop = await aShop()
    .with({ captureClearOrders: true, paused: true })
    .under({ between: { shopify: withoutTimes } })
    .opens('2026-03-02 10:00');
  shop.shopify.onHand('MUG', 5);
  const order = shop.place(anOrder().of('MUG'));
  await shop.advance(MINUTES(1));
  await shop.change({ paused: false });
  const [capture] = await shop.intents(order.id);
  if (capture === undefined) throw new Error('No capture is planned');
  const dueAt = capture.plannedAt.getTime() + MINUTES(10);
  await shop.advance(dueAt - secondsBefore * 1_000 - shop.now().getTime());
  const look = (): Promise<void> =>
    shop.store.transact(shop.shopId, {}, (tx) =>
      tx.addTasks([
        {
          shop: shop.shopId,
          body: { kind: 'look-at-order', orderId: order.id },
          dueAt: shop.now(),
        },
      ]),
    );
  await look();
  await shop.advance(100);
  return { shop, order, look };
}

describe('an order that somebody else puts on hold', () => {
  it('is not charged by what was read seconds before', async () => {
    const { shop, order, look } = await aboutToCapture(4);
    shop.shopify.holdByOther(order.id);
    await look();
    await shop.advance(MINUTES(2));
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
  });

  it('is not charged by a worker that has not seen what another one has', async () => {
    const { shop, order, look } = await aboutToCapture(40);
    const other = shop.desk.worker({
      perform: createPerform(shop.deps),
      onDead: createOnDead(shop.deps),
      onNoAccess: createOnNoAccess(shop.deps),
    });
    shop.loseWebhooks(true);
    shop.shopify.holdByMerchant(order.id);
    await shop.advance(10_000);
    await look();
    while (await other());
    await shop.advance(MINUTES(2));
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
  });
});
