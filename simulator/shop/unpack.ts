import type { Fulfillment, FulfillmentOrder, Order } from '../world/types';
import type { World } from '../world/world';
import { newFulfillmentOrder } from './fulfillment-orders';

/**
 * What a cancelled parcel does to its fulfillment orders. Recorded: one that was wholly fulfilled stays closed, its lines
 * count the units as remaining again, and a new open one has the same units. By the schema one that was fulfilled in part
 * takes its units back.
 */
export function unpack(world: World, order: Order, parcel: Fulfillment): void {
  const again = new Map<FulfillmentOrder, { lineId: string; quantity: number }[]>();
  for (const { lineId, quantity, fulfillmentOrderId } of parcel.lines) {
    const fo = order.fulfillmentOrders.find(({ id }) => id === fulfillmentOrderId);
    if (!fo) continue;
    const line = fo.lines.find((candidate) => candidate.lineId === lineId);
    if (line) line.remaining = Math.min(line.total, line.remaining + quantity);
    fo.updatedAt = world.clock.iso();
    if (fo.status === 'CLOSED') again.set(fo, [...(again.get(fo) ?? []), { lineId, quantity }]);
    else if (isWhole(fo)) fo.status = 'OPEN';
  }
  for (const [fo, lines] of again)
    newFulfillmentOrder(world, order, parcel.locationId, lines, fo.delivery);
}

/** Nothing of it has shipped any more. */
const isWhole = (fo: FulfillmentOrder): boolean =>
  fo.status === 'IN_PROGRESS' &&
  fo.requestStatus === 'UNSUBMITTED' &&
  fo.lines.every(({ total, remaining }) => total === remaining);
