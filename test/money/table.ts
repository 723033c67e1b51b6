import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Combination } from './factors';

const Amount = z.string().regex(/^\d+\.\d\d$/);

/** One row: what happens to one order, and what must become of its money. */
export const Row = Combination.extend({
  id: z.string().regex(/^[MCFP]\d\d$/),
  price: z.enum(['plain', 'taxed']),
  expected: z.string().transform((text) => text.split('; ')),
  charged: Amount,
  source: z.string().min(2),
});
export type Row = Readonly<z.infer<typeof Row>>;

/** A field holds neither commas nor quotes: a line is split at its commas. */
export function readTable(): Row[] {
  const [head = '', ...lines] = readFileSync(join(__dirname, 'table.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    if (fields.length !== columns.length)
      throw new Error(`${fields.length} fields instead of ${columns.length}: ${line}`);
    return Row.parse(Object.fromEntries(columns.map((name, index) => [name, fields[index]])));
  });
}
