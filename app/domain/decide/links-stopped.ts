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

/**
 * The order has another address than its links went to: whoever has those may be a stranger. An address that isn't there any
 * more, or isn't shown to us, says nothing of who has them.
 */
export function stopLinksOfFormer(base: Case, customerKey: string | null, at: Date): Stopped {
  const { generation } = base;
  const isAnother =
    base.customerKey !== null && customerKey !== null && base.customerKey !== customerKey;
  if (!isAnother || base.redacted) return { generation, timeline: [] };
  const reason = 'The order’s e-mail address was changed.';
  return {
    generation: generation + 1,
    timeline: [entry(at, 'links-stopped', 'holdfast', { reason })],
  };
}
