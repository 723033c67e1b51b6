import { addMs, MINUTE } from '../calendar';
import type { Case, CaseLine, TimelineEntry } from '../case';
import type { LineId } from '../ids';
import type { Shop } from '../settings';
import { unitsToCome } from '../units';
import { type Decision, entry, ignored } from './decision';

/** What the customer (or the merchant for them) said about lines of the order. */
export type ChoiceMade =
  | { readonly type: 'kept'; readonly at: Date; readonly lineIds: readonly LineId[] }
  | {
      readonly type: 'cancel-requested';
      readonly at: Date;
      readonly lineIds: readonly LineId[];
      readonly by: 'customer' | 'merchant';
    }
  | {
      readonly type: 'cancel-undone';
      readonly at: Date;
      readonly lineIds: readonly LineId[];
      readonly by?: 'customer' | 'merchant';
    };

/** A line can be cancelled while any unit of it has neither left nor been packed for leaving. */
export function canCancel(line: CaseLine): boolean {
  return (
    unitsToCome(line.units) - line.units.packed > 0 &&
    line.choice.kind !== 'cancel-requested' &&
    line.choice.kind !== 'cancelled'
  );
}

function canKeep(line: CaseLine): boolean {
  return (
    line.units.short + line.units.doubtful > 0 &&
    (line.choice.kind === 'none' || line.choice.kind === 'kept')
  );
}

/** Whoever has said that they wait is asked again only when the date is another than the one they said it to. */
export function isAskedToKeep(line: CaseLine): boolean {
  const { choice, promise } = line;
  const answered = choice.kind === 'kept' && choice.until?.getTime() === promise.date?.getTime();
  return canKeep(line) && !answered;
}

export function canUndo(line: CaseLine, at: Date): boolean {
  return line.choice.kind === 'cancel-requested' && at < line.choice.undoUntil;
}

/** What the customer had said of their wait stays known, so that a cancellation that is taken back leaves no trace. */
function keptBefore(choice: CaseLine['choice']) {
  return choice.kind === 'kept' ? { kept: { at: choice.at, until: choice.until } } : {};
}

function beforeCancelling(choice: CaseLine['choice']): CaseLine['choice'] {
  return choice.kind === 'cancel-requested' && choice.kept !== undefined
    ? { kind: 'kept', ...choice.kept }
    : { kind: 'none' };
}

function choose(line: CaseLine, made: ChoiceMade, shop: Shop): CaseLine['choice'] | null {
  switch (made.type) {
    case 'kept':
      return canKeep(line) ? { kind: 'kept', at: made.at, until: line.promise.date } : null;
    case 'cancel-requested':
      return canCancel(line)
        ? {
            kind: 'cancel-requested',
            at: made.at,
            undoUntil: addMs(made.at, shop.settings.undoMinutes * MINUTE),
            by: made.by,
            ...keptBefore(line.choice),
          }
        : null;
    case 'cancel-undone':
      return canUndo(line, made.at) ? beforeCancelling(line.choice) : null;
  }
}

const ONLY_WHOLE =
  'This order can be cancelled only as a whole: single items can’t be taken off it.';

/** A cancellation of some lines, where an order can be cancelled only as a whole. */
function leavesSomeBehind({ cancelsWhole, lines }: Case, made: ChoiceMade): boolean {
  if (cancelsWhole !== true || made.type !== 'cancel-requested') return false;
  return lines.some((line) => canCancel(line) && !made.lineIds.includes(line.id));
}

/**
 * - a choice for a line that can't be made any more is left out; if none is left, nothing happens and the reason says so;
 * - an order that can be cancelled only as a whole is cancelled, and kept again, with all its lines;
 * - a cancellation runs only when the time to undo it is over, and its units stay on hold from this moment (P6).
 */
export function decideChoice(current: Case, made: ChoiceMade, shop: Shop): Decision {
  if (current.closedAt !== null) return ignored('the order is finished');
  if (leavesSomeBehind(current, made)) return ignored(ONLY_WHOLE);
  const timeline: TimelineEntry[] = [];
  const areAllMeant = current.cancelsWhole === true && made.type === 'cancel-undone';
  const by = made.type === 'kept' ? 'customer' : (made.by ?? 'customer');
  const lines = current.lines.map((line) => {
    const choice = areAllMeant || made.lineIds.includes(line.id) ? choose(line, made, shop) : null;
    if (choice === null) return line;
    timeline.push(entry(made.at, made.type, by, { line: line.id }));
    return { ...line, choice };
  });
  if (timeline.length === 0) return ignored('it is too late for that');
  return { case: { ...current, lines }, timeline };
}
