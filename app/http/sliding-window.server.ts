/** Keys that are remembered at most; beyond it the oldest are forgotten, so that guessing can't fill the memory. */
const MOST_KEYS = 50_000;

interface Count {
  window: number;
  now: number;
  before: number;
}

/**
 * At most `limit` hits of a key in any `windowMs`, counted in two windows of which the older fades out. Per process: two
 * web processes let through twice as much, which a limit against guessing bears.
 */
export class SlidingWindow {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
    private readonly clock: () => number = Date.now,
  ) {}

  /** Says whether another hit is within the limit, and counts it; `hits` 0 only asks. */
  allows(key: string, hits: 0 | 1 = 1): boolean {
    const time = this.clock();
    const window = Math.floor(time / this.windowMs);
    const count = this.counts.get(key) ?? { window, now: 0, before: 0 };
    if (count.window !== window) {
      count.before = count.window === window - 1 ? count.now : 0;
      count.now = 0;
      count.window = window;
    }
    const faded = 1 - (time % this.windowMs) / this.windowMs;
    const allowed = count.now + count.before * faded < this.limit;
    if (!allowed || hits === 0) return allowed;
    count.now += hits;
    this.counts.delete(key);
    this.counts.set(key, count);
    if (this.counts.size > MOST_KEYS) {
      const oldest = this.counts.keys().next();
      if (!oldest.done) this.counts.delete(oldest.value);
    }
    return true;
  }
}
