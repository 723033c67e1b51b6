import type { Random } from './random';

export const FAULT_MODES = [
  'throttle',
  'http500',
  'timeoutAfterCommit',
  'dataWithErrors',
  'userError',
  'slow',
  'drop',
  'duplicate',
  'reorder',
  'pending',
  'refuse',
  'concurrent',
  'jobNeverDone',
  'staleRead',
  'reject',
  'dropAfterData',
  'revoke',
  'tempfail',
  'timeout',
] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

export interface Fault {
  /** An operation's name, a field of Query or Mutation, `webhook`, `webhook:<topic>`, `token`, or `*`. */
  readonly target: string;
  readonly mode: FaultMode;
  readonly shop?: string | undefined;
  readonly rate?: number | undefined;
  readonly ms?: number | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** A pending transaction fails instead of succeeding. */
  readonly fails?: boolean | undefined;
  left: number;
}

/** Bad days on order. A fault with a count is used up; one with a rate stays until it is taken away. */
export class Faults {
  constructor(
    private readonly random: Random,
    private active: Fault[] = [],
  ) {}

  add(fault: Omit<Fault, 'left'> & { count?: number | undefined }): void {
    const { count, ...rest } = fault;
    this.active.push({
      ...rest,
      left: count ?? (fault.rate === undefined ? 1 : Number.MAX_SAFE_INTEGER),
    });
  }

  clear(): void {
    this.active = [];
  }

  list(): readonly Fault[] {
    return this.active;
  }

  /** The fault that strikes now, if one of these modes is waiting for one of these targets. */
  strike(shop: string, targets: readonly string[], modes: readonly FaultMode[]): Fault | undefined {
    const hit = this.active.find(
      (fault) =>
        (fault.shop === undefined || fault.shop === shop) &&
        (fault.target === '*' || targets.includes(fault.target)) &&
        modes.includes(fault.mode) &&
        (fault.rate === undefined || this.random.next() < fault.rate),
    );
    if (!hit) return undefined;
    hit.left -= 1;
    this.active = this.active.filter((fault) => fault.left > 0);
    return hit;
  }
}
