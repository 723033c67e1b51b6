import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Run } from './parts';

/** The lines of a run that belong into the report. */
const TELLING = [
  /^\d+ passed, \d+ failed/,
  /^(histories|money|exactly once|races|races on PostgreSQL|recorded|intruders):/,
  /^!!!/,
  /caught, \d+ stayed green/,
  /STAYED GREEN|no longer applies/,
];

export interface Result {
  readonly title: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly lines: readonly string[];
}

/** Runs a program to its end, prints what it prints, and keeps the lines that tell. */
export function run(
  { title, program, args, proof }: Run,
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Result> {
  console.log(`\n=== ${title}`);
  const started = performance.now();
  const shell = process.platform === 'win32';
  const child = spawn(program, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = new Set<string>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line);
    if (TELLING.some((telling) => telling.test(line))) lines.add(line);
  });
  return new Promise((resolve) => {
    const end = (ok: boolean): void =>
      resolve({ title, ok, seconds: (performance.now() - started) / 1000, lines: [...lines] });
    child.once('error', (error) => {
      lines.add(`!!! ${program} could not be started: ${error.message}`);
      end(false);
    });
    child.once('close', (code) => {
      end(code === 0 && [...lines].some((line) => proof.test(line)));
    });
  });
}
