import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BadEnvironment } from './env.server';
import type { Log } from './ports';

/** Whether a module is what was started, also through a symbolic link. */
export function isEntry(moduleUrl: string): boolean {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
}

/** A terminal and npm can each pass on one Ctrl+C: what comes so soon after the first is the same wish. */
const SAME_WISH_MS = 1_000;

/** Ends the process in order on SIGTERM and SIGINT; a second wish ends it at once. */
export function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let since: number | null = null;
  const end = (signal: string): void => {
    if (since !== null) {
      if (performance.now() - since > SAME_WISH_MS) process.exit(1);
      return;
    }
    since = performance.now();
    log.info({ signal }, 'Takes nothing new and ends');
    stop().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'Did not end cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** One line per fault, without a stack: whoever starts it reads this first. */
export function exitOnFault(error: unknown): void {
  const words = error instanceof BadEnvironment ? error.message : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
