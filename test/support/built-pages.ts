import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const BUILD = 'build/server/index.js';
const BIN = join('node_modules', '.bin');

/** Builds the pages, unless the last build is younger than everything that it was made of. */
function buildPages(): void {
  const built = existsSync(BUILD) ? statSync(BUILD).mtimeMs : 0;
  const sources = readdirSync('app', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  if (Math.max(...sources, statSync('vite.config.ts').mtimeMs) < built) return;
  const { status, stderr } = spawnSync(join(BIN, 'remix'), ['vite:build'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`The pages could not be built:\n${stderr}`);
}

export type Program = 'serve-pages' | 'serve-panel';

export interface Served {
  readonly url: string;
  /** What the process wrote besides its port: console output of libraries, for one. */
  readonly output: () => string;
  /** What the program says of itself when it is asked. */
  ask(): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * The built pages in a process of their own, since jest can't load Remix's ES modules. The program says what stands behind
 * them: fakes, or Shopify's real library.
 */
export async function servePages(program: Program = 'serve-pages'): Promise<Served> {
  buildPages();
  const child = spawn(process.execPath, ['--import', 'tsx', `test/support/${program}.ts`], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let output = '';
  child.stderr?.on('data', (piece: Buffer) => (output += piece.toString()));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The pages were not served:\n${output}`)));
    if (!child.stdout) return reject(new Error('no output'));
    createInterface(child.stdout).on('line', (line) => {
      const found = /^\{"port":(\d+)\}$/.exec(line)?.[1];
      if (found) resolve(Number(found));
      else output += `${line}\n`;
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    ask: () =>
      new Promise((resolve) => {
        child.once('message', resolve);
        child.send('ask');
      }),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit').once('exit', () => resolve());
        child.kill();
      }),
  };
}
