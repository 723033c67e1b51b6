import type { CaseLine, Units } from './case';
import type { LineId } from './ids';
import type { OrderLine, OrderSnapshot } from './order';
import { canMove, UNIT_STATES, type UnitState } from './transitions';

export const NO_UNITS: Units = {
  clear: 0,
  doubtful: 0,
  short: 0,
  ready: 0,
  packed: 0,
  shipped: 0,
  cancelled: 0,
};

export function totalUnits(units: Units): number {
  return UNIT_STATES.reduce((total, state) => total + units[state], 0);
}

/** Units that the customer still expects: neither shipped nor cancelled. */
export function unitsToCome(units: Units): number {
  return totalUnits(units) - units.shipped - units.cancelled;
}

interface Fulfilled {
  readonly packed: number;
  readonly shipped: number;
}

/** What Shopify's fulfillments say of one line. Without tracking a fulfillment counts as shipped. */
export function fulfilledUnits(order: OrderSnapshot, lineId: LineId): Fulfilled {
  let packed = 0;
  let shipped = 0;
  for (const fulfillment of order.fulfillments) {
    if (fulfillment.cancelled) continue;
    for (const part of fulfillment.lines) {
      if (part.lineId !== lineId) continue;
      if (fulfillment.trackingNumber === null || fulfillment.carrierHasIt) shipped += part.quantity;
      else packed += part.quantity;
    }
  }
  return { packed, shipped };
}

/**
 * Where a line's units stand after a new look.
 * - their sum is what was ordered;
 * - what is fulfilled, then what was removed, is Shopify's word; the rest is covered as far as it was allocated;
 * - units that were clear stay clear while covered; units that were short become ready, never clear again.
 * `allocated` is null while no stock reading has been made: then nothing but fulfillments and removals moves.
 */
export function countUnits(
  before: CaseLine | null,
  line: OrderLine,
  order: OrderSnapshot,
  allocated: number | null,
): Units {
  const { packed, shipped } = fulfilledUnits(order, line.id);
  const cancelled = Math.max(
    0,
    Math.min(line.ordered - line.current, line.ordered - packed - shipped),
  );
  const open = Math.max(0, line.ordered - packed - shipped - cancelled);
  const was = before?.units ?? { ...NO_UNITS, clear: line.ordered };
  const entered = Math.max(0, line.ordered - totalUnits(was));
  const wasClear = was.clear + entered;
  const covered =
    allocated === null ? Math.max(0, open - was.short - was.doubtful) : Math.min(allocated, open);
  const clear = Math.min(wasClear, covered);
  return {
    ...NO_UNITS,
    clear,
    ready: covered - clear,
    short: open - covered,
    packed,
    shipped,
    cancelled,
  };
}

/** Whether each unit could have come from `from` to `to` by moves of the table (several at once are fine). */
export function isLegalMove(from: Units, to: Units): boolean {
  const givers = new Map<UnitState, number>();
  const takers = new Map<UnitState, number>();
  for (const state of UNIT_STATES) {
    const change = to[state] - from[state];
    if (change < 0) givers.set(state, -change);
    if (change > 0) takers.set(state, change);
  }
  const reaches = (start: UnitState): Set<UnitState> => {
    const seen = new Set<UnitState>();
    const open: UnitState[] = [start];
    for (let state = open.pop(); state !== undefined; state = open.pop())
      for (const next of UNIT_STATES)
        if (canMove(state, next) && !seen.has(next)) {
          seen.add(next);
          open.push(next);
        }
    return seen;
  };
  // Hall's condition over the few states: any set of givers must find room in what they reach together.
  const states = [...givers.keys()];
  for (let mask = 1; mask < 1 << states.length; mask++) {
    const chosen = states.filter((_, i) => mask & (1 << i));
    const give = chosen.reduce((total, state) => total + (givers.get(state) ?? 0), 0);
    const reach = new Set(chosen.flatMap((state) => [...reaches(state)]));
    const room = [...takers].reduce((total, [state, n]) => total + (reach.has(state) ? n : 0), 0);
    if (give > room) return false;
  }
  return true;
}
