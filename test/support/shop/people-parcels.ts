import type { LineId, OrderId } from '../../../app/domain/ids';
import type { Fulfillment } from '../../../app/domain/order';
import {
  addFulfillmentEvent,
  cancelFulfillment,
  fulfill,
} from '../../../simulator/shop/fulfillments';
import { remaining } from '../../../simulator/shop/fulfillment-orders';
import type { FulfillmentOrder, Order } from '../../../simulator/world/types';
import type { Opened } from './open';
import type { Records } from './records';
import { hasLeft, parcelOf } from './snapshot';

export interface Packing {
  readonly trackingNumber?: string | null;
  readonly notify?: boolean;
  /** All that is open or at work and not on hold, or of it these units. */
  readonly lines?: ReadonlyMap<LineId, number>;
}

/** What is packed, handed over and unpacked. */
export function createParcelControls({ world, shop }: Opened, { record }: Records) {
  return {
    /** One parcel for each place, of which the last is told; null when there is nothing to pack. */
    fulfill: (id: OrderId, how: Packing = {}): Fulfillment | null => {
      const order = record(id);
      if (order.cancelledAt !== null) return null;
      const parts = partsToPack(order, how.lines);
      for (const locationId of new Set(parts.map(({ fo }) => fo.locationId)))
        fulfill(world, shop, order, {
          parts: parts.filter(({ fo }) => fo.locationId === locationId),
          tracking: how.trackingNumber
            ? [{ company: null, number: how.trackingNumber, url: null }]
            : [],
          notify: how.notify ?? true,
          by: 'merchant',
        });
      return parts.length > 0 ? (order.fulfillments.map(parcelOf).at(-1) ?? null) : null;
    },
    /** The carrier's first event, for each parcel that has a number. */
    carrierTakes: (id: OrderId): void => {
      for (const parcel of record(id).fulfillments)
        if (parcel.status === 'SUCCESS' && parcel.tracking.length > 0 && !hasLeft(parcel))
          addFulfillmentEvent(world, shop, record(id), parcel, 'IN_TRANSIT', null);
    },
    /** The newest parcel that the carrier doesn't have is unpacked. */
    unpack: (id: OrderId): void => {
      const order = record(id);
      const last = order.fulfillments.findLast((f) => f.status === 'SUCCESS' && !hasLeft(f));
      if (last !== undefined && order.cancelledAt === null)
        cancelFulfillment(world, shop, order, last, 'merchant');
    },
  };
}

function partsToPack(order: Order, wanted: ReadonlyMap<LineId, number> | undefined) {
  const left = wanted && new Map<string, number>(wanted);
  const take = (lineId: string, there: number): number => {
    if (left === undefined) return there;
    const quantity = Math.min(there, left.get(lineId) ?? 0);
    left.set(lineId, (left.get(lineId) ?? 0) - quantity);
    return quantity;
  };
  const isOpen = (fo: FulfillmentOrder): boolean =>
    (fo.status === 'OPEN' || fo.status === 'IN_PROGRESS') && remaining(fo) > 0;
  return order.fulfillmentOrders.filter(isOpen).flatMap((fo) => {
    const lines = fo.lines
      .map((line) => ({ id: line.id, quantity: take(line.lineId, line.remaining) }))
      .filter(({ quantity }) => quantity > 0);
    return lines.length > 0 ? [{ fo, lines }] : [];
  });
}
