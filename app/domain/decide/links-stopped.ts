import type { Case, TimelineEntry } from '../case';
import { type Decision, entry } from './decision';

/** Every link that was mailed so far stops working; the next message brings a new one. */
export function decideLinksStopped(value: Case, at: Date): Decision {
  return {
    case: { ...value, generation: value.generation + 1 },
    timeline: [entry(at, 'links-stopped', 'merchant')],
  };
}

interface Stopped {
  readonly generation: number;
  readonly timeline: readonly TimelineEntry[];
}

/** The order has another address than its links went to: whoever has those may be a stranger. */
export function stopLinksOfFormer({ generation }: Case, areElsewhere: boolean, at: Date): Stopped {
  if (!areElsewhere) return { generation, timeline: [] };
  const reason = 'The order’s e-mail address was changed.';
  return {
    generation: generation + 1,
    timeline: [entry(at, 'links-stopped', 'holdfast', { reason })],
  };
}
