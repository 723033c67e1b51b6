import { notFound, Refusal } from '../world/refusal';
import type { Shop } from '../world/types';
import type { World } from '../world/world';

/** What `look` finds, in the shop that has it; ids are unique over all shops. */
export function search<T>(world: World, look: (shop: Shop) => T): T & { shop: Shop } {
  for (const shop of world.shops()) {
    try {
      return { ...look(shop), shop };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  throw notFound('It');
}
