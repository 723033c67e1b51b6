import type { Log } from '../../ports';
import type { OperationPrice } from '../../web-deps';
import type { PriceOfCall } from './price-of-call';

export interface PriceMeter {
  /** Counts one call of the operation. */
  count(operation: string, price: PriceOfCall): void;
  /** Each operation that was called since this process started. */
  prices(): OperationPrice[];
}

/**
 * Adds up what calls cost, per operation, and compares the requested price with the expected one. A price that differs is
 * logged when it is first seen: pages are as long as the expected prices allow, so somebody has to look at them again.
 */
export function createPriceMeter(
  expected: Readonly<Record<string, number>>,
  log: Pick<Log, 'warn'>,
): PriceMeter {
  const seen = new Map<string, OperationPrice>();
  return {
    count(operation, { requested, actual }) {
      const before = seen.get(operation);
      const wanted = expected[operation] ?? null;
      if (requested !== wanted && requested !== before?.requested)
        log.warn({ operation, requested, expected: wanted }, "A call's price is another one");
      seen.set(operation, {
        operation,
        expected: wanted,
        requested,
        calls: (before?.calls ?? 0) + 1,
        requestedTotal: (before?.requestedTotal ?? 0) + requested,
        actualTotal: (before?.actualTotal ?? 0) + (actual ?? 0),
      });
    },
    prices: () => [...seen.values()],
  };
}
