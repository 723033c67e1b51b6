import { z } from 'zod';
import type { ShopId } from '../../app/domain/ids';
import type { SimulatedShopify } from '../../test/support/simulated-shopify';

export const ORDERS = 1_000;
export const CHANGED = 20;
const ITEMS = 25;
const IN_STOCK = 5_000;

const Made = z.object({ orderId: z.string() });
const Clock = z.object({ now: z.coerce.date() });

const skuOf = (n: number): string => `ITEM-${n % ITEMS}`;

/** A shop on the smallest plan with orders of two items each, all of them in stock. */
export async function openBusyShop({ sim, openShop, exchangeToken }: SimulatedShopify): Promise<{
  readonly shop: ShopId;
  readonly token: string;
  readonly now: Date;
  /** One unit more of the first item of a few orders. */
  changeSome(): Promise<void>;
}> {
  const shop = await openShop({ plan: 'basic' });
  const { access } = await exchangeToken(shop, false);
  for (let i = 0; i < ITEMS; i += 1)
    await sim('POST', '/products', { shop, sku: skuOf(i), price: '20.00', available: IN_STOCK });
  const orders: string[] = [];
  for (let i = 0; i < ORDERS; i += 1) {
    const lines = [skuOf(i), skuOf(i * 7 + 1)].map((sku) => ({ sku, quantity: 1 }));
    const customer = { email: `customer${i}@example.com`, country: 'AT' };
    const made = await sim('POST', '/orders', { shop, ...customer, lines, routing: 'at-once' });
    orders.push(Made.parse(made).orderId);
  }
  const { now } = Clock.parse(await sim('GET', '/clock'));
  return {
    shop,
    token: access,
    now,
    async changeSome() {
      for (const [i, id] of orders.slice(0, CHANGED).entries())
        await sim('POST', `/orders/${encodeURIComponent(id)}/edit`, {
          lines: [{ sku: skuOf(i), quantity: 2 }],
        });
    },
  };
}
