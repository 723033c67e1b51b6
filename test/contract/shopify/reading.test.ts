import { z } from 'zod';
import { OrderId } from '../../../app/domain/ids';
import { euros, only, onSimulator } from './on-simulator';

const { aShop, anOrder, port, read, sim, stock } = onSimulator();

describe('reading', () => {
  it('gives the order as Holdfast needs it', async () => {
    const shop = await aShop();
    const order = await read(shop, await anOrder(shop));
    expect(order).toMatchObject({
      name: '#1001',
      test: false,
      source: 'web',
      cancelledAt: null,
      customer: {
        email: 'anna@example.com',
        firstName: 'Anna',
        locale: 'de-AT',
        countryCode: 'AT',
      },
      currentTotal: euros('60.00'),
      refunded: euros('0.00'),
      disputed: false,
      risk: 'none',
    });
    const line = only(order.lines);
    expect(line).toMatchObject({
      sku: 'KETTLE',
      tracked: true,
      ordered: 3,
      current: 3,
      unitPrice: euros('20.00'),
    });
    const part = only(order.fulfillmentOrders);
    expect(part).toMatchObject({
      status: 'open',
      canHold: true,
      holds: [],
      lines: [{ lineId: line.id, remaining: 3 }],
    });
    expect(only(order.transactions)).toMatchObject({
      kind: 'authorization',
      status: 'success',
      amount: euros('60.00'),
    });
  });

  it('tells money in the currency that the customer saw', async () => {
    const shop = await aShop();
    const order = await read(
      shop,
      await anOrder(shop, { presentmentCurrency: 'JPY', rate: '160' }),
    );
    expect(order.currentTotal).toEqual({ amount: '9600', currencyCode: 'JPY' });
  });

  it('gives null for an order that is not there', async () => {
    const shop = await aShop();
    expect(await port.readOrder(shop, OrderId.parse('gid://shopify/Order/1'))).toBeNull();
  });

  it('lives without protected customer data', async () => {
    const shop = await aShop({ protectedData: false });
    const order = await read(shop, await anOrder(shop));
    expect(order.customer).toMatchObject({ email: null, firstName: null });
    expect(order.lines).toHaveLength(1);
  });

  it('puts a long order together from its pages', async () => {
    const shop = await aShop();
    const skus = Array.from({ length: 45 }, (_, n) => `CUP-${n}`);
    for (const sku of skus) await stock(shop, sku, 10);
    const id = await anOrder(shop, { lines: skus.map((sku) => ({ sku, quantity: 2 })) });
    for (let parcel = 0; parcel < 6; parcel += 1)
      await sim('POST', '/fulfillments', {
        shop,
        orderId: id,
        lines: [{ sku: skus[parcel], quantity: 2 }],
        trackingNumber: `1Z-${parcel}`,
      });
    const order = await read(shop, id);
    expect(order.lines.map((line) => line.sku)).toEqual(skus);
    expect(order.fulfillmentOrders.flatMap((part) => part.lines)).toHaveLength(45);
    expect(order.fulfillments.map((parcel) => parcel.trackingNumber).toSorted()).toEqual(
      Array.from({ length: 6 }, (_, n) => `1Z-${n}`),
    );
  });

  it('knows a parcel that the carrier has from one that is only packed', async () => {
    const shop = await aShop();
    const id = await anOrder(shop);
    const { fulfillmentId } = z
      .object({ fulfillmentId: z.string() })
      .parse(await sim('POST', '/fulfillments', { shop, orderId: id, trackingNumber: '1Z' }));
    expect(only((await read(shop, id)).fulfillments).carrierHasIt).toBe(false);
    await sim('POST', `/fulfillments/${encodeURIComponent(fulfillmentId)}/event`, {
      status: 'in_transit',
    });
    expect(only((await read(shop, id)).fulfillments).carrierHasIt).toBe(true);
  });

  it('gives the stock of an item per location, with what orders have claimed', async () => {
    const shop = await aShop();
    const order = await read(shop, await anOrder(shop));
    const { itemId } = only(order.lines);
    if (!itemId) throw new Error('no item');
    expect(only(await port.readStock(shop, itemId))).toMatchObject({
      available: 2,
      onHand: 5,
      committed: 3,
      setAside: 0,
    });
  });

  it('finds the order of a fulfillment order, and none for an unknown one', async () => {
    const shop = await aShop();
    const id = await anOrder(shop);
    const part = only((await read(shop, id)).fulfillmentOrders);
    expect(await port.findOrderOf(shop, part.id)).toBe(id);
    expect(await port.findOrderOf(shop, 'gid://shopify/FulfillmentOrder/1')).toBeNull();
  });

  it('lists what is not fulfilled, oldest first, also what is on hold or partly sent', async () => {
    const shop = await aShop();
    const [open, held, partly, sent] = [
      await anOrder(shop),
      await anOrder(shop),
      await anOrder(shop),
      await anOrder(shop),
    ];
    const part = only((await read(shop, held)).fulfillmentOrders);
    await sim('POST', `/fulfillment-orders/${encodeURIComponent(part.id)}/hold`, {});
    await sim('POST', '/fulfillments', {
      shop,
      orderId: partly,
      lines: [{ sku: 'KETTLE', quantity: 1 }],
    });
    await sim('POST', '/fulfillments', { shop, orderId: sent });
    expect(await port.listOpenOrders(shop, null)).toEqual({
      ids: [open, held, partly],
      next: null,
    });
  });

  it('knows the shop', async () => {
    const shop = await aShop({ timezone: 'Europe/Vienna', name: 'Tea House' });
    expect(await port.readShop(shop)).toMatchObject({
      name: 'Tea House',
      timezone: 'Europe/Vienna',
      currencyCode: 'EUR',
    });
  });

  it('knows the scopes that the merchant granted', async () => {
    const shop = await aShop({ scopes: ['write_orders', 'write_payment_terms'] });
    const { scopes } = await port.readAccess(shop);
    expect(scopes).toContain('write_payment_terms');
    expect(scopes).not.toContain('read_all_orders');
    await sim('PATCH', `/shops/${shop}`, { scopes: ['write_orders', 'read_all_orders'] });
    expect((await port.readAccess(shop)).scopes).toContain('read_all_orders');
  });
});
