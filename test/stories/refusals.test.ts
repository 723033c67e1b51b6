import { aShop, anOrder } from '../support/builders';
import { attentionOf, brokenPromises, DAYS, HOURS } from '../support/story';

describe('Shopify refuses what we want to do', () => {
  it('first the hold, then the cancellation, in the same words: a person is called for each of them', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 09:00');
    shop.shopify.fault('hold', 'refused');
    shop.shopify.fault('cancelOrder', 'refused');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe(
      'Put the order on hold in Shopify, so that it doesn’t ship before its goods are here. Holdfast could not do it: Shopify refuses.',
    );
    // when
    await shop.choose(order.id, 'cancel');
    await shop.advance(DAYS(2));
    // then
    expect((await attentionOf(shop, order)).split('\n')).toEqual([
      'Cancel the order in Shopify: the customer cancelled it. Holdfast could not do it: Shopify refuses.',
      expect.stringMatching(/^Put the order on hold/),
    ]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('to take off one line, then another of the same name: a person is called anew', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('MUG').of('POT', 1, '34.50'));
    await shop.advance(HOURS(1));
    const [one, other] = order.lines;
    // when
    for (const [place, line] of [one, other].entries()) {
      shop.shopify.fault('removeUnits', 'refused');
      await shop.choose(order.id, 'cancel', line ? [line.id] : []);
      await shop.advance(HOURS(30));
      // then
      expect(await attentionOf(shop, order)).toMatch(
        new RegExp(
          `Take 1 × MUG \\(line ${place + 1}\\) off the order in Shopify: the customer cancelled it`,
        ),
      );
    }
    expect((await attentionOf(shop, order)).split('\n')).toHaveLength(2);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('and a person does it in Shopify: they are asked no longer', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50'));
    await shop.advance(HOURS(1));
    const [mug] = order.lines;
    shop.shopify.fault('removeUnits', 'refused');
    if (mug) await shop.choose(order.id, 'cancel', [mug.id]);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toContain('Take 1 × MUG off the order');
    // when
    if (mug) shop.shopify.takeOff(order.id, mug.id, 1);
    await shop.advance(HOURS(1));
    // then
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('and a person has seen to it, but Shopify refuses it again: they are called anew', async () => {
    // given
    const shop = await aShop().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50'));
    await shop.advance(HOURS(1));
    shop.shopify.fault('cancelOrder', 'refused');
    await shop.choose(order.id, 'cancel');
    await shop.advance(HOURS(1));
    // when
    shop.shopify.fault('cancelOrder', 'refused');
    await shop.settle(order.id);
    await shop.advance(HOURS(1));
    // then
    expect(await attentionOf(shop, order)).toContain('Cancel the order in Shopify');
    await shop.settle(order.id);
    await shop.advance(HOURS(1));
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(order.cancelledAt).not.toBeNull();
  });

  it('the refund of what is paid too much: the call names the amount, and ends once it is given back', async () => {
    // given
    const shop = await aShop().chargingAtCheckout().opens('2026-03-02 09:00');
    const order = shop.place(anOrder().of('MUG').of('POT', 1, '34.50'));
    await shop.advance(HOURS(1));
    const [mug] = order.lines;
    // when
    if (mug) await shop.choose(order.id, 'cancel', [mug.id]);
    shop.shopify.fault('refund', 'refused');
    if (mug) shop.shopify.takeOff(order.id, mug.id, 1);
    await shop.advance(HOURS(2));
    // then
    expect(await attentionOf(shop, order)).toMatch(/^Refund 20\.00 USD in Shopify: [^\n]*$/);
  });
});
