import type { SimulatorClient } from '../stack/client';

/** What the demo's shop sells: two products in stock, and three that have run out in the week before. */
const PRODUCTS = [
  { sku: 'KETTLE', title: 'Copper kettle', vendor: 'Supplier A', price: '40.00', available: 2 },
  { sku: 'LAMP', title: 'Reading lamp', vendor: 'Supplier B', price: '25.00', available: 12 },
  { sku: 'BLANKET', title: 'Wool blanket', vendor: 'Supplier C', price: '68.00', available: 0 },
  { sku: 'TEAPOT', title: 'Stoneware teapot', vendor: 'Supplier A', price: '54.00', available: 0 },
  { sku: 'MILL', title: 'Pepper mill', vendor: 'Supplier B', price: '32.00', available: 0 },
];

export async function fillShelves(sim: SimulatorClient, shop: string): Promise<void> {
  for (const product of PRODUCTS) await sim.post('/_sim/products', { shop, ...product });
}

export const arrive = (
  sim: SimulatorClient,
  shop: string,
  sku: string,
  adjust: number,
): Promise<unknown> => sim.post('/_sim/inventory', { shop, sku, adjust });
