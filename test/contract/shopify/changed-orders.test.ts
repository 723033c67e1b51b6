import type { OrderId, ShopId } from '../../../app/domain/ids';
import { HARNESSES } from './harnesses';

describe.each(HARNESSES)('orders that changed, on %s', (_, make) => {
  const on = make();
  const changed = async (shop: ShopId, since: Date) =>
    (await on.port.listChangedOrders(shop, since, null)).orders.map(({ id }) => id);
  const placedAt = async (shop: ShopId, id: OrderId) => (await on.read(shop, id)).createdAt;

  it('are listed from a moment on, the oldest change first', async () => {
    const shop = await on.openShop();
    const first = await on.checkOut(shop, { lines: [{ sku: 'KETTLE', quantity: 1 }] });
    await on.passDays(1);
    const second = await on.checkOut(shop, { lines: [{ sku: 'CUP', quantity: 1 }] });
    await on.passDays(1);
    const since = await placedAt(shop, second);
    expect(await changed(shop, since)).toEqual([second]);
    await on.edit(shop, first, 'KETTLE', 2);
    expect(await changed(shop, since)).toEqual([second, first]);
  });

  it('are none in a shop where nothing happened since', async () => {
    const shop = await on.openShop();
    const id = await on.checkOut(shop);
    await on.passDays(1);
    const since = new Date((await placedAt(shop, id)).getTime() + 3_600_000);
    expect(await changed(shop, since)).toEqual([]);
  });
});
