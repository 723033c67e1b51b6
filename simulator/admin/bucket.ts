import type { Plan } from '../world/types';

const RESTORE: Readonly<Record<Plan, number>> = { basic: 100, advanced: 200, plus: 1000 };

export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/**
 * The leaky bucket of one shop: twenty seconds' worth of points. `now` (in ms) tells by which time it refills; see
 * `createRefillTime`.
 */
export class Bucket {
  private level: number;
  private at: number;

  constructor(
    private readonly plan: () => Plan,
    private readonly now: () => number = Date.now,
  ) {
    this.level = this.size;
    this.at = now();
  }

  private get size(): number {
    return RESTORE[this.plan()] * 20;
  }

  status(): ThrottleStatus {
    const now = this.now();
    this.level = Math.min(this.size, this.level + ((now - this.at) / 1000) * RESTORE[this.plan()]);
    this.at = now;
    return {
      maximumAvailable: this.size,
      currentlyAvailable: Math.floor(this.level),
      restoreRate: RESTORE[this.plan()],
    };
  }

  /** Points are asked for before the call and what was not needed comes back after it. */
  take(points: number): boolean {
    if (this.status().currentlyAvailable < points) return false;
    this.level -= points;
    return true;
  }

  giveBack(points: number): void {
    this.level = Math.min(this.size, this.level + points);
  }
}
