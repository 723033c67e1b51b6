import type { Bench } from './bench';

/* A store of its own for a journey, opened by the simulator's calls: nobody's part is played here yet. */

export interface Goods {
  readonly sku: string;
  readonly title: string;
  readonly available?: number;
}

export const KETTLE: Goods = { sku: 'KETTLE', title: 'Copper kettle' };
export const LAMP: Goods = { sku: 'LAMP', title: 'Reading lamp' };

export async function openStore(
  { sim }: Bench,
  name: string,
  goods: readonly Goods[] = [KETTLE],
  facts: { readonly captureMode?: 'manual' | 'checkout' } = {},
): Promise<string> {
  const shop = `${name}.myshopify.com`;
  // Captures succeed at once: the pages are looked at while the time stands still.
  await sim.post('/_sim/shops', { shop, name: 'Harbor', capturesPend: false, ...facts });
  for (const { sku, title, available = 0 } of goods)
    await sim.post('/_sim/products', { shop, sku, title, available, price: '40.00' });
  return shop;
}

export interface Ordered {
  readonly orderId: string;
  readonly name: string;
  readonly number: string;
}

/** An order that is there already when the journey begins. */
export async function ordered(
  { sim }: Bench,
  shop: string,
  email: string | null,
  skus: readonly string[] = ['KETTLE'],
): Promise<Ordered> {
  const { orderId, name } = await sim.post<{ orderId: string; name: string }>('/_sim/orders', {
    shop,
    email,
    phone: '+12125550100',
    country: 'US',
    province: 'NY',
    routing: 'at-once',
    lines: skus.map((sku) => ({ sku, quantity: 1 })),
  });
  return { orderId, name, number: orderId.split('/').at(-1) ?? '' };
}
