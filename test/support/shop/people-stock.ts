import { changeStock, onHand, writeStock } from '../../../simulator/shop/stock';
import { restock, setLocationActive, unstock } from '../../../simulator/shop/stocking';
import { levelOf } from './goods';
import { type Opened, place } from './open';
import { HOUSE } from './setup';

/** Shopify lets go of no item's last location, and of no last location in use: this one is there for it. */
const ELSEWHERE = 'elsewhere';

/** What people and feeds do with stock. */
export function createStockControls(opened: Opened) {
  const { world, shop } = opened;
  const write = (
    sku: string,
    location: string | undefined,
    how: { of: 'available' | 'on_hand'; set?: number; adjust?: number },
  ): void => {
    const { itemId, locationId } = levelOf(opened, sku, location);
    writeStock(world, shop, { itemId, locationId, by: 'merchant', reason: 'people', ...how });
  };
  return {
    onHand: (sku: string, units: number, location?: string): void =>
      write(sku, location, { of: 'on_hand', set: units }),
    arrive: (sku: string, units: number, location?: string): void =>
      write(sku, location, { of: 'on_hand', adjust: units }),
    feed: (sku: string, available: number, location?: string): void =>
      write(sku, location, { of: 'available', set: available }),
    /** So many units are on hand and not for sale. */
    setAside: (sku: string, units: number, location?: string): void => {
      const { itemId, locationId, damaged } = levelOf(opened, sku, location);
      const more = units - damaged;
      const changes = { damaged: more, available: -more };
      changeStock(world, shop, { itemId, locationId, by: 'merchant', reason: 'damaged', changes });
    },
    /** The item is taken off the location: Shopify shows no such level any more. */
    unstock: (sku: string, location?: string): void => {
      const { itemId, locationId } = levelOf(opened, sku, location);
      levelOf(opened, sku, ELSEWHERE);
      unstock(world, shop, itemId, locationId);
    },
    /** What was taken off is stocked again, with the numbers that it had. */
    restock: (sku: string, location?: string): void => {
      const { itemId, locationId } = levelOf(opened, sku, location);
      restock(world, shop, itemId, locationId);
    },
    /** Nothing is shipped from the location any more, nor put back there. */
    deactivate: (location = HOUSE): void => {
      place(opened, ELSEWHERE);
      setLocationActive(world, shop, place(opened, location), false);
    },
    stock: (sku: string, location?: string) => {
      const level = levelOf(opened, sku, location);
      const { available, committed, damaged: setAside } = level;
      return { available, committed, setAside, onHand: onHand(level) };
    },
  };
}
