import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHILD = new URL('../../../simulator/stack/end-with-parent.ts', import.meta.url).href;
const tsx = ['--import', 'tsx', '--input-type=module', '--eval'];

/** Starts a child as the demo starts the app, says its number, and lives on. */
const parent = `
  import { spawn } from 'node:child_process';
  const child = spawn(process.execPath, ${JSON.stringify([
    ...tsx,
    `
    import { endWithParent } from '${CHILD}';
    endWithParent();
    setInterval(() => {}, 1_000);
    process.stdout.write('up');
  `,
  ])}, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdout.once('data', () => process.stdout.write(String(child.pid)));
  setInterval(() => {}, 1_000);
`;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the app’s processes in the demo', () => {
  it('end when whoever started them was killed', async () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const started = spawn(process.execPath, [...tsx, parent], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(started.stdout, 'data')) as [Buffer];
    const pid = Number(said.toString());
    expect(isAlive(pid)).toBe(true);
    started.kill('SIGKILL');
    const giveUp = Date.now() + 10_000;
    while (isAlive(pid) && Date.now() < giveUp) await new Promise((next) => setTimeout(next, 20));
    const isLeft = isAlive(pid);
    if (isLeft) process.kill(pid, 'SIGKILL');
    expect(isLeft).toBe(false);
  }, 30_000);
});
