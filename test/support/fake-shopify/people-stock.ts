import { availableOf, levelOf, setAside, setAvailable, setOnHand, unstock } from './stock';
import type { FakeLevel, World } from './state';
import { HOUSE, itemId, locationId } from './store';

/** What people and feeds do with stock. */
export function createStockControls(world: World) {
  const level = (sku: string, location = HOUSE): FakeLevel =>
    levelOf(world, itemId(sku), locationId(location));
  return {
    onHand: (sku: string, units: number, location?: string): void =>
      setOnHand(world, level(sku, location), units),
    arrive: (sku: string, units: number, location?: string): void => {
      const there = level(sku, location);
      setOnHand(world, there, there.onHand + units);
    },
    feed: (sku: string, available: number, location?: string): void =>
      setAvailable(world, level(sku, location), available),
    setAside: (sku: string, units: number, location?: string): void =>
      setAside(world, level(sku, location), units),
    unstock: (sku: string, location?: string): void => unstock(world, level(sku, location)),
    /** What was taken off is stocked again, with what the orders there still need of it. */
    restock: (sku: string, units: { onHand: number; committed: number }): void => {
      const there = level(sku);
      there.committed = units.committed;
      setOnHand(world, there, units.onHand);
    },
    /** Paid orders with units there can't be cancelled with restocking any more. */
    deactivate: (location = HOUSE): void => void world.deactivated.add(locationId(location)),
    stock: (sku: string, location?: string) => {
      const there = level(sku, location);
      return { ...there, available: availableOf(there) };
    },
  };
}
