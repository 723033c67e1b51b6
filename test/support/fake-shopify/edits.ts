import type { Doer } from '../../../app/domain/history';
import type { LineId } from '../../../app/domain/ids';
import { totalOf } from './price';
import { commit, levelOf } from './stock';
import {
  addFulfillmentOrder,
  type FakeFulfillmentOrder,
  type FakeLine,
  type FakeOrder,
  lineOf,
  lookHint,
  type World,
} from './state';
import { hasPending } from './transactions';

/** A person adds units to a line: they join its fulfillment order, or a new one where that is held or done. */
export function addUnits(world: World, order: FakeOrder, lineId: LineId, units: number): boolean {
  const line = lineOf(order, lineId);
  const isFixed = order.cancelledAt !== null || hasPending(order) || !order.editable;
  if (isFixed || order.fulfillmentOrders.length === 0) return false;
  line.ordered += units;
  line.current += units;
  commit(world, levelOf(world, line.itemId, line.locationId), units);
  const open = order.fulfillmentOrders.find(
    (fo) =>
      fo.locationId === line.locationId &&
      !fo.cancelled &&
      !fo.accepted &&
      fo.holds.length === 0 &&
      [...fo.remaining.values()].some((n) => n > 0),
  );
  if (open !== undefined) open.remaining.set(lineId, (open.remaining.get(lineId) ?? 0) + units);
  else addFulfillmentOrder(world, order, line.locationId, new Map([[lineId, units]]));
  lineChanged(world, order, line, 'merchant');
  return true;
}

const holding = (order: FakeOrder, lineId: LineId): FakeFulfillmentOrder[] =>
  order.fulfillmentOrders.filter((fo) => !fo.cancelled && (fo.remaining.get(lineId) ?? 0) > 0);

/** Units of the line that are in no fulfillment. */
export const unitsToTake = (order: FakeOrder, lineId: LineId): number =>
  holding(order, lineId).reduce((total, fo) => total + (fo.remaining.get(lineId) ?? 0), 0);

/** Takes units off a line that are not in a fulfillment; false when there aren't so many. */
export function takeOff(
  world: World,
  order: FakeOrder,
  lineId: LineId,
  units: number,
  by: Doer,
): boolean {
  const line = lineOf(order, lineId);
  if (order.cancelledAt !== null || hasPending(order) || unitsToTake(order, lineId) < units)
    return false;
  let left = units;
  for (const fo of holding(order, lineId)) {
    const has = fo.remaining.get(lineId) ?? 0;
    const gone = Math.min(has, left);
    fo.remaining.set(lineId, has - gone);
    left -= gone;
  }
  line.current -= units;
  commit(world, levelOf(world, line.itemId, line.locationId), -units);
  lineChanged(world, order, line, by);
  return true;
}

/**
 * A refund without restocking, or as a return: the line counts fewer units, and its fulfillment orders keep theirs
 * (platform fact).
 */
export function takeOffLineAlone(
  world: World,
  order: FakeOrder,
  lineId: LineId,
  units: number,
): void {
  const line = lineOf(order, lineId);
  line.current -= units;
  lineChanged(world, order, line, 'merchant');
}

function lineChanged(world: World, order: FakeOrder, line: FakeLine, by: Doer): void {
  world.log({
    kind: 'line-changed',
    at: world.now(),
    order: order.id,
    line: line.id,
    units: line.current,
    total: totalOf(order),
    by,
  });
  lookHint(world, order);
}
