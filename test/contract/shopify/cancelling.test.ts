import { createAdminClient } from '../../../app/adapters/shopify/admin-client.server';
import { createShopifyPort } from '../../../app/adapters/shopify/shopify-port.server';
import { only, silent, onSimulator } from './on-simulator';

const { aShop, anOrder, ledger, port, read, sim, tokens } = onSimulator();

describe('cancelling', () => {
  const wish = { reason: 'CUSTOMER' as const, restock: true, note: 'As the customer asked' };

  it('runs as a job: pending at first, and the order shows the end of it', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    expect(await port.cancelOrder(shop, { orderId, ...wish })).toMatchObject({
      outcome: 'pending',
    });
    await sim('POST', '/clock', { advance: 'PT10S' });
    const order = await read(shop, orderId);
    expect(order.cancelledAt).not.toBeNull();
    expect(order.transactions.map((t) => t.kind)).toEqual(['authorization', 'void']);
    expect(only(await ledger(shop, 'cancel'))).toMatchObject({
      detail: { reason: 'CUSTOMER', restock: true, refund: true, notify: false },
    });
  });

  it('is done when the job ends while one looks at it', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    const patient = createShopifyPort(
      createAdminClient({ tokenFor: async () => tokens.get(shop) ?? '', log: silent }),
      { pollMs: [300, 300] },
    );
    const result = patient.cancelOrder(shop, { orderId, ...wish });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await sim('POST', '/clock', { advance: 'PT10S' });
    expect(await result).toMatchObject({ outcome: 'done' });
  });

  it('is refused for what has left', async () => {
    const shop = await aShop();
    const orderId = await anOrder(shop);
    await sim('POST', '/fulfillments', {
      shop,
      orderId,
      lines: [{ sku: 'KETTLE', quantity: 1 }],
    });
    expect(await port.cancelOrder(shop, { orderId, ...wish })).toMatchObject({
      outcome: 'refused',
    });
  });
});
