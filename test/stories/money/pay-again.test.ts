import { aShop, anOrder } from '../../support/builders';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  holdsOn,
  HOURS,
  newestWords,
} from '../../support/story';

/* The goods have come, and no authorization is left: the customer pays again. */

async function goodsComeLate(shopOf = aShop(), theirs = anOrder().of('MUG')) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.until('2026-03-12 10:00');
  shop.shopify.arrive('MUG', 1);
  await shop.advance(HOURS(2));
  return { shop, order };
}

describe('once the goods are there', () => {
  it('the customer is asked to pay by the order’s own page; paid, it is released and told', async () => {
    const { shop, order } = await goodsComeLate();
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
    expect(newestWords(shop, order)).toContain(shop.shopify.paymentUrl(order.id) ?? 'no page');
    expect(holdsOn(order)).toBe(1);
    expect(shop.shopify.payByLink(order.id)).toBe(true);
    await shop.advance(HOURS(2));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual(['paid 20.00', 'released', 'ready']);
    await shop.advance(DAYS(12));
    expect(shop.steps(order.id)).not.toContain('payment-reminder');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('the address to pay goes out and is kept nowhere', async () => {
    const { shop, order } = await goodsComeLate();
    const url = shop.shopify.paymentUrl(order.id) ?? 'no page';
    const kept = await shop.store.read(shop.shopId, (tx) => tx.messages(order.id));
    expect(
      JSON.stringify([kept, await shop.caseOf(order.id), await shop.intents(order.id)]),
    ).not.toContain(url);
  });

  it('unpaid, the customer is reminded twice, then the order is cancelled as they were told', async () => {
    const { shop, order } = await goodsComeLate();
    await shop.advance(DAYS(9));
    expect(shop.steps(order.id).filter((step) => step === 'payment-reminder')).toHaveLength(2);
    expect(newestWords(shop, order)).toContain('If it isn’t paid by then, we cancel it');
    expect(await eventsOf(shop, order)).not.toContain('order-cancelled');
    await shop.advance(DAYS(3));
    const events = await eventsOf(shop, order);
    expect(events).toContain('order-cancelled');
    expect(events.at(-1)).toBe('cancelled');
    expect(shop.shopify.stock('MUG').available).toBe(1);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it.each([
    ['', false],
    [', though no webhook says so', true],
  ])(
    'paid while its cancellation waits%s: it goes out, and nothing is given back',
    async (_, lost) => {
      const { shop, order } = await goodsComeLate();
      await shop.advance(DAYS(9));
      await shop.change({ paused: true });
      await shop.advance(DAYS(3));
      shop.loseWebhooks(lost);
      expect(shop.shopify.payByLink(order.id)).toBe(true);
      await shop.change({ paused: false });
      await shop.advance(DAYS(1));
      expect((await eventsOf(shop, order)).slice(-3)).toEqual(['paid 20.00', 'released', 'ready']);
      expect(await attentionOf(shop, order)).toBe('nothing');
      expect(await brokenPromises(shop)).toEqual([]);
    },
  );

  it('paid while a reminder waits for a yes: the reminder is dropped, and nothing is tried hour after hour', async () => {
    const { shop, order } = await goodsComeLate();
    await shop.change({ mode: 'ask' });
    await shop.advance(DAYS(6));
    shop.shopify.payByLink(order.id);
    await shop.advance(HOURS(2));
    await shop.approveAll(order.id);
    await shop.advance(HOURS(2));
    const reminder = (await shop.intents(order.id)).find(
      ({ effect }) => effect.target === 'payment-reminder-1',
    );
    expect(reminder?.status).toBe('dropped');
    expect(shop.steps(order.id)).not.toContain('payment-reminder');
  });

  it('paid in part by a gift card: the reminder says that it goes back, too', async () => {
    const { shop, order } = await goodsComeLate(aShop(), anOrder().of('MUG').withGiftCard('5.00'));
    await shop.advance(DAYS(9));
    const words = newestWords(shop, order);
    expect(words).toContain('we cancel it, and you owe nothing. What you have already paid goes');
    await shop.advance(DAYS(3));
    expect(await eventsOf(shop, order)).toContain('refunded 5.00');
  });

  it('without an address a person is called, again when the days for paying are over, and not in between', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').from(null));
    await shop.advance(HOURS(1));
    await shop.settle(order.id);
    await shop.until('2026-03-12 10:00');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(2));
    for (let call = 1; call <= 2; call++) {
      expect(await attentionOf(shop, order)).toContain('call the customer');
      await shop.settle(order.id);
      await shop.advance(DAYS(9));
      expect(await attentionOf(shop, order)).toBe('nothing');
      await shop.advance(DAYS(2));
    }
    shop.shopify.markAsPaid(order.id);
    await shop.settle(order.id);
    await shop.advance(HOURS(2));
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(holdsOn(order)).toBe(0);
  });

  it('what waits for its payment stays with the order that it came for', async () => {
    const { shop, order } = await goodsComeLate();
    const second = shop.place(anOrder().of('MUG').from('ben@example.com'));
    await shop.advance(HOURS(2));
    expect(holdsOn(second)).toBe(1);
    shop.shopify.payByLink(order.id);
    await shop.advance(HOURS(2));
    expect(holdsOn(order)).toBe(0);
    expect(holdsOn(second)).toBe(1);
  });

  it('where Shopify offers no page, payment terms may bring one', async () => {
    const { shop, order } = await goodsComeLate(
      aShop().payableBy('terms').with({ usePaymentTerms: true }),
    );
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
  });

  it('where it can be paid in no way, a person is called', async () => {
    const { shop, order } = await goodsComeLate(aShop().payableBy('never'));
    expect(shop.steps(order.id)).not.toContain('payment-request');
    expect(await attentionOf(shop, order)).toContain('no page to pay');
    expect(holdsOn(order)).toBe(1);
  });

  it('cancelled instead of paid, nothing is owed and nothing charged', async () => {
    const { shop, order } = await goodsComeLate();
    expect(await shop.choose(order.id, 'cancel')).toEqual({ kind: 'done' });
    await shop.advance(HOURS(2));
    expect((await eventsOf(shop, order)).slice(-2)).toEqual(['order-cancelled', 'cancelled']);
    expect(newestWords(shop, order)).toContain('You have not been charged');
  });

  it('no link is offered for money that is still authorized', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.fault('capture', 'refused');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(3));
    expect(shop.steps(order.id)).toEqual(['first-notice']);
  });

  it('nor while a part of it is still authorized: a person is called', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').upsold('TEA', 1, '8.00'));
    await shop.advance(HOURS(1));
    shop.shopify.voidByMerchant(order.id);
    shop.shopify.arrive('MUG', 1);
    shop.shopify.arrive('TEA', 1);
    await shop.advance(HOURS(3));
    expect(shop.steps(order.id)).not.toContain('payment-request');
    expect(await attentionOf(shop, order)).toContain('costs more than was authorized');
  });

  it('where payment terms bring no page either, a person is called', async () => {
    const { shop, order } = await goodsComeLate(
      aShop().payableBy('never').with({ usePaymentTerms: true }),
    );
    expect(await attentionOf(shop, order)).toContain('Shopify offers no page to pay');
  });

  it('where a person takes the payment terms off, with them the page goes: a person is called', async () => {
    const { shop, order } = await goodsComeLate(
      aShop().payableBy('terms').with({ usePaymentTerms: true }),
    );
    expect(await attentionOf(shop, order)).toBe('nothing');
    shop.shopify.endTerms(order.id);
    await shop.advance(HOURS(1));
    expect(shop.shopify.paymentUrl(order.id)).toBeNull();
    expect(await attentionOf(shop, order)).toContain('Shopify offers no page to pay');
  });

  it('nobody’s order ends before they were reminded twice, however late that is: the last day moves', async () => {
    const { shop, order } = await goodsComeLate();
    await shop.change({ paused: true });
    await shop.advance(DAYS(14));
    await shop.change({ paused: false });
    await shop.advance(HOURS(2));
    expect(shop.steps(order.id).filter((step) => step === 'payment-reminder')).toHaveLength(1);
    expect(newestWords(shop, order)).toContain('until Tuesday, March 31');
    await shop.until('2026-03-31 12:00');
    expect(shop.steps(order.id).filter((step) => step === 'payment-reminder')).toHaveLength(2);
    expect(await eventsOf(shop, order)).not.toContain('order-cancelled');
    await shop.until('2026-04-01 12:00');
    expect((await eventsOf(shop, order)).slice(-2)).toEqual(['order-cancelled', 'cancelled']);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('nor where a pause lasts over the last day after a first reminder', async () => {
    const { shop, order } = await goodsComeLate();
    await shop.advance(DAYS(6));
    expect(shop.steps(order.id).at(-1)).toBe('payment-reminder');
    await shop.change({ paused: true });
    await shop.advance(DAYS(6));
    await shop.change({ paused: false });
    await shop.advance(HOURS(30));
    expect(await eventsOf(shop, order)).not.toContain('order-cancelled');
    expect(shop.steps(order.id).filter((step) => step === 'payment-reminder')).toHaveLength(2);
    await shop.advance(DAYS(2));
    expect(await eventsOf(shop, order)).toContain('order-cancelled');
  });

  it('nor by reminders that were withheld while the shop only watched', async () => {
    const { shop, order } = await goodsComeLate();
    await shop.change({ mode: 'watch' });
    await shop.advance(DAYS(14));
    await shop.change({ mode: 'automatic' });
    await shop.advance(HOURS(30));
    expect(await eventsOf(shop, order)).not.toContain('order-cancelled');
    expect(shop.steps(order.id)).toContain('payment-reminder');
    await shop.advance(DAYS(9));
    expect(shop.steps(order.id).filter((step) => step === 'payment-reminder')).toHaveLength(2);
    expect(await eventsOf(shop, order)).toContain('order-cancelled');
  });
});

describe('an order that grows after its money was taken, where several captures are possible', () => {
  const askedFor = async (theirs: ReturnType<typeof anOrder>, cancelled: string | null) => {
    const shop = await aShop().onPlus().opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(theirs);
    const linesOf = (sku: string) => order.lines.filter((l) => l.sku === sku).map(({ id }) => id);
    await shop.advance(HOURS(1));
    if (cancelled === null) shop.shopify.arrive('MUG', 1);
    else await shop.choose(order.id, 'cancel', linesOf(cancelled));
    await shop.advance(HOURS(1));
    for (const tea of linesOf('TEA')) shop.shopify.addUnits(order.id, tea, 1);
    await shop.advance(HOURS(21));
    return { shop, order };
  };

  it('to the last cent: the customer is asked to pay what was added', async () => {
    const { shop, order } = await askedFor(anOrder().of('MUG').of('TEA', 1, '8.00'), null);
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
    expect(newestWords(shop, order)).toContain('Pay $8.00: https://');
    // Only what was added is on hold; what was released before is left to whoever packs it, for a working day at most.
    expect(holdsOn(order)).toBe(1);
    shop.shopify.payByLink(order.id);
    await shop.advance(DAYS(1) + HOURS(2));
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('and the rest of its authorization was let go: nothing more is taken of that, the customer is asked to pay', async () => {
    const { shop, order } = await askedFor(anOrder().of('MUG').of('TEA', 1, '8.00'), 'MUG');
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(shop.shopify.takenOf(order.id).amount).toBe('8.00');
    expect(shop.steps(order.id).at(-1)).toBe('payment-request');
    expect(newestWords(shop, order)).toContain('Pay $8.00: https://');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});
