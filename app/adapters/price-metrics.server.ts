import { Counter, Gauge, type Registry } from 'prom-client';
import type { OperationPrice } from '../web-deps';

/** Registers the metrics of what calls to Shopify cost. What comes back sets them before each reading. */
export function priceMetrics(registry: Registry): (prices: readonly OperationPrice[]) => void {
  const base = { labelNames: ['operation'], registers: [registry] };
  const requested = new Gauge({
    name: 'holdfast_shopify_requested_points',
    help: 'Points that the last call of an operation asked for, as Shopify says',
    ...base,
  });
  const expected = new Gauge({
    name: 'holdfast_shopify_expected_points',
    help: 'Points that a call of an operation should ask for',
    ...base,
  });
  const calls = new Counter({
    name: 'holdfast_shopify_calls_total',
    help: 'Calls to Shopify that it gave a price for',
    ...base,
  });
  const asked = new Counter({
    name: 'holdfast_shopify_requested_points_total',
    help: 'Points that calls to Shopify asked for',
    ...base,
  });
  const taken = new Counter({
    name: 'holdfast_shopify_actual_points_total',
    help: 'Points that calls to Shopify took in the end',
    ...base,
  });
  return (prices) => {
    for (const metric of [requested, expected, calls, asked, taken]) metric.reset();
    for (const price of prices) {
      const { operation } = price;
      requested.set({ operation }, price.requested);
      // Without an expected price the alarm has nothing to compare with, so it compares with 0 and is heard.
      expected.set({ operation }, price.expected ?? 0);
      calls.inc({ operation }, price.calls);
      asked.inc({ operation }, price.requestedTotal);
      taken.inc({ operation }, price.actualTotal);
    }
  };
}
