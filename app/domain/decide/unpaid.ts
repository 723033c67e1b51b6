import type { CaseLine } from '../case';
import { paidAndFree } from '../effects/parts-of-order';
import { isPaidAfterAll, isUnpaidForGood } from '../effects/payments';
import type { Situation } from '../effects/situation';
import { unitsToCome } from '../units';

/**
 * The lines after the last day for paying: what was not paid is cancelled, as the last reminder said. What has left
 * already stays, a part that was paid for and is free to go as well (of a line, those of its units), and what is paid while
 * its cancellation waits (for a yes, or the end of a pause).
 */
export function endUnpaid(lines: readonly CaseLine[], situation: Situation): CaseLine[] {
  if (isPaidAfterAll(situation)) return lines.map(stays);
  if (!isUnpaidForGood(situation)) return [...lines];
  const { now } = situation;
  return lines.map((line) => {
    const left = unitsToCome(line.units) - line.units.packed;
    if (left <= 0 || line.choice.kind === 'cancelled' || line.choice.kind === 'cancel-requested')
      return line;
    if (paidAndFree(line.id, situation) >= left) return line;
    return { ...line, choice: { kind: 'cancel-requested', at: now, undoUntil: now, by: 'rule' } };
  });
}

function stays(line: CaseLine): CaseLine {
  const { choice } = line;
  const endedByRule = choice.kind === 'cancel-requested' && choice.by === 'rule';
  return endedByRule ? { ...line, choice: { kind: 'none' } } : line;
}
