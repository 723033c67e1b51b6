import { Refusal } from '../world/refusal';
import type { Level, Location, Shop } from '../world/types';
import type { World } from '../world/world';
import { announceLevel, connectStock, findLevel } from './stock';

/* Where an item is stocked, and which locations are in use. */

const noteOf = (
  world: World,
  shop: Shop,
  kind: string,
  target: string,
  detail: Record<string, unknown>,
): void => {
  world.ledger.append({ shop: shop.domain, kind, by: 'merchant', target, detail });
};

/**
 * The item is no longer stocked at the location. Shopify allows it while units are committed there (recorded); the level
 * keeps its numbers, and is left out of inventoryLevels unless includeInactive is asked for.
 */
export function unstock(world: World, shop: Shop, itemId: string, locationId: string): Level {
  const level = findLevel(shop, itemId, locationId);
  if (!level?.active)
    throw new Refusal("The inventory item isn't stocked at the location", 'NOT_FOUND');
  const others = shop.levels.filter((l) => l.itemId === itemId && l.active && l !== level);
  if (others.length === 0)
    throw new Refusal(
      'The item must be stocked at another location first',
      'CANNOT_DEACTIVATE_LAST_LOCATION',
    );
  level.active = false;
  level.updatedAt = world.clock.iso();
  noteOf(world, shop, 'unstocked', itemId, { locationId });
  announceLevel(world, shop, level, 'inventory_levels/disconnect');
  return level;
}

/** Starts stocking the item at the location, or stocks it there again with the numbers that it had. */
export function restock(world: World, shop: Shop, itemId: string, locationId: string): Level {
  const level = findLevel(shop, itemId, locationId);
  if (!level) return connectStock(world, shop, itemId, locationId, 0);
  if (level.active) return level;
  level.active = true;
  level.updatedAt = world.clock.iso();
  announceLevel(world, shop, level, 'inventory_levels/connect');
  return level;
}

/** A location that is not active has no levels for the app; fulfillment orders stay assigned to it. */
export function setLocationActive(
  world: World,
  shop: Shop,
  location: Location,
  active: boolean,
): Location {
  if (!active && shop.locations.filter((l) => l.active && l !== location).length === 0)
    throw new Refusal('The only active location cannot be deactivated', 'PERMANENTLY_BLOCKED');
  location.active = active;
  noteOf(world, shop, active ? 'location-activated' : 'location-deactivated', location.id, {
    name: location.name,
  });
  return location;
}
