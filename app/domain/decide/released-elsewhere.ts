import type { Case } from '../case';
import { allOf } from '../effects/let-go-units';
import { isHeldByUs, isLive } from '../effects/live-parts';
import { lastOf } from '../effects/situation';
import type { LetGo, PartSeen } from '../held-parts';
import type { LineId } from '../ids';
import { type Intent, isOpen } from '../intent';
import type { FulfillmentOrder } from '../order';
import { fulfilledUnits, totalUnits } from '../units';
import type { OrderSeen } from './seen';

interface Gone {
  /** The fulfillment orders that were on our hold. */
  readonly targets: string[];
  readonly units: LetGo[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** We took it off ourselves, or are about to. */
function isOurRelease(target: string, { intents }: OrderSeen, since: Date): boolean {
  const release = lastOf(intents, 'release', target);
  if (release === undefined || release.plannedAt < since) return false;
  return isOpen(release) || release.status === 'done';
}

const isOnHold = (id: string, { order }: OrderSeen): boolean =>
  order.fulfillmentOrders.some((fo) => fo.id === id && isLive(fo) && isHeldByUs(fo));

/** So many units of the line lost our hold and are still to go. Units that were added to the order never had it. */
function newlyFree(lineId: LineId, base: Case, { order }: OrderSeen): number {
  const free = order.fulfillmentOrders.filter((fo) => isLive(fo) && !isHeldByUs(fo));
  const now = free.flatMap((fo) => fo.lines).filter((line) => line.lineId === lineId);
  const before = (base.parts ?? [])
    .filter(({ held }) => !held)
    .flatMap((part) => part.lines)
    .filter((line) => line.lineId === lineId);
  const was = base.lines.find(({ id }) => id === lineId);
  const line = order.lines.find(({ id }) => id === lineId);
  const { packed, shipped } = fulfilledUnits(order, lineId);
  const left = was === undefined ? 0 : packed + shipped - was.units.packed - was.units.shipped;
  const added = was === undefined ? 0 : (line?.ordered ?? 0) - totalUnits(was.units);
  const free0 = sum(before.map(({ units }) => units));
  return Math.max(0, sum(now.map(({ remaining }) => remaining)) - free0 + left - added);
}

/** Of what the last look saw on our hold, whatever isn't any more, though we didn't release it. */
function ofThoseSeen(base: Case, seen: OrderSeen): Gone {
  const lost = (base.parts ?? []).filter(({ id, held, since }) => {
    if (!held || isOnHold(id, seen)) return false;
    return !isOurRelease(id, seen, lastOf(seen.intents, 'hold', id)?.plannedAt ?? since);
  });
  const left = new Map<LineId, number>();
  const unitsOf = (part: PartSeen): LetGo[] =>
    part.lines.flatMap(({ lineId, units }) => {
      const free = left.get(lineId) ?? newlyFree(lineId, base, seen);
      const count = Math.min(units, free);
      left.set(lineId, free - count);
      const { locationId } = part;
      return count > 0 ? [{ lineId, locationId, units: count, by: 'others' as const }] : [];
    });
  const gone = lost.map((part) => ({ id: part.id, units: unitsOf(part) }));
  const found = gone.filter(({ units }) => units.length > 0);
  return { targets: found.map(({ id }) => id), units: found.flatMap(({ units }) => units) };
}

/** A hold of ours that no look has seen yet. */
function isUnseen(fo: FulfillmentOrder, hold: Intent, base: Case, { at }: OrderSeen): boolean {
  const end = hold.finishedAt ?? at;
  const part = base.parts?.find(({ id }) => id === fo.id);
  if (end >= at || base.releasedByOthers.includes(fo.id)) return false;
  return part === undefined || (!part.held && end > part.since);
}

/** Our hold was put there and taken off again since the last look, or the case is older than what looks remember. */
function ofThoseUnseen(base: Case, seen: OrderSeen): Gone {
  const gone = seen.order.fulfillmentOrders.flatMap((fo) => {
    const hold = lastOf(seen.intents, 'hold', fo.id);
    if (!isLive(fo) || isHeldByUs(fo) || hold?.effect.kind !== 'hold') return [];
    if (hold.status !== 'done' || !isUnseen(fo, hold, base, seen)) return [];
    if (isOurRelease(fo.id, seen, hold.plannedAt)) return [];
    const { lines } = hold.effect;
    const named = fo.lines.map((line) => {
      const quantity = lines?.find(({ id }) => id === line.id)?.quantity ?? 0;
      return lines === undefined
        ? line
        : { ...line, remaining: Math.min(line.remaining, quantity) };
    });
    return [{ id: fo.id, units: allOf({ ...fo, lines: named }, { by: 'others' }) }];
  });
  return { targets: gone.map(({ id }) => id), units: gone.flatMap(({ units }) => units) };
}

/** Units of which our hold is gone without our having released them: a person or another app did, which is accepted. */
export function releasedElsewhere(base: Case, seen: OrderSeen): Gone {
  if (seen.order.cancelledAt !== null) return { targets: [], units: [] };
  const known = ofThoseSeen(base, seen);
  const others = ofThoseUnseen(base, seen);
  return {
    targets: [...known.targets, ...others.targets],
    units: [...known.units, ...others.units],
  };
}
