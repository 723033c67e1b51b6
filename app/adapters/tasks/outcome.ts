import { NoAccess, Permanent, StaleClaim, Throttled } from '../../errors';

/** What an attempt that threw leads to. */
export type Outcome =
  /** Another worker has the task; nothing is to be written. */
  | { readonly kind: 'overtaken' }
  /** Shopify does not let us in: what the error says is withheld tells whether the task waits or ends. */
  | { readonly kind: 'no-access'; readonly error: NoAccess }
  /** Set aside for a person. */
  | { readonly kind: 'dead' }
  /** `counted` is false when the attempt doesn't count towards the limit. */
  | { readonly kind: 'again'; readonly waitMs: number; readonly counted: boolean };

export const MAX_ATTEMPTS = 12;
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * - An overtaken worker writes nothing, whatever else went wrong.
 * - Being asked to slow down is not a failure: it waits as long as asked and doesn't count.
 * - All else is tried again with growing pauses, twelve times in about four and a half hours; then it is dead.
 */
export function outcomeOf(
  error: unknown,
  task: { readonly taskId: string; readonly attempts: number },
  maxAttempts = MAX_ATTEMPTS,
): Outcome {
  if (error instanceof StaleClaim) return { kind: 'overtaken' };
  if (error instanceof NoAccess) return { kind: 'no-access', error };
  if (error instanceof Throttled) return { kind: 'again', waitMs: error.waitMs, counted: false };
  if (error instanceof Permanent || task.attempts >= maxAttempts) return { kind: 'dead' };
  return { kind: 'again', waitMs: backOff(task.taskId, task.attempts), counted: true };
}

/** Doubles from ten seconds to an hour, spread by a quarter either way so that tasks that failed together don't meet again. */
export function backOff(taskId: string, attempts: number): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT_MS);
  return Math.round(wait * (0.75 + 0.5 * spread(`${taskId}-${attempts}`)));
}

/** FNV-1a, as a number from 0 up to 1: the same for the same text on every machine. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash / 2 ** 32;
}

const LONGEST_TEXT = 300;

/**
 * An error in one line, for the task's row and the log. Addresses are taken out, and only the first line is kept: some
 * libraries print the data that they were given below it.
 */
export function errorText(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const line = said.split('\n').find((text) => text.trim() !== '') ?? '';
  const named = error instanceof Error ? `${error.name}: ${line.trim()}` : line.trim();
  return named.replace(/[^\s<>"',;]+@[^\s<>"',;]+/g, '[address]').slice(0, LONGEST_TEXT);
}
