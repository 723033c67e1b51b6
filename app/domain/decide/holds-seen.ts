import type { Case, TimelineEntry } from '../case';
import { letGoOf, placeLetGo } from '../effects/let-go-units';
import { isHeldByUs, isLive } from '../effects/live-parts';
import { lastOf, leaves } from '../effects/situation';
import type { LetGo, PartSeen } from '../held-parts';
import { isOpen } from '../intent';
import { entry } from './decision';
import { releasedElsewhere } from './released-elsewhere';
import type { OrderSeen } from './seen';

interface HoldsSeen {
  /** Fields of the case. */
  readonly fields: Pick<Case, 'releasedByOthers' | 'releasedByHand' | 'letGo' | 'parts'>;
  readonly timeline: TimelineEntry[];
}

/** What we still have to release for a person's word: a hold of ours that stands, or is on its way. */
function stillPending(letGo: LetGo, base: Case, { order, intents }: OrderSeen): LetGo {
  if (letGo.by === 'others') return letGo;
  const { pending = [], ...done } = letGo;
  // While a cancellation runs it is all held (P6). Taken back, it goes again: wherever it is by then.
  const live = order.fulfillmentOrders.filter(isLive);
  const withIt = live.filter((fo) => fo.lines.some(({ lineId }) => lineId === letGo.lineId));
  if (leaves(base)) return { ...letGo, pending: withIt.map(({ id }) => id) };
  const isHeld = (id: string): boolean => {
    const hold = lastOf(intents, 'hold', id);
    const isComing = hold !== undefined && isOpen(hold);
    return isComing || live.some((fo) => fo.id === id && isHeldByUs(fo));
  };
  const left = pending.filter(isHeld);
  return left.length > 0 ? { ...done, pending: left } : done;
}

function partsNow(base: Case, { order, at }: OrderSeen, changed: readonly string[]): PartSeen[] {
  return order.fulfillmentOrders.filter(isLive).map((fo) => {
    const held = isHeldByUs(fo);
    const was = base.parts?.find(({ id }) => id === fo.id);
    const isSame = was?.held === held && !changed.includes(fo.id);
    return {
      id: fo.id,
      locationId: fo.locationId,
      held,
      since: isSame ? was.since : at,
      lines: fo.lines.flatMap(({ lineId, remaining: units }) =>
        units > 0 ? [{ lineId, units }] : [],
      ),
    };
  });
}

/**
 * What became of our holds since the last look, by line and units: what a person let go stays let go through every split,
 * merge and move, for as long as so many units of the line are there, and no other unit is.
 */
export function seeHolds(base: Case, seen: OrderSeen): HoldsSeen {
  const gone = releasedElsewhere(base, seen);
  const known = [...letGoOf(base, seen.order), ...gone.units];
  const { letGo } = placeLetGo(
    known.map((one) => stillPending(one, base, seen)),
    seen.order,
  );
  const isKept = letGo.length > 0 || base.letGo !== undefined;
  return {
    fields: {
      releasedByOthers: [],
      ...(base.releasedByHand === undefined ? {} : { releasedByHand: [] }),
      ...(isKept ? { letGo } : {}),
      parts: partsNow(base, seen, gone.targets),
    },
    timeline: gone.targets.map((fulfillmentOrder) =>
      entry(seen.at, 'hold-released-by-other', 'merchant', { fulfillmentOrder }),
    ),
  };
}
