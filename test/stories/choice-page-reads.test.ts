import { answerChoice, viewChoice } from '../../app/use-cases/choices';
import { createRecentOrders } from '../../app/use-cases/recent-orders';
import { aShop, anOrder } from '../support/builders';
import { HOURS, linkOf, MINUTES } from '../support/story';

describe('a link that is opened over and over', () => {
  async function someoneWaits() {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    let reads = 0;
    const { readOrder } = shop.deps.shopify;
    const counted = {
      readOrder: (...asked: Parameters<typeof readOrder>) => {
        reads += 1;
        return readOrder(...asked);
      },
    };
    const readForPage = createRecentOrders(counted, shop.deps.clock);
    const link = linkOf(shop, order);
    return {
      ...{ shop, order, link },
      look: () => viewChoice(shop.deps, link, readForPage),
      reads: () => reads,
    };
  }

  it('asks Shopify for the order once in a few seconds', async () => {
    const { shop, look, reads } = await someoneWaits();
    const views = await Promise.all([look(), look(), look()]);
    for (const view of views) expect(view?.money).not.toBeNull();
    expect(reads()).toBe(1);
    await shop.advance(MINUTES(1) / 10);
    await look();
    expect(reads()).toBe(2);
  });

  it('shows no older reading beside what the customer has just answered', async () => {
    const { shop, order, link, look, reads } = await someoneWaits();
    await look();
    const lineIds = order.lines.map(({ id }) => id);
    await answerChoice(shop.deps, link, { action: 'cancel', lineIds });
    expect((await look())?.lines[0]?.choice).toBe('cancel-requested');
    expect(reads()).toBe(2);
  });

  it('tries again at once after Shopify could not be asked', async () => {
    const { shop, look, reads } = await someoneWaits();
    shop.shopify.fault('readOrder', 'unreachable');
    expect((await look())?.money).toBeNull();
    expect((await look())?.money).not.toBeNull();
    expect(reads()).toBe(2);
  });
});
