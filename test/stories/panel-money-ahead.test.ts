import { panelCase } from '../../app/use-cases/panel-case';
import { aShop, anOrder } from '../support/builders';
import { type Harness, SHOP } from '../support/harness';
import type { PlacedOrder } from '../support/shop';
import { DAYS, HOURS } from '../support/story';

/* What the money card says will happen next, in shops that have chosen differently. */

const moneyOf = async (shop: Harness, order: PlacedOrder) => {
  const view = await panelCase(shop.deps, SHOP, order.id);
  if (view === null) throw new Error('no case');
  return view.money;
};
const ahead = async (shop: Harness, order: PlacedOrder): Promise<readonly string[]> =>
  (await moneyOf(shop, order)).next;

async function waiting(shopOf = aShop(), theirs = anOrder().of('MUG')) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  shop.shopify.onHand('TEA', 5);
  const order = shop.place(theirs);
  await shop.advance(HOURS(1));
  return { shop, order };
}

describe('what happens next with the money of an order that waits', () => {
  const lapse = (beforeLapse: 'release' | 'charge-if-agreed' | 'cancel') =>
    aShop().with({ beforeLapse });

  it('it is released 48 hours before its authorization ends', async () => {
    const { shop, order } = await waiting();
    expect(await ahead(shop, order)).toEqual([
      '$20.00 is released on Sat 7 Mar, 10:00 unless the goods come first. The customer then pays by a link.',
    ]);
    await shop.advance(DAYS(6));
    expect(await ahead(shop, order)).toEqual([
      'When the goods are here, the customer is asked to pay $20.00 by a link.',
    ]);
  });

  it('it stays authorized where a part has left by hand and is not paid', async () => {
    const { shop, order } = await waiting(aShop(), anOrder().of('MUG').of('TEA', 1, '8.00'));
    const tea = order.lines.filter(({ sku }) => sku === 'TEA');
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.fulfill(order.id, { lines: new Map(tea.map(({ id }) => [id, 1])) });
    await shop.advance(HOURS(1));
    expect(await ahead(shop, order)).toEqual([
      '$28.00 stays authorized until Mon 9 Mar, 11:00, and $8.00 is not paid for what has left: capture that in Shopify before.',
    ]);
  });

  it('it is charged where the customer agreed, with the words of their yes', async () => {
    const { shop, order } = await waiting(lapse('charge-if-agreed'));
    expect((await ahead(shop, order))[0]).toContain('or the customer agrees to be charged');
    await shop.agree(order.id, 'charge-early');
    expect((await ahead(shop, order))[0]).toContain(
      'is charged on Sat 7 Mar, 10:00, as the customer agreed',
    );
    expect((await moneyOf(shop, order)).agreements).toMatchObject([
      {
        what: 'Agreed to be charged before the goods are here',
        words: expect.stringContaining('You agree to be charged $20.00'),
      },
    ]);
  });

  it('the order is cancelled unless the customer waits; then it is released', async () => {
    const { shop, order } = await waiting(lapse('cancel'));
    expect((await ahead(shop, order))[0]).toBe(
      'The order is cancelled on Sat 7 Mar, 10:00 unless the goods come first or the customer chooses to wait.',
    );
    await shop.choose(order.id, 'keep');
    expect((await ahead(shop, order))[0]).toContain('is released on Sat 7 Mar, 10:00');
  });

  it('it is paid already, or given back', async () => {
    const { shop, order } = await waiting(aShop().chargingAtCheckout());
    expect(await ahead(shop, order)).toEqual([
      'It is paid: the order is released when its goods are here.',
    ]);
    await shop.choose(order.id, 'cancel');
    expect((await ahead(shop, order))[0]).toContain('refunded where it is paid');
  });

  it.each([
    ['watching', aShop().watching(), 'none of this is done'],
    ['asking', aShop().asking(), 'Each step waits for your yes.'],
    ['paused', aShop().with({ paused: true }), 'until you go on'],
  ])('and how far the shop lets it: %s', async (_mode, shopOf, words) => {
    const { shop, order } = await waiting(shopOf);
    expect((await ahead(shop, order)).at(-1)).toContain(words);
  });
});

describe('what happens next once the goods are here', () => {
  it('the customer pays by the link, until the last day', async () => {
    const { shop, order } = await waiting();
    await shop.until('2026-03-12 10:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    expect(await ahead(shop, order)).toEqual([
      expect.stringMatching(
        /^\$20\.00 is to be paid by a link: asked on Thu 12 Mar, 10:\d\d, last day Sun 22 Mar\. If it isn’t paid by then, the order is cancelled\.$/,
      ),
    ]);
    shop.shopify.payByLink(order.id);
    await shop.advance(HOURS(1));
    expect(await ahead(shop, order)).toEqual([]);
  });

  it('Shopify takes it as it ships', async () => {
    const { shop, order } = await waiting(
      aShop().capturingOnFulfillment().with({ captureMethod: 'on-fulfillment' }),
    );
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(await ahead(shop, order)).toEqual(['Shopify takes $20.00 as you ship it.']);
  });
});

describe('the part that is here', () => {
  const half = anOrder().of('MUG', 1, '20.00').of('TEA', 1, '8.00');

  it('can be sent first by staff where the money allows it, else it is said why not', async () => {
    const free = await waiting(aShop().onPlus(), half);
    expect((await moneyOf(free.shop, free.order)).part).toMatchObject({
      amount: { amount: '8.00' },
      whyNot: null,
    });
    const once = await waiting(aShop(), half);
    expect((await moneyOf(once.shop, once.order)).part?.whyNot).toContain('Only they can agree');
    const watched = await waiting(aShop().onPlus().watching(), half);
    expect((await moneyOf(watched.shop, watched.order)).part?.whyNot).toContain('only watches');
    const nothing = await waiting();
    expect((await moneyOf(nothing.shop, nothing.order)).part).toBeNull();
  });

  it('goes first, says the card, as the customer asked; the rest is paid by a link', async () => {
    const { shop, order } = await waiting(aShop(), half);
    await shop.agree(order.id, 'part-first');
    expect((await ahead(shop, order))[0]).toBe(
      'The part that is here goes first, as the customer asked on Mon 2 Mar, 11:00: $8.00 is charged for it.',
    );
    await shop.advance(HOURS(1));
    expect((await ahead(shop, order)).at(-1)).toBe(
      'When the goods are here, the customer is asked to pay $20.00 by a link.',
    );
  });
});
