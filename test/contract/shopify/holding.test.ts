import { FulfillmentOrderId, type ShopId } from '../../../app/domain/ids';
import type { OrderSnapshot } from '../../../app/domain/order';
import { Gone, Permanent } from '../../../app/errors';
import { only, onSimulator } from './on-simulator';

const { aShop, anOrder, ledger, port, read, sim } = onSimulator();

describe('holding', () => {
  const hold = (shop: ShopId, id: string, order: OrderSnapshot) =>
    port.hold(shop, {
      fulfillmentOrderId: only(order.fulfillmentOrders).id,
      reason: 'INVENTORY_OUT_OF_STOCK',
      note: 'Waits for stock',
      handle: id,
      lines: null,
    });

  it('is done once, however often it is asked for with the same handle', async () => {
    const shop = await aShop();
    const id = await anOrder(shop);
    const order = await read(shop, id);
    expect(await hold(shop, 'holdfast-1', order)).toMatchObject({ outcome: 'done' });
    expect(await hold(shop, 'holdfast-1', order)).toMatchObject({ outcome: 'done' });
    const held = only((await read(shop, id)).fulfillmentOrders);
    expect(held.status).toBe('on-hold');
    expect(only(held.holds)).toMatchObject({
      handle: 'holdfast-1',
      ours: true,
      reason: 'INVENTORY_OUT_OF_STOCK',
    });
    expect(await ledger(shop, 'hold')).toHaveLength(1);
  });

  it("is released by name, and leaves others' holds where they are", async () => {
    const shop = await aShop();
    const id = await anOrder(shop);
    const order = await read(shop, id);
    const { id: fulfillmentOrderId } = only(order.fulfillmentOrders);
    await sim('POST', `/fulfillment-orders/${encodeURIComponent(fulfillmentOrderId)}/hold`, {
      handle: 'theirs',
    });
    await hold(shop, 'holdfast-1', order);
    const holds = only((await read(shop, id)).fulfillmentOrders).holds;
    const ours = holds.filter((one) => one.ours).map((one) => one.id);
    expect(ours).toHaveLength(1);
    expect(await port.release(shop, { fulfillmentOrderId, holdIds: ours })).toMatchObject({
      outcome: 'done',
    });
    const left = only((await read(shop, id)).fulfillmentOrders);
    expect(left.status).toBe('on-hold');
    expect(only(left.holds)).toMatchObject({ handle: 'theirs', ours: false });
  });

  it('never lets a release leave that names no hold', async () => {
    const shop = await aShop();
    const order = await read(shop, await anOrder(shop));
    const { id: fulfillmentOrderId } = only(order.fulfillmentOrders);
    await expect(port.release(shop, { fulfillmentOrderId, holdIds: [] })).rejects.toBeInstanceOf(
      Permanent,
    );
    expect(await ledger(shop, 'release')).toHaveLength(0);
  });

  it('finds nothing where the part of the order is gone, so that the order is looked at again', async () => {
    const shop = await aShop();
    const gone = FulfillmentOrderId.parse('gid://shopify/FulfillmentOrder/1');
    const holding = port.hold(shop, {
      fulfillmentOrderId: gone,
      reason: 'INVENTORY_OUT_OF_STOCK',
      note: '',
      handle: 'holdfast-1',
      lines: null,
    });
    await expect(holding).rejects.toBeInstanceOf(Gone);
  });
});
