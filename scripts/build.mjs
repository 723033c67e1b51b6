/*
 * npm run build: the pages (build/client, build/server/index.js) and the two programs (build/server.js, build/worker.js).
 * Packages are not bundled into the programs: what runs is what the lock names.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const PROGRAMS = { server: 'app/server.ts', worker: 'app/worker.server.ts' };

rmSync(join(root, 'build'), { recursive: true, force: true });

const pages = spawnSync('remix', ['vite:build'], {
  cwd: root,
  shell: process.platform === 'win32',
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    NODE_ENV: 'production',
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  },
});
if (pages.status !== 0) {
  console.error('The pages could not be built.');
  process.exit(pages.status ?? 1);
}

try {
  await build({
    absWorkingDir: root,
    entryPoints: PROGRAMS,
    outdir: 'build',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
} catch {
  // esbuild has said why.
  process.exit(1);
}
console.log('Built: build/server.js, build/worker.js and the pages.');
