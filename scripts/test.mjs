/*
 * npm test [-- project… and options of jest's]: runs the named test projects, by default all of them, and ends with one
 * plain line of numbers. What this machine cannot run is said before and after.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingBatteries, requireAll } from '../test/support/batteries.ts';

const PROJECTS = ['unit', 'properties', 'stories', 'money', 'contract', 'integration', 'e2e'];
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

const folder = mkdtempSync(join(tmpdir(), 'holdfast-test-'));
const file = join(folder, 'results.json');
const status = run('jest', [
  '--passWithNoTests',
  '--json',
  `--outputFile=${file}`,
  ...options,
  '--selectProjects',
  ...projects,
]);
if (!existsSync(file)) {
  console.log('jest ended without a result.');
  process.exit(status || 1);
}
const result = JSON.parse(readFileSync(file, 'utf8'));
rmSync(folder, { recursive: true, force: true });

sayMissing();
// A file that cannot even be loaded counts as one failure: it must not look like zero.
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
const skipped = result.numPendingTests + result.numTodoTests;
console.log(`${result.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
process.exit(status !== 0 ? status : failed > 0 ? 1 : 0);
