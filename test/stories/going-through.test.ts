import { addMs } from '../../app/domain/calendar';
import type { Shopify } from '../../app/ports';
import { aShop, anOrder } from '../support/builders';
import type { Harness } from '../support/harness';
import { eventsOf, HOURS, holdsOn, MINUTES } from '../support/story';

/* A shop whose changes are gone through every hour, and of which no webhook tells. */

async function unheard(shopOf = aShop()): Promise<Harness> {
  const shop = await shopOf.opens('2026-03-02 10:00');
  await shop.reconcile();
  shop.loseWebhooks(true);
  return shop;
}

describe('going through a shop’s changes', () => {
  it('finds the order that Shopify lists ten minutes late', async () => {
    let now = (): Date => new Date(0);
    const listsLate = (port: Shopify): Shopify => ({
      ...port,
      listChangedOrders: async (...which) => {
        const page = await port.listChangedOrders(...which);
        const listed = page.orders.filter(
          ({ updatedAt }) => updatedAt <= addMs(now(), -MINUTES(10)),
        );
        return { ...page, orders: listed };
      },
    });
    const shop = await unheard(aShop().under({ between: { shopify: listsLate } }));
    now = shop.now;
    await shop.until('2026-03-02 10:55');
    const order = shop.place(anOrder().of('MUG'));
    await shop.until('2026-03-02 11:50');
    expect(holdsOn(order)).toBe(0);
    await shop.until('2026-03-02 12:10');
    expect(holdsOn(order)).toBe(1);
  });

  it('notices the goods that somebody waits for', async () => {
    const shop = await unheard();
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(2));
    expect(holdsOn(order)).toBe(1);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect(holdsOn(order)).toBe(0);
  });
});
