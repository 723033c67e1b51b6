import type { Bed } from './bed';
import type { Fired } from './load/protocol';
import { cpuSeconds } from './process-cpu';
import type { Side } from './sides/side';
import type { Row } from './table';
import { median } from './verdict';

/** One uninterrupted stretch of load on one side. */
export interface Slice extends Fired {
  readonly side: string;
  /** Microseconds of processor time for each delivery, with what was left to be done after the last answer. */
  readonly cpu: number;
  readonly databaseCpu: number;
}

export interface Aim {
  readonly side: Side;
  readonly label?: string;
  readonly count: number;
  readonly wave: number;
  readonly forgotten?: boolean;
}

/** Fires, and insists that whatever was acknowledged is stored, and that nothing was refused. */
export async function slice(bed: Bed, { side, label = side.name, ...shot }: Aim): Promise<Slice> {
  const before = [cpuSeconds(side.pid), cpuSeconds(bed.postgresPid)] as const;
  const fired = await bed.load.fire({ port: side.port, ...shot });
  await bed.still();
  const each = (now: number, then: number): number => ((now - then) * 1e6) / shot.count;
  const cpu = each(cpuSeconds(side.pid), before[0]);
  const databaseCpu = each(cpuSeconds(bed.postgresPid), before[1]);
  const stored = await side.stored();
  if (fired.acknowledged !== shot.count || stored !== shot.count)
    throw new Error(
      `${label}: of ${shot.count} deliveries ${fired.acknowledged} were acknowledged, ${stored} are stored`,
    );
  return { side: label, ...fired, cpu, databaseCpu };
}

const perSecond = ({ acknowledged, seconds }: Slice): number => acknowledged / seconds;

/** The medians of each side: for the eye, never the verdict. */
export function rowsOf(slices: readonly Slice[]): Row[] {
  return [...new Set(slices.map(({ side }) => side))].map((side) => {
    const own = slices.filter((slice) => slice.side === side);
    const middle = (read: (slice: Slice) => number, digits = 0): number =>
      Number(median(own.map(read)).toFixed(digits));
    return {
      side,
      'deliveries/s': middle(perSecond),
      'p50 ms': middle((one) => one.p50, 1),
      'p99 ms': middle((one) => one.p99, 1),
      'CPU µs each': middle((one) => one.cpu),
      'PostgreSQL µs each': middle((one) => one.databaseCpu),
    };
  });
}
