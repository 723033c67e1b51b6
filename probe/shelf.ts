import type { Shelf } from './bench';
import type { Things } from './things';

const PLENTY = 50;

/** Two places and two products, both of which may be sold without stock. */
export async function stock(things: Things): Promise<Shelf> {
  const main = await things.location('Probe warehouse');
  const second = await things.location('Probe shop');
  const plenty = await things.product('Probe, plenty in stock', [
    { at: main.id, quantity: PLENTY },
  ]);
  const missing = await things.product('Probe, none in stock', [{ at: main.id, quantity: 0 }]);
  return { main, second, plenty, missing };
}
