import type { CaseLine } from './case';

type Named = Pick<CaseLine, 'id' | 'title'>;

/** The line's title; with its place where another line of the order has the same. */
export function lineName(line: Named, lines: readonly Named[]): string {
  const isAlone = lines.every(({ id, title }) => id === line.id || title !== line.title);
  if (isAlone) return line.title;
  return `${line.title} (line ${lines.findIndex(({ id }) => id === line.id) + 1})`;
}

/** "2 × Mug"; a line that isn't among them is named by its number of units alone. */
export function unitsInWords(lines: readonly Named[], id: string, quantity: number): string {
  const line = lines.find((known) => known.id === id);
  return line === undefined
    ? `${quantity} ${quantity === 1 ? 'unit' : 'units'}`
    : `${quantity} × ${lineName(line, lines)}`;
}
