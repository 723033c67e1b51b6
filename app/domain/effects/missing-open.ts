import { addMs, MINUTE } from '../calendar';
import type { CallOf } from '../calls/call';
import type { FulfillmentOrder } from '../order';
import { isOpen } from '../intent';
import { holds, isLoose } from './holds';
import { isLive } from './live-parts';
import { namedUnits } from './named-units';
import { kept, splitOf } from './parts-of-order';
import { lastOf, type Situation, waits } from './situation';

/** The hold on what still waits follows the release of a part within seconds; Shopify may be slow. */
const AT_ONCE = 5 * MINUTE;

/**
 * When the missing units have to be on hold again after our last release, or after a hold on them was planned; null where
 * nothing is missing or was released.
 */
export function heldAgainBy({ intents, case: value }: Situation): Date | null {
  if (value === null || value.closedAt !== null || !waits(value)) return null;
  const ends = intents
    .filter(({ effect, status }) => effect.kind === 'release' && status === 'done')
    .map(({ finishedAt }) => finishedAt?.getTime() ?? 0);
  if (ends.length === 0) return null;
  const planned = intents
    .filter((intent) => intent.effect.kind === 'hold' && isOpen(intent))
    .map(({ plannedAt }) => plannedAt.getTime());
  return addMs(new Date(Math.max(...ends, ...planned)), AT_ONCE);
}

/** A hold on it is about to be planned, or was within the last minutes: units were added, or came free. */
function isAboutToBeHeld(fo: FulfillmentOrder, situation: Situation): boolean {
  if (!holds(situation).some(({ effect }) => effect.target === fo.id)) return false;
  const last = lastOf(situation.intents, 'hold', fo.id);
  return last === undefined || !isOpen(last) || addMs(last.plannedAt, AT_ONCE) > situation.now;
}

/**
 * Missing units that are open though we released a part to hold the rest anew (record 0040). A hold that Shopify refused is
 * called for by itself, and so is what a third party has, which is asked to give it back.
 */
export function missingOpen(situation: Situation): CallOf<'missing-units-open'> | null {
  const { order, now, intents, shop } = situation;
  const by = heldAgainBy(situation);
  if (by === null || by > now || shop.settings.mode !== 'automatic') return null;
  const open = order.fulfillmentOrders
    .filter((fo) => isLive(fo) && isLoose(situation, fo.id))
    .filter((fo) => lastOf(intents, 'hold', fo.id)?.status !== 'failed')
    .filter((fo) => !fo.canRequestCancellation && fo.cancellation === null)
    .filter((fo) => !isAboutToBeHeld(fo, situation));
  const units = namedUnits(
    open.flatMap((fo) => splitOf(fo, situation)),
    kept,
    situation,
  );
  return units.length > 0 ? { kind: 'missing-units-open', units } : null;
}
