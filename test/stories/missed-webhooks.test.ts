import { checkPromises } from '../../app/domain/promises';
import { type Item, liveThrough, type Outcome } from '../support/busy-week';
import type { Harness } from '../support/harness';
import { FAIR } from '../support/harness/hints';
import { HOURS } from '../support/story';

/* The twin is the same shop in the same week, in which every webhook arrives. */

/** With an hour and a half to notice what no webhook tells. */
async function brokenPromises(shop: Harness): Promise<string[]> {
  return checkPromises(await shop.history(HOURS(1.5))).map(
    ({ promise, says }) => `${promise}: ${says}`,
  );
}

/** The first round is followed by one every hour. */
const goThrough = (at: string): Item => ({ at, act: (shop) => shop.reconcile() });
const EVERY_HOUR = [goThrough('2026-03-02 08:00')];
const lose = (at: string, lost: boolean): Item => ({ at, act: (shop) => shop.loseWebhooks(lost) });
const [FROM, TO] = ['2026-03-03 08:00', '2026-03-05 08:00'];
const GAP = [lose(FROM, true), lose(TO, false)];

describe('webhooks of which some never arrive, in a shop whose changes are gone through every hour', () => {
  it.each([
    [5, 1],
    [10, 2],
    [15, 3],
    [20, 4],
    [20, 5],
  ])(
    '%i of a hundred: everything ends as if none had been lost (week %i)',
    async (percent, seed) => {
      const twin = await liveThrough(seed);
      const weather = { ...FAIR, goneForGoodPercent: percent };
      const { shop, outcomes } = await liveThrough(seed, { weather, also: EVERY_HOUR });
      expect(outcomes).toEqual(twin.outcomes);
      expect(await brokenPromises(twin.shop)).toEqual([]);
      expect(await brokenPromises(shop)).toEqual([]);
    },
  );

  it('and without that it ends otherwise', async () => {
    const twin = await liveThrough(4);
    const { outcomes } = await liveThrough(4, { weather: { ...FAIR, goneForGoodPercent: 20 } });
    expect(outcomes).not.toEqual(twin.outcomes);
  });
});

describe('two days without a single webhook', () => {
  it.each([1, 2])(
    'while changes are gone through: everything ends as if none had been lost (week %i)',
    async (seed) => {
      const twin = await liveThrough(seed);
      const { shop, outcomes } = await liveThrough(seed, { also: [...EVERY_HOUR, ...GAP] });
      expect(outcomes).toEqual(twin.outcomes);
      expect(await brokenPromises(shop)).toEqual([]);
    },
  );

  /** No goods come within the gap: who was short and was covered in it would not be seen short at all. */
  const arrivals = [
    [0, 3],
    [4, 16],
  ] as const;

  it.each([1, 2, 4])(
    'and without a round in between: the next one makes it all up (week %i)',
    async (seed) => {
      const twin = await liveThrough(seed, { arrivals });
      const also = [...GAP, goThrough(TO)];
      const { shop, outcomes } = await liveThrough(seed, { arrivals, also });
      const covered = coveredInTheGap(twin.shop);
      expect(covered.length).toBeLessThan(5);
      expect(toldOnce(outcomes, covered)).toEqual(toldOnce(twin.outcomes, covered));
      expect(toldOftener(outcomes, twin.outcomes)).toEqual([]);
      expect(checkPromises(await shop.history(HOURS(50)))).toEqual([]);
    },
  );
});

/** Placed in it, and short until another order let go of its units. */
function coveredInTheGap(twin: Harness): number[] {
  return [...twin.shopify.orders().entries()].flatMap(([number, { id, placedAt }]) => {
    const told = twin.letters(id).find(({ mail }) => mail.step === 'ready');
    const isIn = placedAt > twin.at(FROM) && told !== undefined && told.at < twin.at(TO);
    return isIn ? [number] : [];
  });
}

/**
 * What may differ: a notice is later, and with it how many follow-ups there are by the week's end; what came short in two
 * steps is told in one letter; and who was covered within the gap is not told at all.
 */
function toldOnce(outcomes: readonly Outcome[], covered: readonly number[]) {
  return outcomes
    .filter(({ order }) => !covered.includes(order))
    .map(({ letters, ...one }) => ({
      ...one,
      letters: [...new Set(letters)].filter((step) => step !== 'follow-up'),
    }));
}

/** Letters of which a customer got more than their twin; who waited longer may have had a follow-up more. */
function toldOftener(outcomes: readonly Outcome[], twins: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ order, letters }) => {
    const left = [...(twins[order]?.letters ?? [])];
    return letters.flatMap((step) => {
      const at = left.indexOf(step);
      if (at >= 0) left.splice(at, 1);
      return at >= 0 || step === 'follow-up' ? [] : [`${order}: ${step}`];
    });
  });
}
