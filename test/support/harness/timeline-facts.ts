import { z } from 'zod';
import { type TimelineEntry, Units } from '../../../app/domain/case';
import type { Fact } from '../../../app/domain/history';
import { LineId, type OrderId } from '../../../app/domain/ids';

const Moved = z.object({ line: LineId, from: Units.nullable(), to: Units });

const Asked = z.object({ person: z.string(), why: z.string() });

/** What only our own timeline can tell: when a shortage was found and over, when a person was called, or sent a part. */
export function factsOfTimeline(order: OrderId, entries: readonly TimelineEntry[]): Fact[] {
  const facts: Fact[] = [];
  const short = new Map<LineId, number>();
  for (const { at, kind, by, detail } of entries) {
    if (kind === 'attention-raised') facts.push({ kind: 'person-called', at, order });
    if (kind === 'part-first' && by === 'merchant') {
      const { person: who, why } = Asked.parse(detail);
      facts.push({ kind: 'part-asked', at, order, who, why });
    }
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
