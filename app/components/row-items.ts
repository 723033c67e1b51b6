import type { PanelRow } from '../domain/panel-view';

type Named = Pick<PanelRow, 'waitingUnits' | 'readyUnits' | 'title' | 'otherLines'>;

/** What a row is about: the units that wait, else those that are here, else only what was ordered. */
export function rowItems({ waitingUnits, readyUnits, title, otherLines }: Named): string {
  const units = waitingUnits > 0 ? waitingUnits : readyUnits;
  return `${units > 0 ? `${units} × ` : ''}${title}${otherLines > 0 ? ` and ${otherLines} more` : ''}`;
}
