import { availableOf, levelOf, setAside, setAvailable, setOnHand } from './stock';
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
    stock: (sku: string, location?: string) => {
      const there = level(sku, location);
      return { ...there, available: availableOf(there) };
    },
  };
}
