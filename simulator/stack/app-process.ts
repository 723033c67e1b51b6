import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('./app-entry.ts', import.meta.url));
const ROUTE = new URL('../route.mjs', import.meta.url).href;
const READY_WITHIN_MS = 60_000;

/** Web or worker in a process of its own, so that a test can kill it as a machine would. */
export interface AppProcess {
  readonly port: number;
  /** Asks it to end and waits; one that doesn't is killed. */
  stop(): Promise<void>;
  /** `SIGKILL`: nothing of it gets to finish. */
  kill(): Promise<void>;
}

export async function startAppProcess(
  role: 'web' | 'worker',
  env: Readonly<Record<string, string>>,
): Promise<AppProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', ROUTE, ENTRY, role], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = await readiness(child, role);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    port,
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(late);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The process says `ready <port>` on its own line; everything else it prints is its log. */
function readiness(child: ChildProcess, role: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The ${role} did not get ready within ${READY_WITHIN_MS / 1000} seconds`));
    }, READY_WITHIN_MS);
    let rest = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const port = /^ready (\d+)$/.exec(line)?.[1];
        if (port === undefined) process.stderr.write(`${line}\n`);
        else {
          clearTimeout(late);
          resolve(Number(port));
        }
      }
    });
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      reject(new Error(`The ${role} ended at once (${signal ?? code ?? 'no code'})`));
    });
  });
}
