import { addMs, MINUTE } from '../calendar';
import type { CallOf } from '../calls/call';
import { isLoose } from './holds';
import { isLive } from './live-parts';
import { namedUnits } from './named-units';
import { kept, splitOf } from './parts-of-order';
import { lastOf, type Situation, waits } from './situation';

/** The hold on what still waits follows the release of a part within seconds; Shopify may be slow. */
const AT_ONCE = 5 * MINUTE;

/** When the missing units have to be on hold again after our last release; null where nothing is missing or was released. */
export function heldAgainBy({ intents, case: value }: Situation): Date | null {
  if (value === null || value.closedAt !== null || !waits(value)) return null;
  const ends = intents
    .filter(({ effect, status }) => effect.kind === 'release' && status === 'done')
    .map(({ finishedAt }) => finishedAt?.getTime() ?? 0);
  return ends.length === 0 ? null : addMs(new Date(Math.max(...ends)), AT_ONCE);
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
    .filter((fo) => !fo.canRequestCancellation && fo.cancellation === null);
  const units = namedUnits(
    open.flatMap((fo) => splitOf(fo, situation)),
    kept,
    situation,
  );
  return units.length > 0 ? { kind: 'missing-units-open', units } : null;
}
