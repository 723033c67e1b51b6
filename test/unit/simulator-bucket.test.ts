import { Bucket } from '../../simulator/admin/bucket';
import { createRefillTime } from '../../simulator/admin/refill-time';

const MINUTE = 60_000;

/** A shop of 100 points a second, on a machine and a simulated clock that the test moves. */
function aBucket() {
  const clock = { at: new Date('2026-03-02T10:00:00Z'), rate: 0 as 0 | 1 };
  let machine = 160_000;
  const time = createRefillTime(
    {
      now: () => clock.at,
      get rate() {
        return clock.rate;
      },
    },
    () => machine,
  );
  const bucket = new Bucket(() => 'basic', time);
  return {
    bucket,
    left: () => bucket.status().currentlyAvailable,
    /** The machine's time passes; simulated time does, too, where it flows. */
    wait(ms: number): void {
      machine += ms;
      if (clock.rate === 1) clock.at = new Date(clock.at.getTime() + ms);
    },
    jump(ms: number): void {
      clock.at = new Date(clock.at.getTime() + ms);
    },
    flow(rate: 0 | 1): void {
      clock.rate = rate;
    },
  };
}

describe('the points of a shop', () => {
  it('are all there after the seed, when simulated time begins to flow', () => {
    const shop = aBucket();
    for (let n = 0; n < 160; n += 1) {
      shop.wait(1_000);
      shop.bucket.take(50);
    }
    shop.wait(20_000);
    shop.flow(1);
    expect(shop.left()).toBe(2000);
  });

  it.each([0, 1] as const)('are never fewer by a change of the rate, from %d', (rate) => {
    const shop = aBucket();
    shop.flow(rate);
    shop.bucket.take(1500);
    for (let n = 0; n < 10; n += 1) {
      const before = shop.left();
      shop.flow(n % 2 === 0 ? 1 : 0);
      expect(shop.left()).toBeGreaterThanOrEqual(before);
      shop.wait(500);
      expect(shop.left()).toBeGreaterThanOrEqual(before);
    }
    expect(shop.left()).toBeGreaterThan(500);
  });

  it('come back with each second of the machine, and with a jump of simulated time', () => {
    const shop = aBucket();
    shop.bucket.take(2000);
    shop.wait(3_000);
    expect(shop.left()).toBe(300);
    shop.jump(5_000);
    expect(shop.left()).toBe(800);
    shop.flow(1);
    shop.wait(2_000);
    expect(shop.left()).toBe(1000);
    shop.jump(5 * MINUTE);
    expect(shop.left()).toBe(2000);
  });
});
