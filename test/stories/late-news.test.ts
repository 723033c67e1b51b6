import { aShop, anOrder } from '../support/builders';
import { brokenPromises, DAYS, HOURS } from '../support/story';

/* What happened in Shopify, and of which nobody has told us when a message is due: it is seen as the order is read for it. */

async function someoneWaits() {
  const shop = await aShop().opens('2026-03-02 10:00');
  const order = shop.place(anOrder().of('MUG'));
  await shop.advance(HOURS(1));
  await shop.giveDate(order.id, '2026-03-06');
  await shop.advance(HOURS(1));
  return { shop, order };
}

describe('a message that comes due before the news', () => {
  it('that the merchant cancelled the order says nothing of a wait, and the case ends', async () => {
    const { shop, order } = await someoneWaits();
    shop.loseWebhooks(true);
    shop.shopify.cancelByMerchant(order.id);
    await shop.advance(DAYS(6));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'new-date']);
    expect((await shop.caseOf(order.id))?.closedAt).not.toBeNull();
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('that everything has been shipped says nothing of a wait, and the case ends', async () => {
    const { shop, order } = await someoneWaits();
    shop.loseWebhooks(true);
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(6));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'new-date']);
    expect((await shop.caseOf(order.id))?.closedAt).not.toBeNull();
  });
});
