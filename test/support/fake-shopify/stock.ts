import type { ItemId, LocationId } from '../../../app/domain/ids';
import type { StockLevel } from '../../../app/domain/order';
import type { FakeLevel, World } from './state';

/*
 * Stock as Shopify counts it: on hand = available + committed + set aside. An order commits its units; a fulfillment
 * takes them from committed and on hand; a cancellation gives committed back to available and leaves on hand alone.
 */

export function levelOf(world: World, itemId: ItemId, locationId: LocationId): FakeLevel {
  const key = `${itemId} ${locationId}`;
  const known = world.levels.get(key);
  if (known !== undefined) return known;
  const fresh = { itemId, locationId, onHand: 0, committed: 0, setAside: 0 };
  world.levels.set(key, fresh);
  return fresh;
}

export const availableOf = (level: FakeLevel): number =>
  level.onHand - level.committed - level.setAside;

export function stockLevels(world: World, itemId: ItemId): StockLevel[] {
  return [...world.levels.values()]
    .filter((level) => level.itemId === itemId)
    .map((level) => ({ ...level, available: availableOf(level) }));
}

function changed(world: World, level: FakeLevel): void {
  const { itemId: item, locationId: location, onHand, setAside } = level;
  world.log({ kind: 'stock-changed', at: world.now(), item, location, toShare: onHand - setAside });
  world.hint({ kind: 'share-item', itemId: item });
}

/** The location is deactivated, or the item taken off it: Shopify shows no such level any more. */
export function unstock(world: World, level: FakeLevel): void {
  world.levels.delete(`${level.itemId} ${level.locationId}`);
  world.hint({ kind: 'share-item', itemId: level.itemId });
}

/** Units that an order takes (or gives back, when negative) without their having moved. */
export function commit(world: World, level: FakeLevel, units: number): void {
  level.committed += units;
  world.hint({ kind: 'share-item', itemId: level.itemId });
}

/** Units that leave the house with a fulfillment (or come back, when negative). */
export function leave(world: World, level: FakeLevel, units: number): void {
  level.committed -= units;
  level.onHand -= units;
  changed(world, level);
}

export function setOnHand(world: World, level: FakeLevel, onHand: number): void {
  level.onHand = onHand;
  changed(world, level);
}

/** What a feed does: it overwrites `available`, and on hand follows. */
export function setAvailable(world: World, level: FakeLevel, available: number): void {
  setOnHand(world, level, available + level.committed + level.setAside);
}

export function setAside(world: World, level: FakeLevel, units: number): void {
  level.setAside = units;
  changed(world, level);
}
