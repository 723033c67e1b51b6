import type { CallOf } from '../calls/call';
import { addMs, HOUR } from '../calendar';
import { lineName } from '../line-name';
import type { Situation } from './situation';

/** Stock is unread for moments after a change, and for an hour or so after an order that may not be the first in the queue. */
const USUAL_TIME = 2 * HOUR;

/** When a person is called; null while all of the order's stock is known. */
export function stockUnknownAt({ case: value }: Pick<Situation, 'case'>): Date | null {
  const since = value?.closedAt === null ? value.stockUnknownSince : null;
  return since == null ? null : addMs(since, USUAL_TIME);
}

/**
 * Goods that were promised from a place where Shopify shows no stock of them any more: its location was deactivated, or the
 * item was taken off it (platform fact: such a level is gone). Nothing is captured for them. Null when there are none.
 */
export function stockUnknown(situation: Situation): CallOf<'stock-unknown'> | null {
  const { case: value, order, shares, now } = situation;
  const at = stockUnknownAt(situation);
  if (value === null || at === null || at > now || order.cancelledAt !== null) return null;
  const units = value.lines.flatMap((line) => {
    const quantity = line.units.ready + line.units.clear;
    const isUnknown = shares.some(
      ({ lineId, allocated }) => lineId === line.id && allocated === null,
    );
    return isUnknown && quantity > 0 ? [{ title: lineName(line, value.lines), quantity }] : [];
  });
  return units.length > 0 ? { kind: 'stock-unknown', units } : null;
}
