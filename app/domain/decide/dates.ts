import { endOfDay } from '../calendar';
import type { Case, TimelineEntry, ToTell } from '../case';
import type { LineId } from '../ids';
import type { Shop } from '../settings';
import { type Decision, entry, ignored } from './decision';

/** A promised date was set, moved or taken back (null). `date` is the end of the shop's day. */
export interface DateChanged {
  readonly type: 'date-changed';
  readonly at: Date;
  readonly lineIds: readonly LineId[];
  readonly date: Date | null;
  readonly by: 'merchant' | 'supplier';
}

/**
 * - a date is a day after today: what comes today is not a promise to be kept in mind;
 * - once the customer was told of the delay, every change of the date is told, with a new offer to cancel (P4).
 */
export function decideDateChanged(current: Case, changed: DateChanged, shop: Shop): Decision {
  if (current.closedAt !== null) return ignored('the order is finished');
  if (changed.date !== null && changed.date <= endOfDay(changed.at, shop.timezone))
    return ignored('the date must be after today');
  const timeline: TimelineEntry[] = [];
  const lines = current.lines.map((line) => {
    if (!changed.lineIds.includes(line.id) || line.units.short + line.units.doubtful === 0)
      return line;
    if (line.promise.date?.getTime() === changed.date?.getTime()) return line;
    timeline.push(
      entry(changed.at, 'date-changed', changed.by, {
        line: line.id,
        from: line.promise.date?.toISOString() ?? null,
        to: changed.date?.toISOString() ?? null,
      }),
    );
    return {
      ...line,
      promise: {
        ...line.promise,
        date: changed.date,
        dateSetAt: changed.at,
        previousDate: line.promise.toldDate,
      },
    };
  });
  if (timeline.length === 0) return ignored('no line waits for that');
  const told = current.said.length > 0;
  const toTell: ToTell[] =
    told && !current.toTell.some((item) => item.step === 'new-date')
      ? [...current.toTell, { step: 'new-date', since: changed.at }]
      : [...current.toTell];
  return { case: { ...current, lines, toTell }, timeline };
}
