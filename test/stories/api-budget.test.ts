import { aShop, anOrder } from '../support/builders';
import type { Harness } from '../support/harness';
import { HOURS } from '../support/story';

/* The smallest plan's budget lets an order be read about twice a second, by whoever asks. */

const ORDERS = 120;

/** A shop with goods enough, and orders of which no webhook told; its changes are gone through. */
async function goneThrough(): Promise<Harness> {
  const shop = await aShop().opens('2026-03-02 10:00');
  shop.loseWebhooks(true);
  for (const sku of ['MUG', 'POT', 'TIN']) {
    shop.shopify.onHand(sku, ORDERS);
    for (let i = 0; i < ORDERS / 3; i += 1) shop.place(anOrder().of(sku));
  }
  await shop.reconcile();
  await shop.advance(HOURS(1));
  return shop;
}

/** When each order was read, in the order of time. */
async function reads(shop: Harness): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for (const fact of (await shop.history()).facts)
    if (fact.kind === 'order-read')
      found.set(fact.order, [...(found.get(fact.order) ?? []), fact.at.getTime()]);
  return found;
}

describe('a shop with many orders that are new to Holdfast', () => {
  it('has each of them looked at, one every three seconds', async () => {
    const firsts = [...(await reads(await goneThrough())).values()].map(([first = 0]) => first);
    const sorted = firsts.toSorted((a, b) => a - b);
    const pauses = sorted.slice(1).map((at, i) => at - (sorted[i] ?? 0));
    expect(sorted).toHaveLength(ORDERS);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(3_000);
  });

  it('has none of them read more than three times, however many want the same goods', async () => {
    const found = await reads(await goneThrough());
    expect([...found.values()].filter((times) => times.length > 3)).toEqual([]);
  });
});

describe('a shop whose webhooks all arrive', () => {
  it('has no order read again when its changes are gone through', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.shopify.onHand('MUG', ORDERS);
    for (let i = 0; i < ORDERS; i += 1) shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    const before = await reads(shop);
    expect(before.size).toBe(ORDERS);
    await shop.reconcile();
    await shop.advance(HOURS(0.5));
    expect(await reads(shop)).toEqual(before);
  });
});
