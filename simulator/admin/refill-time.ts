import type { SimClock } from '../world/clock';

/**
 * The time by which buckets refill, in ms: it only ever goes on. While the simulated clock stands still, its jumps and the
 * machine's seconds both count; while it flows, the machine's seconds are in it already.
 */
export function createRefillTime(
  clock: Pick<SimClock, 'now' | 'rate'>,
  machine: () => number = () => performance.now(),
): () => number {
  let passed = 0;
  const look = () => ({ simulated: clock.now().getTime(), real: machine(), rate: clock.rate });
  let seen = look();
  return () => {
    const now = look();
    const simulated = Math.max(0, now.simulated - seen.simulated);
    const real = Math.max(0, now.real - seen.real);
    const stoodStill = now.rate === 0 && seen.rate === 0;
    // Where the rate changed in between, what flowed is in both: the longer one counts.
    passed += stoodStill ? simulated + real : Math.max(simulated, real);
    seen = now;
    return passed;
  };
}
