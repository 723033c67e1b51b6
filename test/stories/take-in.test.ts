import { aShop, anOrder } from '../support/builders';
import type { PlacedOrder } from '../support/shop';
import type { Harness } from '../support/harness';
import { holdsOn, HOURS, MINUTES } from '../support/story';

/** More open orders than fit on a page, none of which the shop's webhooks told of. */
async function untold() {
  const shop = await aShop().opens('2026-03-02 10:00');
  shop.loseWebhooks(true);
  // Nothing is missing of the first one: it is read when it is looked at, and never else.
  shop.shopify.onHand('CUP', 1);
  const first = shop.place(anOrder().of('CUP'));
  const orders = Array.from({ length: 120 }, (_, i) =>
    shop.place(anOrder().of('MUG').from(`c${i}@example.com`)),
  );
  await shop.advance(MINUTES(1));
  const last = orders.at(-1);
  if (last === undefined) throw new Error('no orders');
  return { shop, first, last };
}

const readsOf = async (shop: Harness, order: PlacedOrder): Promise<number> =>
  (await shop.history()).facts.filter(
    (fact) => fact.kind === 'order-read' && fact.order === order.id,
  ).length;

it('all orders are to be looked at again while a page is still on its way: they are, from the first one', async () => {
  const { shop, first, last } = await untold();
  shop.shopify.fault('listOpenOrders', 'unreachable', 1);
  shop.hint({ kind: 'take-in-orders' });
  await shop.advance(4_000);
  const before = await readsOf(shop, first);
  expect(holdsOn(last)).toBe(0);
  shop.hint({ kind: 'take-in-orders' });
  await shop.advance(HOURS(1));
  expect(await readsOf(shop, first)).toBeGreaterThan(before);
  expect(holdsOn(last)).toBe(1);
});

it('one that is given up begins again by itself, where it was', async () => {
  const { shop, last } = await untold();
  for (let i = 0; i < 12; i += 1)
    shop.shopify.fault('listOpenOrders', 'unreachable', i === 0 ? 1 : 0);
  shop.hint({ kind: 'take-in-orders' });
  await shop.advance(HOURS(8));
  expect(await shop.desk.deadTasks()).toHaveLength(1);
  expect(holdsOn(last)).toBe(1);
});
