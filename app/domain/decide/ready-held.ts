import { mergesWith } from '../effects/rest-waits';
import { releasable } from '../effects/releases';
import type { Situation } from '../effects/situation';
import type { ReadyHeld } from '../held-parts';

/**
 * Since when units on our hold are here and paid, and what was free before them. Kept while the stock isn't shared out: then
 * nobody knows whether they still are.
 */
export function readyHeldAfter(
  before: ReadyHeld | null | undefined,
  situation: Situation,
): ReadyHeld | null {
  const { case: value, order, now, shares } = situation;
  if (value === null || value.closedAt !== null || order.cancelledAt !== null) return null;
  if (before != null && shares.some(({ allocated }) => allocated === null)) return before;
  const ready = releasable(situation);
  if (ready.length === 0) return null;
  const behind = ready.flatMap((fo) => mergesWith(fo, order)).map(({ id }) => id);
  return before ?? { since: now, behind: [...new Set(behind)] };
}
