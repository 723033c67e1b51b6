import { allocate, type Claimant, type Share } from '../domain/allocate';
import { addMs, earliest, MINUTE } from '../domain/calendar';
import type { ItemId, LocationId, OrderId } from '../domain/ids';
import type { StockLevel } from '../domain/order';
import type { Shop } from '../domain/settings';
import type { Demand, Work } from '../ports';
import type { Deps } from './deps';

/** Stock and demand are read again together so often when they disagree; then what is known is shared. */
const ROUNDS = 3;

/** By then the hourly round has gone through what changed in the shop, and knows the orders whose webhooks were lost. */
const KNOWN_AFTER = 75 * MINUTE;

interface Routed extends Demand {
  readonly locationId: LocationId;
}

function isRoutedRow(row: Demand): row is Routed {
  return row.locationId !== null;
}

const isOf = (share: Share, row: Routed): boolean =>
  share.lineId === row.lineId && share.locationId === row.locationId;
const unitsOf = (rows: readonly Demand[]): number =>
  rows.reduce((total, row) => total + row.quantity, 0);
const unitsAt = (rows: readonly Routed[], locationId: LocationId): number =>
  unitsOf(rows.filter((row) => row.locationId === locationId));

/** Shopify commits a unit when it is ordered: another number than our demand means that one of the two is out of date. */
function disagrees(levels: readonly StockLevel[], rows: readonly Routed[]): boolean {
  return levels.some((level) => unitsAt(rows, level.locationId) !== level.committed);
}

/**
 * Demand at locations where Shopify commits less than it: one of its orders has changed. Where Shopify commits more, the
 * orders that are known can't tell why, and to read all of them for each one that is not known yet would use up a shop's API
 * budget while its orders are taken in.
 */
function overdrawn(levels: readonly StockLevel[], rows: readonly Routed[]): readonly Routed[] {
  return rows.filter(({ locationId }) => {
    const committed = levels.find((level) => level.locationId === locationId)?.committed ?? 0;
    return unitsAt(rows, locationId) > committed;
  });
}

/**
 * Where Shopify shows no stock of the item any more (its location was deactivated, or the item was taken off it), nobody
 * knows what is there. Only who was found short at a feed's location stays so: that ends by someone's word alone.
 */
function lostShares(
  rows: readonly Routed[],
  levels: readonly StockLevel[],
  { settings }: Shop,
): Share[] {
  const isDoubted = ({ locationId, allocated, quantity }: Routed): boolean =>
    settings.feedLocations.includes(locationId) && allocated !== null && allocated < quantity;
  return rows
    .filter((row) => !levels.some(({ locationId }) => locationId === row.locationId))
    .filter((row) => !isDoubted(row))
    .map(({ orderId, lineId, locationId }) => ({ orderId, lineId, locationId, allocated: null }));
}

/**
 * Reads an item's stock and shares it over everyone who waits for it, under the item's lock (P10). Every order whose
 * share changed is looked at again.
 */
export async function shareItem(
  deps: Deps,
  work: Work,
  itemId: ItemId,
  round: number,
): Promise<void> {
  const { shop: shopId } = work.claim;
  const levels = await deps.shopify.readStock(shopId, itemId);
  await work.finish({ items: [itemId] }, async (tx) => {
    const shop = await tx.loadShop();
    if (shop === null || shop.uninstalledAt !== null) return;
    await tx.saveStock(levels, work.now);
    const all = await tx.demandOfItem(itemId);
    const rows = all.filter(isRoutedRow);
    const look = (orderIds: Iterable<OrderId>, because?: 'shares'): Promise<void> =>
      tx.addTasks(
        [...new Set(orderIds)].map((orderId) => ({
          shop: shopId,
          body: {
            kind: 'look-at-order',
            orderId,
            ...(because === undefined ? {} : { because }),
          },
          dueAt: work.now,
        })),
      );

    if (disagrees(levels, rows) && round < ROUNDS) {
      await look(overdrawn(levels, rows).map((row) => row.orderId));
      const body = { kind: 'share-item' as const, itemId, round: round + 1 };
      await tx.addTasks([{ shop: shopId, body, dueAt: addMs(work.now, MINUTE / 3) }]);
      return;
    }
    const unplaced = all.filter((row) => row.locationId === null);
    const shelves = levels.map((level) => ({
      locationId: level.locationId,
      unknown: Math.max(0, level.committed - unitsAt(rows, level.locationId) - unitsOf(unplaced)),
      onHand: level.onHand,
      setAside: level.setAside,
      feed: shop.settings.feedLocations.includes(level.locationId),
    }));
    const knownBy = (row: Routed): Date => addMs(row.orderedAt, KNOWN_AFTER);
    const claimants = rows.map((row): Claimant => ({ ...row, isRecent: knownBy(row) > work.now }));
    const shares = allocate(claimants, shelves);
    const changed = [...shares, ...lostShares(rows, levels, shop)].filter((share) => {
      const row = rows.find((one) => isOf(share, one));
      return row !== undefined && row.allocated !== share.allocated;
    });
    await tx.setAllocated(changed);
    await look(
      changed.map((share) => share.orderId),
      'shares',
    );
    const [first, ...others] = rows
      .filter((row) => shares.some((share) => isOf(share, row) && share.allocated === null))
      .map(knownBy);
    if (first === undefined) return;
    const body = { kind: 'share-item' as const, itemId };
    await tx.addTasks([{ shop: shopId, body, dueAt: earliest(first, ...others) }]);
  });
}
