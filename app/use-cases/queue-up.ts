import type { ItemId } from '../domain/ids';
import type { OrderSnapshot } from '../domain/order';
import type { Shop } from '../domain/settings';
import type { Demand, Tx } from '../ports';
import { demandOfOrder } from './demand-of-order';

/** Takes the order's place in the queue; items whose demand changed are shared out again. */
export async function queueUp(tx: Tx, order: OrderSnapshot, shop: Shop, now: Date): Promise<void> {
  const before = await tx.demandOfOrder(order.id);
  const after = demandOfOrder(order);
  await tx.replaceDemand(order.id, after);
  await tx.setAllocated(unjudged(before, after, shop.settings.feedLocations));
  const stock = (row: Omit<Demand, 'allocated'>): string =>
    `${row.lineId} ${row.locationId ?? ''} ${row.itemId} ${row.quantity}`;
  const were = new Set(before.map(stock));
  const are = new Set(after.map(stock));
  const changed = new Set<ItemId>(
    [
      ...before.filter((row) => !are.has(stock(row))),
      ...after.filter((row) => !were.has(stock(row))),
      ...before.filter((row) => row.allocated === null && are.has(stock(row))),
    ].map((row) => row.itemId),
  );
  await tx.addTasks(
    [...changed].map((itemId) => ({
      shop: tx.shop,
      body: { kind: 'share-item', itemId },
      dueAt: now,
    })),
  );
}

type Judged = Pick<Demand, 'orderId' | 'lineId' | 'locationId' | 'allocated'>;

/**
 * Rows of which more or less is wanted than when they were judged. What of it is there is unknown until the item is shared
 * out again: until then no new unit is short, and nothing is captured. Only who was found short stays so when units have
 * left, which take what they were given with them; and at a feed's location in any case: that ends by someone's word alone.
 */
function unjudged(
  before: readonly Demand[],
  after: readonly Omit<Demand, 'allocated'>[],
  feeds: readonly string[],
): Judged[] {
  return after.flatMap(({ orderId, lineId, locationId, quantity }): Judged[] => {
    const was = before.find((row) => row.lineId === lineId && row.locationId === locationId);
    if (was?.allocated == null || was.quantity === quantity) return [];
    const key = { orderId, lineId, locationId };
    const gone = Math.max(0, was.quantity - quantity);
    const isShort = was.allocated < was.quantity;
    if (isShort && gone > 0) return [{ ...key, allocated: Math.max(0, was.allocated - gone) }];
    const doubted = locationId !== null && feeds.includes(locationId);
    return isShort && doubted ? [] : [{ ...key, allocated: null }];
  });
}
