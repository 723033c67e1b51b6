import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Brings a database up to the newest migration of `of`, the folder with `prisma` in it: this program's own unless another
 * is named. Prisma's own program does it, as JavaScript over `pg`: no engine is downloaded and nobody is called. What it
 * prints is shown only when it fails.
 */
export function migrate(url: string, of = root): Promise<void> {
  const child = spawn('prisma', ['migrate', 'deploy'], {
    cwd: of,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      DATABASE_URL: url,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => {
      if (code === 0) return done();
      failed(new Error(`The migration did not succeed.\n${said.trim()}`));
    });
  });
}
