import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Patch, PATCHES } from './patches';

/*
 * npm run test:mutants [-- words]: makes each wrong change in a copy of the tree and runs the fast tests there. Fails if
 * a run stays green, or if a patch no longer applies. With words, only the patches whose reason has them.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const COPIED = ['app', 'test', 'simulator', 'jest.config.ts', 'package.json', 'tsconfig.json'];
/** Tests of the core; those of adapters and of the repository itself have nothing to say here. */
const QUICK = '(unit/(promises|money|calendar|emails)|stories/)';
/** The quick tests first; the histories only where those stay green. */
const ROUNDS: readonly (readonly string[])[] = [
  ['--selectProjects', 'unit', 'stories', '--testPathPatterns', QUICK],
  ['--selectProjects', 'properties'],
];
const HISTORIES = '40';

interface Copy {
  readonly folder: string;
}

interface Outcome {
  readonly patch: Patch;
  readonly killedBy: string | null;
  readonly seconds: number;
}

interface Results {
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function makeCopy(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-mutants-'));
  for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return { folder };
}

function jest(folder: string, args: readonly string[]): Promise<void> {
  const program = join(root, 'node_modules', '.bin', 'jest');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    TZ: 'UTC',
    HOLDFAST_HISTORIES: HISTORIES,
  };
  const options: string[] = ['--json', '--outputFile=results.json', '--silent', '--maxWorkers=1'];
  return new Promise((done, fail) => {
    const child = spawn(program, options.concat(args), { cwd: folder, env, stdio: 'ignore' });
    child.once('error', fail);
    child.once('exit', () => done());
  });
}

/** The first test that failed, or null where all passed. */
async function firstFailure(folder: string): Promise<string | null> {
  for (const round of ROUNDS) {
    rmSync(join(folder, 'results.json'), { force: true });
    await jest(folder, round);
    const results = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as Results;
    const failed = results.testResults
      .flatMap((file) => file.assertionResults)
      .find((test) => test.status === 'failed');
    if (failed !== undefined) return failed.fullName;
    const broken = results.testResults.find((file) => file.assertionResults.length === 0);
    if (results.numRuntimeErrorTestSuites > 0)
      throw new Error(`A test file could not be loaded: ${broken?.name ?? 'unknown'}`);
  }
  return null;
}

async function tryPatch(copy: Copy, patch: Patch): Promise<Outcome> {
  const started = performance.now();
  const path = join(copy.folder, patch.file);
  const before = readFileSync(path, 'utf8');
  let wrong = before;
  for (const { find, replace } of [patch, ...(patch.and ? [patch.and] : [])]) {
    if (wrong.split(find).length !== 2)
      throw new Error(`The patch “${patch.why}” no longer applies to ${patch.file}`);
    wrong = wrong.replace(find, () => replace);
  }
  writeFileSync(path, wrong);
  try {
    const killedBy = await firstFailure(copy.folder);
    return { patch, killedBy, seconds: (performance.now() - started) / 1000 };
  } finally {
    writeFileSync(path, before);
  }
}

function report({ patch, killedBy, seconds }: Outcome): void {
  const verdict = killedBy === null ? 'STAYED GREEN' : `caught: ${killedBy}`;
  console.log(
    `${patch.promise.padEnd(4)}${patch.why.padEnd(72)} ${seconds.toFixed(0).padStart(3)} s  ${verdict}`,
  );
}

async function main(words: readonly string[]): Promise<number> {
  const wanted = PATCHES.filter((patch) => words.every((word) => patch.why.includes(word)));
  const copies = Array.from({ length: Math.min(2, availableParallelism()) }, makeCopy);
  const queue = [...wanted];
  const outcomes: Outcome[] = [];
  let faults = 0;
  try {
    const [first] = copies;
    const red = first === undefined ? null : await firstFailure(first.folder);
    if (red !== null) throw new Error(`The tests fail without any patch: ${red}`);
    await Promise.all(
      copies.map(async (copy) => {
        for (let patch = queue.shift(); patch !== undefined; patch = queue.shift()) {
          try {
            const outcome = await tryPatch(copy, patch);
            outcomes.push(outcome);
            report(outcome);
          } catch (error) {
            faults += 1;
            console.log(`${patch.promise.padEnd(4)}${patch.why}: ${String(error)}`);
          }
        }
      }),
    );
  } finally {
    for (const { folder } of copies) rmSync(folder, { recursive: true, force: true });
  }
  const green = outcomes.filter((outcome) => outcome.killedBy === null).length;
  console.log(`${outcomes.length - green} caught, ${green} stayed green, ${faults} did not apply`);
  return green + faults === 0 ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
