import type { Case } from '../case';
import { mergesWith } from '../effects/rest-waits';
import { releasable } from '../effects/releases';
import type { Situation } from '../effects/situation';
import type { ReadyHeld } from '../held-parts';

/**
 * Since when units on our hold are here and paid, and what was free before them, as of an earlier look: what came this moment
 * nobody packs yet. Kept while the stock isn't shared out: then nobody knows whether they still are.
 */
export function readyHeldAfter(
  { readyHeld: before, parts = [] }: Pick<Case, 'readyHeld' | 'parts'>,
  situation: Situation,
): ReadyHeld | null {
  const { case: value, order, now, shares } = situation;
  if (value === null || value.closedAt !== null || order.cancelledAt !== null) return null;
  if (before != null && shares.some(({ allocated }) => allocated === null)) return before;
  const ready = releasable(situation);
  if (ready.length === 0) return null;
  const known = parts.filter(({ held }) => !held).map(({ id }) => id);
  const behind = ready
    .flatMap((fo) => mergesWith(fo, order))
    .map(({ id }) => id)
    .filter((id) => known.includes(id));
  return before ?? { since: now, behind: [...new Set(behind)] };
}
