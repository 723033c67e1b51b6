import type { World } from '../world/world';
import { Refusal, notFound } from '../world/refusal';
import type { Actor, Level, Location, Product, Shop } from '../world/types';
import { bare } from '../webhooks/numbers';

export type Countable =
  | 'available'
  | 'committed'
  | 'incoming'
  | 'reserved'
  | 'damaged'
  | 'safety_stock'
  | 'quality_control';
export const COUNTABLE: readonly Countable[] = [
  'available',
  'committed',
  'incoming',
  'reserved',
  'damaged',
  'safety_stock',
  'quality_control',
];

export const onHand = (level: Level): number =>
  level.available +
  level.committed +
  level.reserved +
  level.damaged +
  level.safety_stock +
  level.quality_control;

export const quantity = (level: Level, name: string): number | undefined =>
  name === 'on_hand' ? onHand(level) : isCountable(name) ? level[name] : undefined;

export const isCountable = (name: string): name is Countable =>
  COUNTABLE.some((known) => known === name);

export const findLevel = (shop: Shop, itemId: string, locationId: string): Level | undefined =>
  shop.levels.find((level) => level.itemId === itemId && level.locationId === locationId);

/** An item counts where its level is active and the location is too; else Shopify leaves the level out. */
export const isStocked = (shop: Shop, level: Level): boolean =>
  level.active && shop.locations.some(({ id, active }) => id === level.locationId && active);

export const levelId = (level: Level): string =>
  `gid://shopify/InventoryLevel/${tail(level.locationId)}?inventory_item_id=${tail(level.itemId)}`;

const tail = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);

export function productBySku(shop: Shop, sku: string): Product {
  const product = shop.products.find((candidate) => candidate.sku === sku);
  if (!product) throw notFound(`The product with SKU ${sku}`);
  return product;
}

/** By gid, by number or by name; without a word, the first. */
export function findLocation(shop: Shop, wanted?: string): Location {
  const found =
    wanted === undefined
      ? shop.locations[0]
      : shop.locations.find((l) => l.id === wanted || tail(l.id) === wanted || l.name === wanted);
  if (!found) throw notFound(`The location ${wanted ?? ''}`);
  return found;
}

export interface StockChange {
  itemId: string;
  locationId: string;
  by: Actor;
  reason: string;
  orderId?: string | undefined;
  changes: Partial<Record<Countable, number>>;
}

/** Changes a level, writes it down, and tells the app when what can be sold has changed. */
export function changeStock(world: World, shop: Shop, change: StockChange): Level {
  const level = findLevel(shop, change.itemId, change.locationId);
  if (!level) throw new Refusal('The item is not stocked at the location', 'INVALID_LOCATION');
  for (const name of COUNTABLE) level[name] += change.changes[name] ?? 0;
  level.updatedAt = world.clock.iso();
  world.ledger.append({
    shop: shop.domain,
    kind: 'stock',
    by: change.by,
    orderId: change.orderId,
    target: change.itemId,
    detail: {
      reason: change.reason,
      sku: shop.products.find((product) => product.itemId === change.itemId)?.sku,
      itemId: change.itemId,
      locationId: change.locationId,
      changes: change.changes,
      available: level.available,
      committed: level.committed,
      onHand: onHand(level),
    },
  });
  if (change.changes.available) announceLevel(world, shop, level);
  return level;
}

export function announceLevel(
  world: World,
  shop: Shop,
  level: Level,
  topic = 'inventory_levels/update',
): void {
  const ids = { inventory_item_id: bare(level.itemId), location_id: bare(level.locationId) };
  const body =
    topic === 'inventory_levels/disconnect'
      ? ids
      : {
          ...ids,
          available: level.available,
          updated_at: level.updatedAt,
          admin_graphql_api_id: levelId(level),
        };
  world.emit(shop, topic, body);
}

/** Starts stocking an item at a location. */
export function connectStock(
  world: World,
  shop: Shop,
  itemId: string,
  locationId: string,
  available: number,
  by: Actor = 'merchant',
): Level {
  const level: Level = {
    itemId,
    locationId,
    available: 0,
    committed: 0,
    incoming: 0,
    reserved: 0,
    damaged: 0,
    safety_stock: 0,
    quality_control: 0,
    active: true,
    updatedAt: world.clock.iso(),
  };
  shop.levels.push(level);
  announceLevel(world, shop, level, 'inventory_levels/connect');
  if (available !== 0)
    changeStock(world, shop, { itemId, locationId, by, reason: 'initial', changes: { available } });
  return level;
}

export interface StockWrite {
  itemId: string;
  locationId: string;
  of: 'available' | 'on_hand';
  set?: number | undefined;
  adjust?: number | undefined;
  by: Actor;
  reason: string;
}

/** Overwrites a number or adds to it; on_hand moves through available, as in Shopify. */
export function writeStock(world: World, shop: Shop, write: StockWrite): Level {
  const level =
    findLevel(shop, write.itemId, write.locationId) ??
    connectStock(world, shop, write.itemId, write.locationId, 0, write.by);
  if (!isStocked(shop, level))
    throw new Refusal(
      'The specified inventory item is not stocked at the location.',
      'ITEM_NOT_STOCKED_AT_LOCATION',
    );
  const before = write.of === 'available' ? level.available : onHand(level);
  const delta = write.set === undefined ? (write.adjust ?? 0) : write.set - before;
  return changeStock(world, shop, {
    itemId: write.itemId,
    locationId: write.locationId,
    by: write.by,
    reason: `${write.reason}:${write.set === undefined ? 'adjust' : 'set'}:${write.of}`,
    changes: { available: delta },
  });
}
