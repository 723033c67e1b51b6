import type { LineId, LocationId } from '../../../app/domain/ids';
import { commit, levelOf } from './stock';
import {
  addFulfillmentOrder,
  type FakeFulfillmentOrder,
  type FakeOrder,
  findHint,
  lineOf,
  type World,
} from './state';

/* Units change their fulfillment order: split, merged, moved. */

/** Takes units out into a fulfillment order of their own; null when there are none. */
export function splitOff(
  world: World,
  order: FakeOrder,
  fo: FakeFulfillmentOrder,
  units: ReadonlyMap<LineId, number>,
): FakeFulfillmentOrder | null {
  const going = new Map([...units].filter(([, n]) => n > 0));
  if (going.size === 0) return null;
  for (const [line, n] of going) {
    const left = (fo.remaining.get(line) ?? 0) - n;
    if (left > 0) fo.remaining.set(line, left);
    else fo.remaining.delete(line);
  }
  const other = addFulfillmentOrder(world, order, fo.locationId, going);
  findHint(world, other);
  return other;
}

const isFree = (fo: FakeFulfillmentOrder): boolean =>
  !fo.cancelled &&
  !fo.accepted &&
  fo.holds.length === 0 &&
  [...fo.remaining.values()].some((n) => n > 0);

/** A person splits: only what is open and not on hold can be. */
export function split(
  world: World,
  order: FakeOrder,
  fo: FakeFulfillmentOrder,
  units: ReadonlyMap<LineId, number>,
): FakeFulfillmentOrder | null {
  const there = [...units].every(([line, n]) => (fo.remaining.get(line) ?? 0) >= n);
  if (!isFree(fo) || !there) return null;
  findHint(world, fo);
  return splitOff(world, order, fo, units);
}

/** A person merges what is open at one location into the first of it. */
export function merge(world: World, order: FakeOrder): void {
  for (const first of order.fulfillmentOrders.filter(isFree))
    for (const other of order.fulfillmentOrders) {
      if (other === first || !isFree(first) || !isFree(other)) continue;
      if (other.locationId !== first.locationId) continue;
      for (const [line, n] of other.remaining)
        first.remaining.set(line, (first.remaining.get(line) ?? 0) + n);
      other.remaining.clear();
      for (const fo of [first, other]) findHint(world, fo);
    }
}

/** A person moves all that is left of a fulfillment order to another location; false where a line is in others, too. */
export function move(
  world: World,
  order: FakeOrder,
  fo: FakeFulfillmentOrder,
  to: LocationId,
): boolean {
  const elsewhere = (line: LineId): boolean =>
    order.fulfillmentOrders.some((other) => other !== fo && (other.remaining.get(line) ?? 0) > 0);
  if (!isFree(fo) || [...fo.remaining.keys()].some(elsewhere)) return false;
  for (const [id, units] of fo.remaining) {
    const line = lineOf(order, id);
    commit(world, levelOf(world, line.itemId, line.locationId), -units);
    commit(world, levelOf(world, line.itemId, to), units);
    line.locationId = to;
  }
  fo.locationId = to;
  findHint(world, fo);
  return true;
}
