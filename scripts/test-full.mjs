/*
 * npm run test:full: every battery at full counts (a thousand histories and a fresh hundred, ten thousand runs of the races
 * and five hundred fresh ones, twenty strikes of each kind at each effect), then the wrong patches, and a dated report in
 * docs/reports/. What this machine lacks is said in it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  HOLDFAST_FULL: '1',
};

/** The lines of a run that belong into the report. */
const TELLING = [
  /^\d+ passed, \d+ failed/,
  /^(histories|money):/,
  /^(exactly once|races|races on PostgreSQL):/,
  /^!!!/,
  /^(P\d+|M) /,
  /caught, \d+ stayed green/,
];

function run(title, program, args) {
  console.log(`\n=== ${title}`);
  const started = Date.now();
  const shell = process.platform === 'win32';
  const options = { cwd: root, env, shell, encoding: 'utf8', maxBuffer: 1 << 28 };
  const { status, stdout, stderr } = spawnSync(program, args, options);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  const lines = stdout.split('\n').filter((line) => TELLING.some((telling) => telling.test(line)));
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  return { title, ok: status === 0, minutes, lines: [...new Set(lines)] };
}

function git(...args) {
  return spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';
}

const runs = [
  run('All tests, full counts', 'node', ['scripts/test.mjs']),
  run('Wrong patches', 'tsx', ['test/mutants/run.ts']),
];

const date = new Date().toISOString().slice(0, 10);
const changed = git('status', '--porcelain') === '' ? '' : ', with changes that are not committed';
const report = [
  `# Full tests, ${date}`,
  '',
  `Commit ${git('rev-parse', '--short', 'HEAD')}${changed}. Node ${process.version}, ${type()} ${release()}, ${cpus().length} processors.`,
  ...runs.flatMap(({ title, ok, minutes, lines }) => [
    '',
    `## ${title}: ${ok ? 'passed' : 'FAILED'} in ${minutes} minutes`,
    '',
    '```',
    ...lines,
    '```',
  ]),
  '',
].join('\n');

const folder = join(root, 'docs', 'reports');
mkdirSync(folder, { recursive: true });
const path = join(folder, `test-full-${date}.md`);
writeFileSync(path, report);
console.log(`\nThe report is in ${path}`);
process.exit(runs.every(({ ok }) => ok) ? 0 : 1);
