import type { Case, TimelineEntry } from '../case';
import type { Intent } from '../intent';
import { isOpen } from '../intent';
import type { OrderSeen } from './seen';
import { entry } from './decision';

/** Holds of ours that are gone without our having released them: a person or another app did, which is accepted. */
export function releasedElsewhere(
  base: Case,
  seen: OrderSeen,
): { readonly targets: string[]; readonly timeline: TimelineEntry[] } {
  const gone = seen.order.fulfillmentOrders.filter((fo) => {
    if (fo.holds.some((hold) => hold.ours) || base.releasedByOthers.includes(fo.id)) return false;
    const of = (kind: Intent['effect']['kind']): Intent | undefined =>
      seen.intents.findLast(
        (intent) => intent.effect.kind === kind && intent.effect.target === fo.id,
      );
    const hold = of('hold');
    const release = of('release');
    if (hold?.status !== 'done' || (hold.finishedAt ?? seen.at) >= seen.at) return false;
    const ours =
      release !== undefined &&
      (isOpen(release) || release.status === 'done') &&
      release.plannedAt >= hold.plannedAt;
    return !ours && (fo.status === 'open' || fo.status === 'in-progress');
  });
  return {
    targets: gone.map((fo) => fo.id),
    timeline: gone.map((fo) =>
      entry(seen.at, 'hold-released-by-other', 'merchant', { fulfillmentOrder: fo.id }),
    ),
  };
}
