import type { LineId } from '../../../app/domain/ids';
import { captureAfter } from './auto-capture';
import { statusOf } from './holds';
import { leave, levelOf } from './stock';
import {
  addFulfillmentOrder,
  type FakeFulfillment,
  type FakeOrder,
  lineOf,
  lookHint,
  type World,
} from './state';

/** Packs all that is open or at work and not on hold, or of it the units named; null when there is nothing. */
export function fulfill(
  world: World,
  order: FakeOrder,
  how: {
    readonly trackingNumber: string | null;
    readonly notify: boolean;
    readonly lines?: ReadonlyMap<LineId, number>;
  },
): FakeFulfillment | null {
  const taken = new Map<LineId, number>();
  for (const fo of order.fulfillmentOrders) {
    if (!['open', 'in-progress'].includes(statusOf(fo))) continue;
    for (const [lineId, remaining] of fo.remaining) {
      const wanted =
        how.lines === undefined
          ? remaining
          : (how.lines.get(lineId) ?? 0) - (taken.get(lineId) ?? 0);
      const units = Math.min(remaining, Math.max(0, wanted));
      fo.remaining.set(lineId, remaining - units);
      if (units > 0) taken.set(lineId, (taken.get(lineId) ?? 0) + units);
    }
  }
  if (taken.size === 0) return null;
  const fulfillment: FakeFulfillment = {
    id: `gid://shopify/Fulfillment/${world.nextId()}`,
    createdAt: world.now(),
    trackingNumber: how.trackingNumber,
    notified: how.notify,
    lines: [...taken].map(([lineId, quantity]) => ({ lineId, quantity })),
    carrierHasIt: false,
    cancelled: false,
  };
  order.fulfillments.push(fulfillment);
  for (const [lineId, units] of taken) {
    const line = lineOf(order, lineId);
    leave(world, levelOf(world, line.itemId, line.locationId), units);
  }
  const lines = [...taken].map(([line, units]) => ({ line, units }));
  world.log({ kind: 'packed', at: world.now(), order: order.id, lines });
  if (how.trackingNumber === null) logShipped(world, order, fulfillment);
  captureAfter(world, order, fulfillment);
  lookHint(world, order);
  return fulfillment;
}

function logShipped(world: World, order: FakeOrder, fulfillment: FakeFulfillment): void {
  const lines = fulfillment.lines.map(({ lineId, quantity }) => ({
    line: lineId,
    units: quantity,
  }));
  const toldByShopify = fulfillment.notified;
  world.log({ kind: 'shipped', at: world.now(), order: order.id, lines, toldByShopify });
}

/** The carrier's first event. */
export function handOver(world: World, order: FakeOrder, fulfillment: FakeFulfillment): void {
  if (fulfillment.cancelled || fulfillment.carrierHasIt || fulfillment.trackingNumber === null)
    return;
  fulfillment.carrierHasIt = true;
  logShipped(world, order, fulfillment);
  lookHint(world, order);
}

/** The parcel is unpacked: its units come back on hand and wait in a fulfillment order of their own. */
export function unpack(world: World, order: FakeOrder, fulfillment: FakeFulfillment): void {
  if (fulfillment.cancelled || fulfillment.carrierHasIt || order.cancelledAt !== null) return;
  fulfillment.cancelled = true;
  for (const { lineId, quantity } of fulfillment.lines) {
    const line = lineOf(order, lineId);
    leave(world, levelOf(world, line.itemId, line.locationId), -quantity);
    addFulfillmentOrder(world, order, line.locationId, new Map([[lineId, quantity]]));
  }
  const lines = fulfillment.lines.map(({ lineId, quantity }) => ({
    line: lineId,
    units: quantity,
  }));
  world.log({ kind: 'unpacked', at: world.now(), order: order.id, lines });
  lookHint(world, order);
}
