import { lineName } from '../line-name';
import type { SplitOfLine } from './parts-of-order';
import type { Situation } from './situation';

/** Units of each line by its title, for a call; lines of which there are none are left out. */
export function namedUnits(
  parts: readonly SplitOfLine[],
  of: (part: SplitOfLine) => number,
  { order: { lines } }: Pick<Situation, 'order'>,
): { title: string; quantity: number }[] {
  return lines.flatMap((line) => {
    const quantity = parts
      .filter((part) => part.line.lineId === line.id)
      .reduce((total, part) => total + of(part), 0);
    return quantity > 0 ? [{ title: lineName(line, lines), quantity }] : [];
  });
}
