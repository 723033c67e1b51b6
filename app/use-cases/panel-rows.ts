import { type Case, stageOf } from '../domain/case';
import type { PanelRow, PanelStep } from '../domain/panel-view';
import type { PlannedStep } from '../domain/planner';
import { unitsToCome } from '../domain/units';
import { stepInWords } from './panel-words';

export const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

/** One case as a row of a list. The line that it is named by is the first that waits. */
export function rowOf(value: Case): PanelRow {
  const count = (of: (line: Case['lines'][number]) => number): number =>
    value.lines.reduce((total, line) => total + of(line), 0);
  const short = value.lines.filter(({ units }) => units.short + units.doubtful > 0);
  const coming = value.lines.filter(({ units }) => unitsToCome(units) > 0);
  const dates = short.flatMap((line) => line.promise.date ?? []);
  const first = short[0] ?? coming[0] ?? value.lines[0];
  const shown = coming.length > 0 ? coming.length : value.lines.length;
  const { heldMoney } = value;
  return {
    orderId: value.orderId,
    orderName: value.orderName,
    openedAt: value.openedAt.toISOString(),
    stage: stageOf(value),
    waitingUnits: count(({ units }) => units.short + units.doubtful),
    readyUnits: count(({ units }) => units.ready),
    date: iso(dates.toSorted((a, b) => a.getTime() - b.getTime())[0]),
    title: first?.title ?? '',
    otherLines: Math.max(0, shown - 1),
    held: heldMoney == null ? null : { ...heldMoney, lapsesAt: heldMoney.lapsesAt.toISOString() },
    attention: value.attention,
  };
}

export function stepView(value: Case, step: PlannedStep, dueAt = step.dueAt): PanelStep {
  return {
    orderId: value.orderId,
    orderName: value.orderName,
    key: step.key,
    what: stepInWords(step.step),
    dueAt: dueAt.toISOString(),
  };
}
