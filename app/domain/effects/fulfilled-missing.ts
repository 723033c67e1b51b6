import { fulfilledByItself } from '../automatic-fulfillment';
import type { CallOf } from '../calls/call';
import type { Case, CaseLine } from '../case';
import { lineName } from '../line-name';
import type { OrderSnapshot } from '../order';
import type { Shop } from '../settings';
import type { Situation } from './situation';

type Missing = NonNullable<Case['fulfilledMissing']>;

const missingOf = (value: Pick<Case, 'fulfilledMissing'>, lineId: string): number =>
  value.fulfilledMissing?.find((part) => part.lineId === lineId)?.units ?? 0;

/**
 * Units that Shopify fulfilled by itself though they were known to be missing: so many as waited before, and no more than it
 * still has fulfilled now.
 */
export function fulfilledThoughMissing(
  before: Case,
  lines: readonly CaseLine[],
  order: OrderSnapshot,
  shop: Shop,
): Missing {
  return lines.flatMap(({ id, units }) => {
    const was = before.lines.find((line) => line.id === id)?.units;
    const waited = (was?.short ?? 0) + (was?.doubtful ?? 0);
    const left = Math.max(
      0,
      units.packed + units.shipped - (was?.packed ?? 0) - (was?.shipped ?? 0),
    );
    const now = missingOf(before, id) + Math.min(waited, left);
    const count = Math.min(now, fulfilledByItself(order, id, shop));
    return count > 0 ? [{ lineId: id, units: count }] : [];
  });
}

/** Units of a line that have really left, as far as is known: what Shopify fulfilled without the goods has not. */
export function reallyShipped(value: Pick<Case, 'fulfilledMissing'>, line: CaseLine): number {
  return Math.max(0, line.units.shipped - missingOf(value, line.id));
}

/** The call for them; null when there are none. */
export function fulfilledMissing({
  case: value,
}: Situation): CallOf<'fulfilled-though-missing'> | null {
  const units = (value?.fulfilledMissing ?? []).flatMap(({ lineId, units: quantity }) => {
    const line = value?.lines.find(({ id }) => id === lineId);
    return line === undefined ? [] : [{ title: lineName(line, value?.lines ?? []), quantity }];
  });
  return units.length > 0 ? { kind: 'fulfilled-though-missing', units } : null;
}
