import { SECOND } from '../../app/domain/calendar';
import { takeIn } from '../../app/use-cases/take-in';
import { aShop, anOrder } from '../support/builders';
import type { Harness } from '../support/harness';
import type { PlacedOrder } from '../support/shop';
import { brokenPromises, DAYS, HOURS, MINUTES } from '../support/story';

/* One event is read once, however many webhooks tell of it, and an answer that is late decides nothing. */

async function readsOf(shop: Harness, order: PlacedOrder): Promise<number> {
  const { facts } = await shop.history();
  return facts.filter((fact) => fact.kind === 'order-read' && fact.order === order.id).length;
}

describe('the news of one event', () => {
  it('an order that is short is read twice until it is held and that is seen', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(MINUTES(1));
    const held = shop.shopify.order(order.id).fulfillmentOrders.flatMap(({ holds }) => holds);
    expect(held).toHaveLength(1);
    expect(await readsOf(shop, order)).toBeLessThanOrEqual(3);
  });

  it('goods that arrive are charged and let go for four reads of the order', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(DAYS(1));
    const before = await readsOf(shop, order);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(shop.shopify.takenOf(order.id).amount).not.toBe('0.00');
    expect((await readsOf(shop, order)) - before).toBeLessThanOrEqual(4);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('what the merchant does a second after our own act is seen within seconds', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(DAYS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(18 * SECOND);
    expect(shop.shopify.order(order.id).fulfillmentOrders.flatMap(({ holds }) => holds)).toEqual(
      [],
    );
    shop.shopify.cancelByMerchant(order.id);
    await shop.advance(10 * SECOND);
    expect((await shop.caseOf(order.id))?.closedAt).not.toBeNull();
  });
});

describe('an answer of Shopify’s that comes late', () => {
  async function lateAnswer() {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    const begunAt = shop.now();
    const old = await shop.deps.shopify.readOrder(shop.shopId, order.id);
    const arrives = (): Promise<void> =>
      shop.store.transact(shop.shopId, { orders: [order.id] }, (tx) =>
        takeIn(shop.deps, tx, shop.now(), order.id, { order: old, begunAt }),
      );
    return { shop, order, arrives };
  }

  it('decides nothing once the order was read later', async () => {
    const { shop, order, arrives } = await lateAnswer();
    await shop.advance(MINUTES(1));
    shop.shopify.cancelByMerchant(order.id);
    await shop.advance(MINUTES(1));
    const known = await shop.caseOf(order.id);
    await arrives();
    expect(await shop.caseOf(order.id)).toEqual(known);
    await shop.advance(HOURS(1));
    expect((await shop.caseOf(order.id))?.closedAt).not.toBeNull();
  });

  it('decides nothing once Holdfast has changed the order, and the order is looked at again', async () => {
    const { shop, order, arrives } = await lateAnswer();
    await shop.advance(MINUTES(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(4 * SECOND);
    expect(shop.shopify.order(order.id).transactions).toHaveLength(2);
    const known = await shop.caseOf(order.id);
    await arrives();
    expect(await shop.caseOf(order.id)).toEqual(known);
    await shop.advance(HOURS(1));
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
