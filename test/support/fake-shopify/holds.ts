import type { Doer } from '../../../app/domain/history';
import type { FulfillmentOrderId, LineId } from '../../../app/domain/ids';
import type { FulfillmentOrder } from '../../../app/domain/order';
import type { EffectResult } from '../../../app/ports';
import { splitOff } from './regroup';
import { type FakeFulfillmentOrder, type FakeOrder, findHint, refused, type World } from './state';

export function statusOf(fo: FakeFulfillmentOrder): FulfillmentOrder['status'] {
  if (fo.cancelled) return 'cancelled';
  if ([...fo.remaining.values()].every((n) => n === 0)) return 'closed';
  if (fo.accepted) return 'in-progress';
  return fo.holds.length > 0 ? 'on-hold' : 'open';
}

const tail = (id: string): string => id.split('/').at(-1) ?? id;

/** The id of a line within its fulfillment order. */
export const lineIdIn = (fo: FulfillmentOrderId, line: LineId): string =>
  `gid://shopify/FulfillmentOrderLineItem/${tail(fo)}-${tail(line)}`;

export interface WantedHold {
  readonly handle: string;
  readonly reason: string;
  /** Nothing, or an empty list: all of it. */
  readonly lines?: readonly { readonly id: string; readonly quantity: number }[] | null;
}

/**
 * The app's hold. One that is there already, from an earlier try, is as good. With lines, these units stay and are held; the
 * others go to a fulfillment order of their own.
 */
export function hold(
  world: World,
  order: FakeOrder,
  fo: FakeFulfillmentOrder,
  { handle, reason, lines }: WantedHold,
): EffectResult {
  if (!fo.canHold || fo.submitted || !['open', 'on-hold'].includes(statusOf(fo)))
    return refused('It can no longer be held');
  if (fo.holds.some((there) => there.handle === handle))
    return { outcome: 'done', reference: null };
  if (lines && lines.length > 0) {
    const units = unitsOf(fo, lines);
    if (typeof units === 'string') return refused('These units can not be held', units);
    if (fo.holds.length > 0)
      return refused('It is on hold already', 'FULFILLMENT_ORDER_NOT_SPLITTABLE');
    splitOff(world, order, fo, othersThan(fo, units));
  }
  const reference = putOnHold(world, order, fo, { handle, reason, by: 'holdfast' });
  return { outcome: 'done', reference };
}

/** The named units by line of the order, or the code with which Shopify refuses them. */
function unitsOf(
  fo: FakeFulfillmentOrder,
  lines: NonNullable<WantedHold['lines']>,
): Map<LineId, number> | string {
  const units = new Map<LineId, number>();
  for (const { id, quantity } of lines) {
    const [line, there] = [...fo.remaining].find(([own]) => lineIdIn(fo.id, own) === id) ?? [];
    if (line === undefined || there === undefined || quantity > there)
      return 'INVALID_LINE_ITEM_QUANTITY';
    if (quantity <= 0) return 'GREATER_THAN_ZERO';
    if (units.has(line)) return 'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS';
    units.set(line, quantity);
  }
  return units;
}

const othersThan = (
  fo: FakeFulfillmentOrder,
  units: ReadonlyMap<LineId, number>,
): Map<LineId, number> =>
  new Map([...fo.remaining].map(([line, there]) => [line, there - (units.get(line) ?? 0)]));

export function putOnHold(
  world: World,
  order: FakeOrder,
  fo: FakeFulfillmentOrder,
  what: { readonly handle: string | null; readonly reason: string; readonly by: Doer },
): string {
  const id = `gid://shopify/FulfillmentHold/${world.nextId()}`;
  const { handle, reason, by } = what;
  fo.holds.push({ id, handle, reason, ours: by === 'holdfast' });
  const lines = [...fo.remaining].map(([line, units]) => ({ line, units }));
  world.log({ kind: 'held', at: world.now(), order: order.id, target: fo.id, by, lines });
  findHint(world, fo);
  return id;
}

export function takeOffHold(
  world: World,
  order: FakeOrder,
  fo: FakeFulfillmentOrder,
  holdIds: readonly string[],
  by: Doer,
): void {
  const before = fo.holds.length;
  fo.holds = fo.holds.filter((there) => !holdIds.includes(there.id));
  if (fo.holds.length === before) return;
  world.log({ kind: 'released', at: world.now(), order: order.id, target: fo.id, by });
  findHint(world, fo);
}
