import { Gone, OutcomeUnclear, Permanent } from '../../../app/errors';
import type { EffectResult, Shopify } from '../../../app/ports';
import { aShop, anOrder } from '../../support/builders';
import { attentionOf, brokenPromises, eventsOf, HOURS, MINUTES } from '../../support/story';

/* The key of a refund protects its money for 24 hours, and what Shopify says of the key is told apart. */

type Refund = Shopify['refund'];

/** A shop whose mug, paid at checkout, is cancelled. `instead` answers a call by its number, or lets it through (null). */
async function cancelled(instead: (call: number) => EffectResult | Error | null) {
  const keys: string[] = [];
  const refund =
    (real: Refund): Refund =>
    async (shop, input) => {
      keys.push(input.key);
      const answer = instead(keys.length);
      if (answer instanceof Error) throw answer;
      return answer ?? real(shop, input);
    };
  const between = { shopify: (port: Shopify) => ({ ...port, refund: refund(port.refund) }) };
  const shop = await aShop().chargingAtCheckout().under({ between }).opens('2026-03-02 10:00');
  shop.shopify.onHand('TEA', 5);
  const order = shop.place(anOrder().of('MUG', 1, '20.00').of('TEA', 1, '8.00'));
  await shop.advance(HOURS(1));
  const [mug] = order.lines.map(({ id }) => id);
  if (mug === undefined) throw new Error('There is no mug');
  await shop.choose(order.id, 'cancel', [mug]);
  const refunds = async () =>
    (await eventsOf(shop, order)).filter((event) => event.startsWith('refunded'));
  return { shop, order, keys, refunds };
}

describe('a refund', () => {
  it('whose key is in use waits for the call that uses it: nobody is told to pay it again', async () => {
    const { shop, order, keys, refunds } = await cancelled((call) =>
      call === 1 ? { outcome: 'pending', reference: null } : null,
    );
    await shop.advance(HOURS(1));
    expect(await refunds()).toEqual(['refunded 20.00']);
    expect(new Set(keys).size).toBe(1);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('whose key failed before is looked for in the order, and then made with another key', async () => {
    const { shop, keys, refunds } = await cancelled((call) =>
      call === 1 ? { outcome: 'key-spent' } : null,
    );
    await shop.advance(HOURS(1));
    expect(await refunds()).toEqual(['refunded 20.00']);
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(`${keys[0] ?? ''}-key-2`);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('whose keys all fail is a call for a person', async () => {
    const { shop, order, keys } = await cancelled(() => ({ outcome: 'key-spent' }));
    await shop.advance(HOURS(2));
    expect(new Set(keys).size).toBe(3);
    expect(await attentionOf(shop, order)).toContain('again and again');
  });

  it('of which nothing is known for a day is not made a second time: Shopify has forgotten its key', async () => {
    const { shop, order, keys, refunds } = await cancelled(() => new OutcomeUnclear('No answer'));
    await shop.advance(HOURS(30));
    const calls = keys.length;
    expect(await attentionOf(shop, order)).toContain('more than a day ago');
    await shop.advance(HOURS(5));
    expect(keys).toHaveLength(calls);
    expect(await refunds()).toEqual([]);
  });

  it.each([
    ['does not accept the request', new Permanent('Shopify did not accept the request (INVALID)')],
    ['no longer has the order', new Gone('gone')],
  ])('that Shopify answers with "%s" is not repeated: a person is called', async (_, error) => {
    const { shop, order, keys } = await cancelled(() => error);
    await shop.advance(MINUTES(30));
    expect(keys).toHaveLength(1);
    expect(await attentionOf(shop, order)).not.toBe('nothing');
  });
});
