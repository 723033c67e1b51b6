import { intentKey } from '../../app/domain/intent';
import { approve } from '../../app/use-cases/merchant-acts';
import { aShop, anOrder } from '../support/builders';
import { HOUSE, locationId } from '../support/shop';
import type { PlacedOrder } from '../support/shop';
import type { Harness } from '../support/harness';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  holdsOn,
  HOURS,
  MINUTES,
} from '../support/story';

const SERVICE = locationId(HOUSE);
const leaving = () => aShop().with({ leaveAtLocations: [SERVICE] });
const takingBack = () => aShop().with({ takeBackAtLocations: [SERVICE] });

/** The mug was in stock; the service was asked to ship it and has not answered; then the stock turns out to be wrong. */
async function requested(from = aShop(), fault = false) {
  const shop = await from.opens('2026-03-02 09:00');
  shop.shopify.onHand('MUG', 1);
  const order = shop.place(anOrder().of('MUG'));
  await shop.advance(HOURS(1));
  shop.shopify.submitToThirdParty(order.id);
  await shop.advance(HOURS(1));
  if (fault) shop.shopify.fault('takeBackRequest', 'refused');
  shop.shopify.onHand('MUG', 0);
  await shop.advance(MINUTES(1));
  return { shop, order };
}

const withService = (order: PlacedOrder): number =>
  order.fulfillmentOrders.filter(
    ({ status, request }) => status === 'open' && ['submitted', 'accepted'].includes(request),
  ).length;

async function sayYes(shop: Harness, order: PlacedOrder) {
  for (const intent of await shop.intents(order.id))
    if (intent.status === 'awaiting-approval')
      await approve(shop.deps, shop.shopId, order.id, intentKey(intent));
  await shop.advance(MINUTES(5));
}

describe('a fulfillment service has a request for goods that are missing, and has not accepted it', () => {
  it('the shop takes requests back: it is taken back and held within the minute', async () => {
    const { shop, order } = await requested(takingBack());
    await shop.advance(MINUTES(1));
    expect(await eventsOf(shop, order)).toContain('request-taken-back');
    expect(withService(order)).toBe(0);
    expect(holdsOn(order)).toBe(1);
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('Shopify refuses to take it back: a person is called the same minute', async () => {
    const { shop, order } = await requested(takingBack(), true);
    expect(withService(order)).toBe(1);
    expect(await attentionOf(shop, order)).toContain('could not be taken back');
  });

  it('the shop leaves them there: nothing is taken back, the customer is told, and nothing is charged', async () => {
    const { shop, order } = await requested(leaving());
    await shop.advance(DAYS(1));
    expect(withService(order)).toBe(1);
    expect(shop.steps(order.id)).toContain('first-notice');
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('left there, and accepted later: it is not asked back either', async () => {
    const { shop, order } = await requested(leaving());
    shop.shopify.thirdPartyAccepts(order.id);
    await shop.advance(HOURS(2));
    expect(await eventsOf(shop, order)).not.toContain('cancellation-requested');
  });

  it('left there, and the customer cancels: it is taken back all the same', async () => {
    const { shop, order } = await requested(leaving());
    await shop.advance(HOURS(1));
    await shop.choose(order.id, 'cancel');
    await shop.advance(MINUTES(2));
    expect(await eventsOf(shop, order)).toContain('request-taken-back');
    expect(holdsOn(order)).toBe(1);
    await shop.advance(HOURS(1));
    expect(order.cancelledAt).not.toBeNull();
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('the shop has not chosen: it is asked, in mode “automatic”, too, and its yes takes it back', async () => {
    const { shop, order } = await requested();
    expect(withService(order)).toBe(1);
    expect(await attentionOf(shop, order)).toContain(
      'fulfillment service was asked to ship 1 × MUG',
    );
    await sayYes(shop, order);
    expect(withService(order)).toBe(0);
    expect(holdsOn(order)).toBe(1);
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('the service accepts while the shop thinks: the question ends, and the service is asked to give it back', async () => {
    const { shop, order } = await requested();
    shop.shopify.thirdPartyAccepts(order.id);
    await shop.advance(MINUTES(2));
    expect(await eventsOf(shop, order)).toContain('cancellation-requested');
    expect(await attentionOf(shop, order)).toBe('nothing');
    const waiting = (await shop.intents(order.id)).filter((i) => i.status === 'awaiting-approval');
    expect(waiting).toEqual([]);
  });

  it('the shop chooses for the location while it is asked: that is its yes', async () => {
    const { shop, order } = await requested();
    await shop.change({ takeBackAtLocations: [SERVICE] });
    await shop.advance(MINUTES(5));
    expect(withService(order)).toBe(0);
    expect(holdsOn(order)).toBe(1);
    expect(await attentionOf(shop, order)).toBe('nothing');
  });

  it('not asked yet, and the customer cancels: no yes is needed', async () => {
    const { shop, order } = await requested();
    await shop.advance(HOURS(1));
    await shop.choose(order.id, 'cancel');
    await shop.advance(MINUTES(2));
    expect(await eventsOf(shop, order)).toContain('request-taken-back');
  });

  it('in mode “watch” nothing is taken back', async () => {
    const { shop, order } = await requested(takingBack().watching());
    await shop.advance(HOURS(1));
    expect(withService(order)).toBe(1);
  });

  it('goods that are there stay with the service', async () => {
    const shop = await takingBack().opens('2026-03-02 09:00');
    shop.shopify.onHand('MUG', 1);
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.shopify.submitToThirdParty(order.id);
    await shop.advance(HOURS(2));
    expect(withService(order)).toBe(1);
  });
});
