import type { ShopId } from '../../../app/domain/ids';
import { onSimulator } from './on-simulator';

const { aShop, anOrder, fault, meter, port, read, sim, stock } = onSimulator();

const skuOf = (n: number): string => `CUP-${n}`;

/** An order of that many lines of one unit each. */
async function orderOf(shop: ShopId, count: number) {
  const skus = Array.from({ length: count }, (_, n) => skuOf(n));
  for (const sku of skus) await stock(shop, sku, 10);
  const id = await anOrder(shop, { lines: skus.map((sku) => ({ sku, quantity: 1 })) });
  return { id, skus };
}

/** How often each operation is called meanwhile. */
async function calls(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = new Map(meter.prices().map((price) => [price.operation, price.calls]));
  await work();
  const now = meter.prices().map(({ operation, calls: all }) => {
    return [operation, all - (before.get(operation) ?? 0)] as const;
  });
  return Object.fromEntries(now.filter(([, count]) => count > 0));
}

describe('the requests that an order takes', () => {
  it.each([
    [10, { ReadOrder: 1 }],
    [40, { ReadOrder: 1, ReadLongOrder: 1 }],
    [250, { ReadOrder: 1, ReadLongOrder: 1 }],
    [600, { ReadOrder: 1, ReadLongOrder: 1, ReadOrderLines: 2, ReadRoutedLines: 2 }],
  ])('of %i lines are few', async (count, expected) => {
    const shop = await aShop({ plan: 'basic' });
    const { id, skus } = await orderOf(shop, count);
    const requests = await calls(async () => {
      const order = await read(shop, id);
      expect(order.lines.map((line) => line.sku)).toEqual(skus);
      expect(order.fulfillmentOrders.flatMap((part) => part.lines)).toHaveLength(count);
    });
    expect(requests).toEqual(expected);
  });

  it('are no more for many parcels', async () => {
    const shop = await aShop();
    const { id, skus } = await orderOf(shop, 10);
    for (const sku of skus)
      await sim('POST', '/fulfillments', {
        shop,
        orderId: id,
        lines: [{ sku, quantity: 1 }],
        trackingNumber: `1Z-${sku}`,
      });
    const requests = await calls(async () => {
      expect((await read(shop, id)).fulfillments).toHaveLength(10);
    });
    expect(requests).toEqual({ ReadOrder: 1 });
  });
});

it('a long order that is told to wait on every second request is read in the same number of steps', async () => {
  const shop = await aShop({ plan: 'basic' });
  const { id } = await orderOf(shop, 260);
  await fault(shop, 'ReadLongOrder', 'throttle', { count: 2 });
  await fault(shop, 'ReadOrderLines', 'throttle', { count: 2 });
  const requests = await calls(async () => {
    expect((await port.readOrder(shop, id))?.lines).toHaveLength(260);
  });
  expect(requests).toEqual({
    ReadOrder: 1,
    ReadLongOrder: 3,
    ReadOrderLines: 3,
    ReadRoutedLines: 1,
  });
});
