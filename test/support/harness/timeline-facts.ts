import { z } from 'zod';
import { type TimelineEntry, Units } from '../../../app/domain/case';
import type { Fact } from '../../../app/domain/history';
import { LineId, type OrderId } from '../../../app/domain/ids';

const Moved = z.object({ line: LineId, from: Units.nullable(), to: Units });

/** What only our own timeline can tell: when a shortage was found and over, and when a person was called. */
export function factsOfTimeline(order: OrderId, entries: readonly TimelineEntry[]): Fact[] {
  const facts: Fact[] = [];
  const short = new Map<LineId, number>();
  for (const { at, kind, detail } of entries) {
    if (kind === 'attention-raised') facts.push({ kind: 'person-called', at, order });
    if (kind !== 'units-moved') continue;
    const { line, to } = Moved.parse(detail);
    const before = short.get(line) ?? 0;
    short.set(line, to.short);
    if (to.short > before)
      facts.push({ kind: 'shortage-found', at, order, lines: [{ line, units: to.short }] });
    if (before > 0 && to.short === 0)
      facts.push({ kind: 'shortage-ended', at, order, lines: [line] });
  }
  return facts;
}
