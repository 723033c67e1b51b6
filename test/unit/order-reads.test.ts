import { addMs, MINUTE, SECOND } from '../../app/domain/calendar';
import { OrderId, ShopId } from '../../app/domain/ids';
import { createOrderReads } from '../../app/use-cases/order-reads';
import { aShop, anOrder } from '../support/builders';

/* What a worker has just read isn't read again, unless something may have happened to the order since. */

const SHOP = ShopId.parse('maple.myshopify.com');
const NEVER = { acted: null, knownAt: null, within: MINUTE };

async function aRead() {
  const world = await aShop().opens('2026-03-02 10:00');
  const { id } = world.place(anOrder().of('MUG'));
  await world.advance(10 * SECOND);
  let whole = 0;
  let later = 0;
  const clock = { now: () => addMs(world.now(), later) };
  const shopify: typeof world.deps.shopify = {
    ...world.deps.shopify,
    readOrder(shop, orderId) {
      whole += 1;
      return world.deps.shopify.readOrder(shop, orderId);
    },
  };
  const reads = createOrderReads({ shopify, clock });
  const orderId = OrderId.parse(id);
  return {
    ...{ world, id, orderId, reads },
    whole: (): number => whole,
    waits: (ms: number): void => void (later += ms),
    changes: (than: Parameters<typeof reads.readChanges>[2] = NEVER) =>
      reads.readChanges(SHOP, orderId, than),
  };
}

describe('an order that was just read', () => {
  it('is taken as it was while Shopify says that nothing has changed', async () => {
    const { reads, orderId, changes, whole, waits } = await aRead();
    const first = await reads.read(SHOP, orderId);
    waits(20 * SECOND);
    const again = await changes();
    expect(again).toEqual(first);
    expect(whole()).toBe(1);
  });

  it('is read anew once it has changed', async () => {
    const { world, id, reads, orderId, changes, whole } = await aRead();
    await reads.read(SHOP, orderId);
    world.shopify.cancelByMerchant(id);
    expect((await changes()).order?.cancelledAt).not.toBeNull();
    expect(whole()).toBe(2);
  });

  it('is read anew after an act of ours that may have come after the read', async () => {
    const { reads, orderId, changes, whole } = await aRead();
    const { begunAt } = await reads.read(SHOP, orderId);
    await changes({ ...NEVER, acted: addMs(begunAt, 1) });
    expect(whole()).toBe(2);
  });

  it('is read anew once somebody else has read it later', async () => {
    const { reads, orderId, changes, whole } = await aRead();
    const { begunAt } = await reads.read(SHOP, orderId);
    await changes({ ...NEVER, knownAt: addMs(begunAt, 1) });
    expect(whole()).toBe(2);
  });

  it('is read anew while an act of ours is under way', async () => {
    const { reads, orderId, changes, whole } = await aRead();
    await reads.read(SHOP, orderId);
    await changes({ ...NEVER, acted: 'under way' });
    expect(whole()).toBe(2);
  });

  it('is read anew when the read is older than what is asked for', async () => {
    const { reads, orderId, changes, whole, waits } = await aRead();
    await reads.read(SHOP, orderId);
    waits(MINUTE + 1);
    await changes();
    expect(whole()).toBe(2);
  });

  it('is read anew when the last change may share its second with another one', async () => {
    const { world, id, reads, orderId, changes, whole } = await aRead();
    world.shopify.cancelByMerchant(id);
    await reads.read(SHOP, orderId);
    await changes();
    expect(whole()).toBe(2);
  });

  it('is nobody’s any more once Shopify no longer shows it', async () => {
    const { reads } = await aRead();
    const gone = OrderId.parse('gid://shopify/Order/404');
    expect((await reads.readChanges(SHOP, gone, NEVER)).order).toBeNull();
  });
});
