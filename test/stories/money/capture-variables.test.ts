import { z } from 'zod';
import type { Shopify } from '../../../app/ports';
import { aShop, anOrder } from '../../support/builders';
import { half } from '../../support/half-order';
import { DAYS, eventsOf, HOURS, MINUTES } from '../../support/story';
import { answering } from '../../unit/shopify/answering';

/*
 * What each capture says to Shopify. `finalCapture` is said only where an authorization takes several captures (Plus with
 * Shopify Payments). Elsewhere Shopify refuses the call: "Setting final capture is not supported for this transaction's
 * payment gateway. Please remove the parameter or set it to null, then try again."
 */

const GATEWAYS = ['shopify_payments', 'manual', 'bogus', 'paypal', 'klarna', 'pay_in_parts'];

const Variables = z.object({
  input: z.object({ amount: z.string(), finalCapture: z.boolean().optional() }),
});
type Sent = z.infer<typeof Variables>['input'];

/** Writes down the variables that the adapter would send for each capture that leaves the app. */
function listenTo(sent: Sent[]) {
  return (port: Shopify): Shopify => ({
    ...port,
    async capture(shop, input) {
      const payment = { id: 'gid://shopify/OrderTransaction/1', status: 'SUCCESS' };
      const adapter = answering({ orderCapture: { transaction: payment, userErrors: [] } });
      await adapter.port.capture(shop, input);
      sent.push(Variables.parse(adapter.asked[0]?.variables).input);
      return port.capture(shop, input);
    },
  });
}

function listening(shop = aShop()) {
  const sent: Sent[] = [];
  return { sent, shop: shop.under({ between: { shopify: listenTo(sent) } }) };
}

const ended = (sent: readonly Sent[]) =>
  sent.map(({ amount, finalCapture }) => [amount, finalCapture]);

describe('what a capture says of being the last one', () => {
  it.each(
    [false, true].flatMap((plus) =>
      GATEWAYS.map((gateway) => [plus ? 'Plus' : 'Basic', gateway, plus] as const),
    ),
  )('on %s by %s, of a whole order', async (_plan, gateway, plus) => {
    const { sent, shop: setUp } = listening(aShop({ plus }));
    const shop = await setUp.opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG', 1).paidBy(gateway));
    await shop.advance(HOURS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    const severalCaptures = plus && gateway === 'shopify_payments';
    expect(ended(sent)).toEqual([['20.00', severalCaptures ? true : undefined]]);
    expect(sent.every((input) => 'finalCapture' in input === severalCaptures)).toBe(true);
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
  });

  it('on Plus, of a first part that it is not, and of the last one that it is', async () => {
    const { sent, shop: setUp } = listening(aShop().onPlus().with({ partOrders: 'ready-first' }));
    const shop = await setUp.opens('2026-03-02 10:00');
    shop.shopify.onHand('TEA', 5);
    const order = shop.place(half);
    await shop.advance(DAYS(1));
    expect(ended(sent)).toEqual([['13.64', false]]);
    shop.shopify.fulfill(order.id);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(ended(sent)).toEqual([
      ['13.64', false],
      ['21.60', true],
    ]);
  });

  it('nothing, of a part after which the one capture is over', async () => {
    const { sent, shop: setUp } = listening();
    const shop = await setUp.opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG', 2));
    await shop.advance(HOURS(1));
    // A person takes one unit off: less is owed than was authorized.
    const [line] = order.lines;
    if (line) shop.shopify.takeOff(order.id, line.id, 1);
    await shop.advance(MINUTES(10));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(ended(sent)).toEqual([['20.00', undefined]]);
    expect(sent[0]).not.toHaveProperty('finalCapture');
  });
});
