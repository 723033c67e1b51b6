import { EXPECTED_PRICES } from './expected-prices';
import type { Findings } from './findings';
import type { Prices } from './record/prices';

const AS_RULED = 'as the rule says';

/** Compares what each call was priced at with the rule. Belongs to question 1, and is asked when all calls were made. */
export function lookAtPrices(findings: Findings, prices: Prices): void {
  const known = prices.list().filter(({ operation }) => Object.hasOwn(EXPECTED_PRICES, operation));
  const differing = known.filter(
    ({ operation, requested }) => EXPECTED_PRICES[operation] !== requested,
  );
  findings.look(1, {
    what: `requested prices of ${known.length} calls`,
    expected: AS_RULED,
    found:
      differing
        .map((price) => {
          const expected = EXPECTED_PRICES[price.operation] ?? 0;
          return `${price.operation} ${price.requested} instead of ${expected}`;
        })
        .join(', ') || AS_RULED,
    change:
      "Correct the rule of prices in the simulator, then see whether the app's reads still fit.",
  });
}
