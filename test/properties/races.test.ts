import fc from 'fast-check';
import { brokenGuard } from './exactly-once/broken-guard';
import { battery, freshBattery } from './races/battery';
import { brokenPromises, moneyIsSafe } from './races/run';

/*
 * A model of the shop: people, another app, time and faults in any order, and two workers that interleave at every call to
 * Shopify. Once all is well again, no promise about money has been broken. The other half is in races-more.test.ts.
 */

describe('people, faults and two workers in any order', () => {
  battery(1);
  freshBattery();

  it('are seen to break a promise where the guards are broken', async () => {
    const check = await fc.check(moneyIsSafe({ guardOf: brokenGuard, judge: brokenPromises }), {
      seed: 1,
      numRuns: 60,
      endOnFailure: true,
    });
    expect(check.failed).toBe(true);
    expect(String(check.errorInstance)).toMatch(/(P1|P6|M) at/);
  }, 120_000);
});
