import { onSimulator } from './on-simulator';

const { aShop, anOrder, meter, port, read } = onSimulator();

it('counts what Shopify says that each call cost: asked for as the table says, taken no more', async () => {
  const shop = await aShop();
  await read(shop, await anOrder(shop));
  await port.listOpenOrders(shop, null);
  await port.readAccess(shop);
  const prices = meter.prices();
  expect(prices.map(({ operation }) => operation)).toEqual([
    'ReadOrder',
    'ListOpenOrders',
    'ReadAccess',
  ]);
  for (const { expected, requested, requestedTotal, actualTotal } of prices) {
    expect(requested).toBe(expected);
    expect(requestedTotal).toBe(expected);
    expect(actualTotal).toBeGreaterThan(0);
    expect(actualTotal).toBeLessThanOrEqual(requestedTotal);
  }
});
