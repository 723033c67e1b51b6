import type { Acted } from '../../app/domain/panel-view';
import { sendPartFirst } from '../../app/use-cases/hand-acts';
import { aShop, anOrder } from '../support/builders';
import { SHOP } from '../support/harness';
import { brokenPromises, DAYS, eventsOf, holdsOn, HOURS } from '../support/story';

/* A customer calls: may they have what is here first? 20.00 for the mug that is missing, 8.00 for the tea that is here. */

const BY = { person: 'Jo', why: 'Anna called: the tea is a present.' };
const words = (acted: Acted): string => (acted.kind === 'refused' ? acted.reason : 'done');

async function halfIsHere(shopOf = aShop(), teas = 5) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  shop.shopify.onHand('TEA', teas);
  const order = shop.place(anOrder().of('MUG', 1, '20.00').of('TEA', 1, '8.00'));
  await shop.advance(HOURS(1));
  const send = async (by = BY): Promise<string> =>
    words(await sendPartFirst(shop.deps, SHOP, order.id, by));
  return { shop, order, send };
}

describe('a person sends the part that is here first', () => {
  it('of an authorization that can be captured in parts: its money alone, and the reason is on record', async () => {
    const { shop, order, send } = await halfIsHere(aShop().onPlus());
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    // when
    expect(await send()).toBe('done');
    expect(await send()).toBe('The part that is here goes first already.');
    await shop.advance(HOURS(1));
    // then
    expect(await eventsOf(shop, order)).toContain('captured 8.00');
    expect(holdsOn(order)).toBe(1);
    const entry = (await shop.timeline(order.id)).find(({ kind }) => kind === 'part-first');
    expect(entry).toMatchObject({ by: 'merchant', detail: BY });
    expect((await shop.caseOf(order.id))?.partFirst?.by).toBe('merchant');
    // and the rest is captured when it comes
    shop.shopify.fulfill(order.id);
    await shop.advance(DAYS(1));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
    expect(holdsOn(order)).toBe(0);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('of what was charged at checkout, and nothing is charged for it', async () => {
    const { shop, order, send } = await halfIsHere(aShop().chargingAtCheckout());
    expect(await send()).toBe('done');
    await shop.advance(HOURS(1));
    expect(order.fulfillmentOrders.filter((fo) => fo.holds.length === 0)).toHaveLength(1);
    expect(holdsOn(order)).toBe(1);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('not where a single capture lets the rest of the authorization go: that needs the customer', async () => {
    const { shop, order, send } = await halfIsHere();
    expect(await send()).toContain('Only they can agree to it');
    expect((await shop.caseOf(order.id))?.partFirst ?? null).toBeNull();
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    // and once the customer has agreed nobody has to
    await shop.agree(order.id, 'part-first');
    expect(await send()).toBe('The part that is here goes first already.');
  });

  it('not without a reason', async () => {
    const { send } = await halfIsHere(aShop().onPlus());
    expect(await send({ ...BY, why: ' ' })).toContain('Write down why');
  });

  it('not while nothing is here, or a cancellation runs, or when all of it is here', async () => {
    const nothing = await halfIsHere(aShop().onPlus(), 0);
    expect(await nothing.send()).toBe('No part of it is here yet.');
    const { shop, order, send } = await halfIsHere(aShop().onPlus());
    await shop.choose(
      order.id,
      'cancel',
      order.lines.slice(0, 1).map(({ id }) => id),
    );
    expect(await send()).toContain('A cancellation is under way');
    await shop.choose(order.id, 'undo');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(await send()).toContain('All of it is here');
  });

  it.each([
    ['only watches', aShop().onPlus().watching(), 'only watches'],
    ['is paused', aShop().onPlus().with({ paused: true }), 'paused'],
  ])('not in a shop that %s', async (_what, shopOf, reason) => {
    const { send } = await halfIsHere(shopOf);
    expect(await send()).toContain(reason);
  });

  it('not of a disputed order', async () => {
    const { shop, order, send } = await halfIsHere(aShop().onPlus());
    shop.shopify.dispute(order.id);
    expect(await send()).toContain('disputed');
  });
});
