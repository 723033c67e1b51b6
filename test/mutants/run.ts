import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { rangeOf, SHARD } from '../support/shard';
import { PATCHES } from './patches/index';
import type { Patch } from './patches/patch';

/*
 * npm run test:mutants [-- words]: makes each wrong change in a copy of the tree and runs the fast tests there. Fails if
 * a run stays green, or if a patch no longer applies. With words, only the patches whose reason has them.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const COPIED = [
  ...['app', 'test', 'simulator', 'prisma', 'scripts'],
  ...['jest.config.ts', 'prisma.config.ts', 'package.json', 'tsconfig.json'],
];
/** Tests of the core; those of adapters and of the repository itself have nothing to say here. */
const QUICK = '(unit/(promises|money|calendar|emails|order-reads)|stories/)';
type Round = readonly string[];
/** The quick tests first; the table of money and the histories only where those stay green. */
const ROUNDS: readonly Round[] = [
  ['--selectProjects', 'unit', 'stories', '--testPathPatterns', QUICK],
  ['--selectProjects', 'money'],
  ['--selectProjects', 'properties'],
];
const AT_THE_DATABASE: readonly Round[] = [
  ['--selectProjects', 'contract', '--testPathPatterns', 'test/contract/store'],
];
/** The same histories and the same sample of the money's combinations each time: what is caught once is caught always. */
const SAMPLES = { HOLDFAST_HISTORIES: '40', HOLDFAST_OFFSET: '0' };

const LONGEST_RUN_MS = 20 * 60_000;

interface Copy {
  readonly folder: string;
}

interface Outcome {
  readonly patch: Patch;
  readonly killedBy: string | null;
  readonly seconds: number;
}

/** What `first-failure.mjs` writes. */
const Verdict = z.object({
  failed: z.string().nullable(),
  broken: z.string().nullable(),
  passed: z.number(),
});

function makeCopy(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-mutants-'));
  for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return { folder };
}

/** Whether it came to its end; one that goes round for ever in simulated time is ended, which is a failure, too. */
function jest(folder: string, args: readonly string[]): Promise<boolean> {
  const program = join(root, 'node_modules', '.bin', 'jest');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    TZ: 'UTC',
    ...SAMPLES,
  };
  // The counts and shards are those of the patches. Each patch meets the quick tests, all of them.
  delete env['HOLDFAST_FULL'];
  delete env['HOLDFAST_SHARD'];
  const reporter = '--reporters=<rootDir>/test/mutants/first-failure.mjs';
  const options: string[] = [reporter, '--silent', '--maxWorkers=1', '--bail'];
  return new Promise((done, fail) => {
    const child = spawn(program, options.concat(args), { cwd: folder, env, stdio: 'ignore' });
    child.once('error', fail);
    const patience = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN_MS);
    child.once('exit', (_code, signal) => {
      clearTimeout(patience);
      done(signal === null);
    });
  });
}

/** The first test that failed, or null where all passed. */
async function firstFailure(folder: string, rounds: readonly Round[]): Promise<string | null> {
  for (const round of rounds) {
    rmSync(join(folder, 'results.json'), { force: true });
    if (!(await jest(folder, round))) return 'it never ends';
    const text = readFileSync(join(folder, 'results.json'), 'utf8');
    const { failed, broken, passed } = Verdict.parse(JSON.parse(text));
    if (failed !== null) return failed;
    if (broken !== null) throw new Error(`A test file could not be loaded: ${broken}`);
    if (passed === 0) throw new Error(`Nothing ran: ${round.join(' ')}`);
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
    const killedBy = await firstFailure(
      copy.folder,
      patch.atTheDatabase ? AT_THE_DATABASE : ROUNDS,
    );
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
  const named = PATCHES.filter((patch) => words.every((word) => patch.why.includes(word)));
  const share = rangeOf(named.length, SHARD);
  const wanted = named.slice(share.from, share.from + share.count);
  const copies = Array.from({ length: Math.min(2, availableParallelism()) }, makeCopy);
  const queue = [...wanted];
  const outcomes: Outcome[] = [];
  let faults = 0;
  try {
    const [first] = copies;
    const database = wanted.some((patch) => patch.atTheDatabase) ? AT_THE_DATABASE : [];
    const red =
      first === undefined ? null : await firstFailure(first.folder, [...ROUNDS, ...database]);
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
