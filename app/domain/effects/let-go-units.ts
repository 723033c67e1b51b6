import type { Case } from '../case';
import type { LetGo } from '../held-parts';
import type { FulfillmentOrder, FulfillmentOrderLine, OrderSnapshot } from '../order';
import { isHeldByUs, isLive } from './live-parts';
import { leaves, type Situation } from './situation';

/** Units of one line of a fulfillment order that a person let go here, or somebody in Shopify. */
export interface LetGoUnits {
  readonly hand: number;
  readonly others: number;
}

const NONE: LetGoUnits = { hand: 0, others: 0 };

/** What was let go, with what older rows name by the fulfillment order: its units, for as long as it has any. */
export function letGoOf(value: Case, order: OrderSnapshot): LetGo[] {
  const { letGo = [], releasedByOthers, releasedByHand = [] } = value;
  const live = order.fulfillmentOrders.filter(isLive);
  const byOthers = live.filter(({ id }) => releasedByOthers.includes(id));
  const byHand = live.filter((fo) => releasedByHand.includes(fo.id) && !byOthers.includes(fo));
  return [
    ...letGo,
    ...byOthers.flatMap((fo) => allOf(fo, { by: 'others' })),
    ...byHand.flatMap((fo) => allOf(fo, { by: 'hand', pending: [fo.id] })),
  ];
}

/** All units of a fulfillment order as let go. */
export function allOf(fo: FulfillmentOrder, how: Pick<LetGo, 'by' | 'pending'>): LetGo[] {
  const { locationId } = fo;
  return fo.lines
    .filter(({ remaining }) => remaining > 0)
    .map(({ lineId, remaining }) => ({ lineId, locationId, units: remaining, ...how }));
}

interface Slot {
  readonly fo: FulfillmentOrder;
  readonly line: FulfillmentOrderLine;
  hand: number;
  others: number;
}

const NOT_HERE = 5;

/**
 * Where units that were let go are looked for first: in what we still have to release for them, then in what isn't on our
 * hold, at their location before others. Only what we still have to release is looked for in what we hold.
 */
function rank({ pending, locationId }: LetGo, { fo }: Slot): number {
  if (pending?.includes(fo.id) === true) return 0;
  const elsewhere = fo.locationId === locationId ? 0 : 1;
  if (!isHeldByUs(fo)) return 1 + elsewhere;
  return pending === undefined ? NOT_HERE : 3 + elsewhere;
}

interface Placed {
  of(fo: FulfillmentOrder, line: FulfillmentOrderLine): LetGoUnits;
  /** The same with no more units than are there. */
  readonly letGo: LetGo[];
}

/** Finds the units that were let go in the order as it stands now. What has left, or was cancelled, is let go no more. */
export function placeLetGo(
  letGo: readonly LetGo[],
  order: Pick<OrderSnapshot, 'fulfillmentOrders'>,
): Placed {
  const slots: Slot[] = order.fulfillmentOrders
    .filter(isLive)
    .flatMap((fo) => fo.lines.map((line) => ({ fo, line, hand: 0, others: 0 })));
  const there = letGo.flatMap((entry) => {
    let left = entry.units;
    const inTurn = slots
      .filter((slot) => slot.line.lineId === entry.lineId && rank(entry, slot) < NOT_HERE)
      .toSorted((a, b) => rank(entry, a) - rank(entry, b));
    for (const slot of inTurn) {
      const units = Math.min(left, slot.line.remaining - slot.hand - slot.others);
      slot[entry.by] += units;
      left -= units;
    }
    return left < entry.units ? [{ ...entry, units: entry.units - left }] : [];
  });
  return {
    of: (fo, line) => slots.find((slot) => slot.fo === fo && slot.line === line) ?? NONE,
    letGo: there,
  };
}

/**
 * The units of a line of a fulfillment order that are not held again. What a person let go here is held all the same while a
 * cancellation runs (P6).
 */
export function letGoIn(
  fo: FulfillmentOrder,
  line: FulfillmentOrderLine,
  { case: value, order }: Pick<Situation, 'case' | 'order'>,
): LetGoUnits {
  if (value === null) return NONE;
  const all = letGoOf(value, order);
  if (all.length === 0) return NONE;
  const handCounts = !leaves(value);
  const counting = all.filter(({ by }) => by === 'others' || handCounts);
  return placeLetGo(counting, order).of(fo, line);
}
