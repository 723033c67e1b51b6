import type { CaseLine } from '../case';
import { isUnpaidForGood } from '../effects/payments';
import type { Situation } from '../effects/situation';
import { unitsToCome } from '../units';

/**
 * The lines after the last day for paying: what was not paid is cancelled, as the last reminder said. What has left
 * already stays.
 */
export function endUnpaid(lines: readonly CaseLine[], situation: Situation): CaseLine[] {
  if (!isUnpaidForGood(situation)) return [...lines];
  const { now } = situation;
  return lines.map((line) => {
    const left = unitsToCome(line.units) - line.units.packed;
    if (left <= 0 || line.choice.kind === 'cancelled' || line.choice.kind === 'cancel-requested')
      return line;
    return { ...line, choice: { kind: 'cancel-requested', at: now, undoUntil: now, by: 'rule' } };
  });
}
