import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Used {
  readonly pid: number;
  readonly parent: number;
  readonly seconds: number;
  /** What its children had used that are gone. */
  readonly gone: number;
}

/** Linux counts in hundredths of a second, whatever the kernel's own tick. */
const TICKS = 100;

/** A line of /proc/PID/stat. The name, in parentheses, may hold anything. */
export function readStat(line: string): Used {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (place: number): number => Number(fields[place - 3]);
  return {
    pid: Number.parseInt(line, 10),
    parent: field(4),
    seconds: (field(14) + field(15)) / TICKS,
    gone: (field(16) + field(17)) / TICKS,
  };
}

/** A line of `ps -A -o pid=,ppid=,time=`, whose time is "[[days-]hours:]minutes:seconds". */
export function readPs(line: string): Used {
  const [pid, parent, time = ''] = line.trim().split(/\s+/);
  const parts = time.replace('-', ':').split(':').map(Number);
  const seconds = parts
    .toReversed()
    .reduce((sum, part, place) => sum + part * ([1, 60, 3_600, 86_400][place] ?? 0), 0);
  return { pid: Number(pid), parent: Number(parent), seconds, gone: 0 };
}

function everyone(): Used[] {
  if (process.platform !== 'linux') {
    const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,time='], { encoding: 'utf8' });
    return text.trimEnd().split('\n').map(readPs);
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [readStat(readFileSync(`/proc/${name}/stat`, 'utf8'))];
      } catch {
        return []; // It ended while we looked.
      }
    });
}

/** Seconds of processor time that a process has used, its threads and its children together. */
export function cpuSeconds(pid: number): number {
  return everyone()
    .filter((used) => used.pid === pid || used.parent === pid)
    .reduce((sum, used) => sum + used.seconds + (used.pid === pid ? used.gone : 0), 0);
}
