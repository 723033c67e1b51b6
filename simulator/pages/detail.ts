import { z } from 'zod';
import { numberOf } from './format';

const unit = z.object({ sku: z.string(), quantity: z.number() });

/** A row's detail in few words: numbers of things that a person cannot look up are left out. */
export const detailOf = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .filter(([name, value]) => !/Id$/.test(name) && said(value) !== '')
    .map(([name, value]) => `${name}: ${said(value)}`)
    .join(', ');

function said(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.startsWith('gid://') ? '' : value;
  if (typeof value !== 'object') return String(value);
  const line = unit.safeParse(value);
  if (line.success) return `${line.data.quantity} × ${line.data.sku}`;
  if (Array.isArray(value)) return listed(value);
  return `{ ${detailOf(z.record(z.string(), z.unknown()).parse(value))} }`;
}

function listed(values: readonly unknown[]): string {
  const words = values.map((value) => said(value) || numberOf(String(value)).slice(-5));
  return words.length > 6 ? `${words.length} of them` : words.join(' and ');
}
