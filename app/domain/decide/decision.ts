import type { Case, TimelineEntry } from '../case';

/** What a decision changes: the case as it is to be saved, and what the timeline records. */
export type Decision =
  | { readonly case: Case; readonly timeline: readonly TimelineEntry[] }
  | { readonly ignored: string };

export function ignored(reason: string): Decision {
  return { ignored: reason };
}

export function entry(
  at: Date,
  kind: TimelineEntry['kind'],
  by: TimelineEntry['by'],
  detail: TimelineEntry['detail'] = {},
): TimelineEntry {
  return { at, kind, by, detail };
}
