import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { join } from 'node:path';
import type { Job } from './parts';
import type { Result } from './run';

function git(root: string, ...args: string[]): string {
  return spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** Which tree was counted; reports don't count as a change. */
function treeOf(root: string): string {
  const changes = git(root, 'status', '--porcelain', '--', '.', ':!docs/reports');
  const commit = `commit ${git(root, 'rev-parse', '--short', 'HEAD')}`;
  return changes === '' ? commit : `${commit} with changes that are not committed`;
}

const inMinutes = (seconds: number): string => `${(seconds / 60).toFixed(1)} minutes`;

function verdict(title: string, ok: boolean, seconds: number): string {
  return `${title}: ${ok ? 'passed' : 'FAILED'} in ${inMinutes(seconds)}`;
}

function headOf(date: string): string[] {
  const machine = `Node ${process.version}, ${type()} ${release()}, ${cpus().length} processors.`;
  return [`# Full counts, ${date}`, '', machine];
}

/**
 * Adds what became of a job at the end of the day's report, docs/reports/test-full-DATE.md, and gives the report's path.
 * `date` is like "2026-11-30".
 */
export function report(root: string, date: string, job: Job, results: readonly Result[]): string {
  const { part, index, of } = job;
  const folder = join(root, 'docs', 'reports');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `test-full-${date}.md`);
  const name = of === 1 ? part : `${part} ${index + 1}/${of}`;
  const seconds = results.reduce((total, result) => total + result.seconds, 0);
  const isOk = results.every(({ ok }) => ok);
  const section = [
    ...(existsSync(path) ? [] : headOf(date)),
    '',
    `## ${verdict(name, isOk, seconds)}`,
    '',
    `\`npm run test:full -- ${name}\`, ${treeOf(root)}.`,
    ...results.flatMap((result) => [
      '',
      verdict(result.title, result.ok, result.seconds),
      '',
      '```',
      ...result.lines,
      '```',
    ]),
    '',
  ];
  appendFileSync(path, section.join('\n'));
  return path;
}
