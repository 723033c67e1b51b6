import { aShop, anOrder } from '../support/builders';
import { attentionOf, DAYS, holdsOn, HOURS } from '../support/story';

/** The goods come when the authorization is over, and Shopify offers no page to pay: only a person can take the money. */
async function cannotBePaid() {
  const shop = await aShop().payableBy('never').opens('2026-03-02 10:00');
  const order = shop.place(anOrder().of('MUG'));
  await shop.advance(DAYS(8));
  shop.shopify.arrive('MUG', 1);
  await shop.advance(HOURS(1));
  expect(await attentionOf(shop, order)).toContain('Shopify offers no page to pay');
  return { shop, order };
}

describe('what a person has seen to', () => {
  it('does not come back while nothing changes, though its cause still stands', async () => {
    const { shop, order } = await cannotBePaid();
    await shop.settle(order.id);
    await shop.advance(DAYS(1));
    await shop.reconcile();
    expect(await attentionOf(shop, order)).toBe('nothing');
    shop.shopify.markAsPaid(order.id);
    await shop.advance(HOURS(1));
    expect(holdsOn(order)).toBe(0);
  });

  it('nor do they have to see to it where its cause has ended: the call goes by itself', async () => {
    const { shop, order } = await cannotBePaid();
    shop.shopify.markAsPaid(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('is called for anew when it comes again', async () => {
    const { shop, order } = await cannotBePaid();
    await shop.settle(order.id);
    shop.shopify.onHand('MUG', 0);
    await shop.advance(HOURS(1));
    shop.shopify.onHand('MUG', 1);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toContain('Shopify offers no page to pay');
  });
});

describe('a person was called for one thing, and there is another', () => {
  it('they are called for both', async () => {
    const { shop, order } = await cannotBePaid();
    shop.shopify.dispute(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toContain('The payment is disputed');
    shop.shopify.endDispute(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toMatch(/^The goods are there, [^\n]*$/);
  });

  it('a yes is asked for beside it, and goes when it was given', async () => {
    const shop = await aShop().asking().chargingAtCheckout().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.dispute(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toMatch(/disputed.*\nSomething waits for your yes/s);
    await shop.approveAll(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toMatch(/^The payment is disputed[^\n]*$/);
  });
});

it('a refund that they have seen to is called for anew when more is to be given back', async () => {
  const shop = await aShop().asking().chargingAtCheckout().opens('2026-03-02 10:00');
  const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50').of('TEA', 1, '8.00'));
  await shop.advance(HOURS(1));
  await shop.approveAll(order.id);
  await shop.advance(HOURS(1));
  await shop.approveAll(order.id);
  const [mug, pot] = order.lines;
  if (mug) await shop.choose(order.id, 'cancel', [mug.id]);
  await shop.until('2026-03-11 12:00');
  expect(await attentionOf(shop, order)).toMatch(/^Refund 20.00 USD by/m);
  await shop.settle(order.id);
  await shop.advance(HOURS(2));
  expect(await attentionOf(shop, order)).not.toContain('Refund');
  if (pot) await shop.choose(order.id, 'cancel', [pot.id]);
  await shop.advance(HOURS(2));
  expect(await attentionOf(shop, order)).toMatch(/^Refund 54.50 USD by/m);
});
