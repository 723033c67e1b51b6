import type { SimulatorClient } from './stack/client';

/** The demo's shop: enough on the shelves to buy, and one product that has just run out. */
export const DEMO_SHOP = 'harbor.myshopify.com';

const PRODUCTS = [
  { sku: 'KETTLE', title: 'Copper kettle', price: '40.00', available: 0 },
  { sku: 'LAMP', title: 'Reading lamp', price: '25.00', available: 5 },
  { sku: 'BLANKET', title: 'Wool blanket', price: '68.00', available: 2 },
];

export async function seedDemo(sim: SimulatorClient): Promise<void> {
  await sim.post('/_sim/shops', { shop: DEMO_SHOP, name: 'Harbor', captureMode: 'manual' });
  for (const product of PRODUCTS)
    await sim.post('/_sim/products', { shop: DEMO_SHOP, vendor: 'Harbor', ...product });
}
