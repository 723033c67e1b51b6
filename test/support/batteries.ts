import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/* Which test batteries this machine can run. Node reads this file as it is (scripts/test.mjs), so it imports no other. */

function findProgram(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of process.platform === 'win32' ? ['.exe', '.cmd'] : ['']) {
        const path = join(folder, name + ending);
        if (existsSync(path)) return path;
      }
    }
  }
  return null;
}

export function findRedisServer(): string | null {
  return findProgram(['redis-server', 'valkey-server']);
}

export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : null;
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return (
    findProgram(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) ??
    (existsSync(mac) ? mac : null)
  );
}

export const requireAll = (): boolean => process.env['REQUIRE_ALL'] === '1';

/** One line per battery that cannot run here, with what it lacks. */
export function missingBatteries(): string[] {
  const lines: string[] = [];
  if (!findRedisServer()) lines.push('Redis: no redis-server on the PATH');
  if (!findChromium()) lines.push('Chromium: none on the PATH, and CHROMIUM_PATH is not set');
  return lines;
}
