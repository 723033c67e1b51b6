/*
 * npm test [-- project… and options of jest's]: runs the named test projects, by default all of them, and ends with one
 * plain line of numbers. What this machine cannot run is said before and after.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingBatteries, requireAll } from '../test/support/batteries.ts';

/** Nothing but the processor: as many workers as there are processors. */
const PURE = ['unit', 'properties', 'stories', 'money'];
/** Databases, servers and browsers are processes of their own, and want a processor left to them. */
const WITH_REAL_PARTS = ['contract', 'integration', 'e2e'];
const PROJECTS = [...PURE, ...WITH_REAL_PARTS];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const named = args.filter((arg) => PROJECTS.includes(arg));
const options = args.filter((arg) => !PROJECTS.includes(arg));
const projects = named.length > 0 ? named : PROJECTS;

const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  NODE_ENV: 'test',
  TZ: 'UTC',
};
// The tests bring their own; a shop's real services are none of their business.
for (const name of ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL']) delete env[name];

function run(program, list) {
  const shell = process.platform === 'win32';
  return spawnSync(program, list, { cwd: root, env, shell, stdio: 'inherit' }).status ?? 1;
}

function sayMissing() {
  const consequence = requireAll() ? 'FAILS (REQUIRE_ALL=1)' : 'SKIPPED';
  for (const line of missingBatteries()) console.log(`!!! ${consequence}: ${line}`);
}

sayMissing();
if (existsSync(join(root, 'scripts', 'fetch-schema.mjs'))) {
  const status = run('node', ['scripts/fetch-schema.mjs']);
  if (status !== 0) process.exit(status);
}

const ALL_WORKERS = '--maxWorkers=100%';
const saysWorkers = options.some((option) => /^(--maxWorkers|-w|--runInBand|-i)\b/.test(option));

/** One run of jest's; null where it ended without a result. */
function test(list, more) {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-test-'));
  const file = join(folder, 'results.json');
  const report = ['--passWithNoTests', '--json', `--outputFile=${file}`];
  const status = run('jest', [...report, ...more, ...options, '--selectProjects', ...list]);
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  rmSync(folder, { recursive: true, force: true });
  if (result === null) console.log('jest ended without a result.');
  return { status, result };
}

const runs = [
  { list: PURE.filter((name) => projects.includes(name)), more: saysWorkers ? [] : [ALL_WORKERS] },
  { list: WITH_REAL_PARTS.filter((name) => projects.includes(name)), more: [] },
]
  .filter(({ list }) => list.length > 0)
  .map(({ list, more }) => test(list, more));

/** Where the time went: the files that took longest, in seconds of one worker. */
function sayLongest(most) {
  const files = runs.flatMap(({ result }) => result?.testResults ?? []);
  const timed = files.map(({ name, startTime, endTime }) => ({
    name: relative(root, name),
    seconds: (endTime - startTime) / 1000,
  }));
  const longest = timed.toSorted((a, b) => b.seconds - a.seconds).slice(0, most);
  if (files.length <= 1) return;
  console.log(`The ${longest.length} files of ${files.length} that took longest:`);
  for (const { name, seconds } of longest)
    console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}`);
}

sayLongest(Number(process.env['HOLDFAST_LONGEST'] ?? 15));
sayMissing();
const total = (count) => runs.reduce((sum, { result }) => sum + (result ? count(result) : 0), 0);
const passed = total((result) => result.numPassedTests);
// A file that cannot even be loaded counts as one failure: it must not look like zero.
const failed = total((result) => result.numFailedTests + result.numRuntimeErrorTestSuites);
const skipped = total((result) => result.numPendingTests + result.numTodoTests);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
const broken = runs.find(({ status, result }) => status !== 0 || result === null);
process.exit(broken ? broken.status || 1 : failed > 0 ? 1 : 0);
