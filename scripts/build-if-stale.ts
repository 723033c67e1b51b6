import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['app', 'vite.config.ts', 'package.json'];
const BUILT = 'build/server/index.js';

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the pages unless they are younger than everything that they are made of. */
export async function buildIfStale(print: (line: string) => void): Promise<void> {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > Math.max(...SOURCES.map(newest))) return;
  print('… Building the pages (once)');
  const result = spawnSync('npm', ['run', 'build', '--silent'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  // A bundler's remarks on other people's packages are nothing to a newcomer, unless the build has failed.
  if (result.status !== 0) throw new Error(`The build failed\n${result.stdout}${result.stderr}`);
}
