import { Unreachable } from '../../../app/errors';
import { euros, only, onSimulator } from './on-simulator';

const { aShop, anOrder, fault, port, read, sim } = onSimulator();

describe('taking units off a line', () => {
  it('is done once, however often it is tried', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    const { id: lineId, itemId } = only((await read(shop, orderId)).lines);
    const wish = { orderId, lineId, current: 3, quantity: 2, note: 'Cancelled by the customer' };
    expect(await port.removeUnits(shop, wish)).toMatchObject({ outcome: 'done' });
    expect(await port.removeUnits(shop, wish)).toMatchObject({ outcome: 'done' });
    const order = await read(shop, orderId);
    expect(only(order.lines)).toMatchObject({ ordered: 3, current: 1 });
    expect(order.currentTotal).toEqual(euros('20.00'));
    if (!itemId) throw new Error('no item');
    expect(only(await port.readStock(shop, itemId))).toMatchObject({ available: 4, committed: 1 });
  });

  it('is refused when somebody edited the line meanwhile', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    const { id: lineId } = only((await read(shop, orderId)).lines);
    await sim('POST', `/orders/${encodeURIComponent(orderId)}/edit`, {
      lines: [{ sku: 'KETTLE', quantity: 2 }],
    });
    const wish = { orderId, lineId, current: 3, quantity: 2, note: '' };
    expect(await port.removeUnits(shop, wish)).toMatchObject({
      outcome: 'refused',
      code: 'QUANTITY_CHANGED',
    });
    expect(only((await read(shop, orderId)).lines).current).toBe(2);
  });

  it('may be tried again when it broke off before the commit', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    const { id: lineId } = only((await read(shop, orderId)).lines);
    await fault(shop, 'orderEditSetQuantity', 'timeoutAfterCommit');
    const wish = { orderId, lineId, current: 3, quantity: 1, note: '' };
    await expect(port.removeUnits(shop, wish)).rejects.toBeInstanceOf(Unreachable);
    expect(await port.removeUnits(shop, wish)).toMatchObject({ outcome: 'done' });
    expect(only((await read(shop, orderId)).lines).current).toBe(2);
  });
});
