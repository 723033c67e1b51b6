import { earliest, endOfDayAfter } from '../calendar';
import type { CaseLine, Units } from '../case';
import type { OrderSnapshot } from '../order';
import type { Shop } from '../settings';
import { countUnits, unitsToCome } from '../units';
import type { OrderSeen } from './seen';

/** A line as it enters its case: nothing promised and nothing chosen yet. */
export function newLine(
  line: OrderSnapshot['lines'][number],
  { order }: OrderSeen,
  { settings, timezone }: Shop,
): CaseLine {
  return {
    id: line.id,
    itemId: line.itemId,
    title: line.title,
    sku: line.sku,
    unitPrice: line.unitPrice,
    units: countUnits(null, line, order, null),
    promise: {
      start: order.processedAt,
      latest: endOfDayAfter(order.processedAt, settings.statedShippingDays, timezone),
      date: null,
      dateSetAt: null,
      previousDate: null,
      toldDate: null,
    },
    choice: { kind: 'none' },
  };
}

/**
 * The line after the look. A cancellation that has come true becomes the line's choice, until units are added again; one
 * that was overtaken by a parcel has nothing left to cancel.
 */
export function lookAtLine(before: CaseLine, seen: OrderSeen): CaseLine {
  const line = seen.order.lines.find((l) => l.id === before.id);
  if (line === undefined) return before;
  const units = countUnits(before, line, seen.order, seen.allocated.get(line.id) ?? null);
  const choice = choiceAfter(before, units, seen.at);
  return { ...before, title: line.title, units, choice, promise: promiseAfter(before, units) };
}

/** A wait that begins anew has no date yet: the one of an earlier wait is nobody's promise any more. */
function promiseAfter({ promise, units: were }: CaseLine, units: Units): CaseLine['promise'] {
  if (were.short > 0 || units.short === 0) return promise;
  const { heardDate: _heard, ...kept } = promise;
  return { ...kept, date: null, dateSetAt: null, previousDate: null, toldDate: null };
}

function choiceAfter(before: CaseLine, units: Units, at: Date): CaseLine['choice'] {
  const { choice } = before;
  const left = unitsToCome(units) - units.packed;
  if (choice.kind === 'cancelled') return left > 0 ? { kind: 'none' } : choice;
  if (left > 0) return choice;
  if (units.cancelled > before.units.cancelled)
    return choice.kind === 'cancel-requested'
      ? { kind: 'cancelled', at: earliest(at, choice.undoUntil), by: choice.by }
      : { kind: 'cancelled', at, by: 'shopify' };
  return choice.kind === 'cancel-requested' ? { kind: 'none' } : choice;
}
