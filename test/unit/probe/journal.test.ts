import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../../probe/record/journal';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-journal-'));
  file = join(folder, 'store', 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('knows what was announced, made and taken away, also in another process', () => {
  const journal = new Journal(file);
  journal.aboutToCreate('location', 'mark-1');
  journal.created('mark-1', 'gid://shopify/Location/1');
  journal.aboutToCreate('order', 'mark-2');
  journal.aboutToCreate('order', 'mark-3');
  journal.created('mark-3', 'gid://shopify/Order/3');
  journal.gone('mark-3');
  expect(new Journal(file).open()).toEqual([
    { kind: 'location', mark: 'mark-1', id: 'gid://shopify/Location/1' },
    { kind: 'order', mark: 'mark-2', id: null },
  ]);
});

it('is on the disk before the call that it announces', () => {
  new Journal(file).aboutToCreate('product', 'mark-1');
  expect(readFileSync(file, 'utf8')).toContain('"mark":"mark-1"');
});

it('survives a row that was cut short by a kill', () => {
  const journal = new Journal(file);
  journal.aboutToCreate('order', 'mark-1');
  appendFileSync(file, '\n{"what":"crea');
  journal.created('mark-1', 'gid://shopify/Order/1');
  expect(journal.open()).toEqual([{ kind: 'order', mark: 'mark-1', id: 'gid://shopify/Order/1' }]);
});

it('is gone once nothing is open, and stays while something is', () => {
  const journal = new Journal(file);
  journal.aboutToCreate('order', 'mark-1');
  journal.close();
  expect(existsSync(file)).toBe(true);
  journal.left('mark-1', 'Shopify keeps it');
  journal.close();
  expect(existsSync(file)).toBe(false);
});
