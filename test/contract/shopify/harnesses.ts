import { inProcessHarness } from './in-process-harness';
import type { ShopifyHarness } from './harness';
import { simulatedHarness } from './simulated-harness';

/** Everything that the shared cases run on, by name. Each is made once for a file of tests. */
export const HARNESSES: readonly (readonly [name: string, make: () => ShopifyHarness])[] = [
  ['the simulated Shopify', simulatedHarness],
  ['the shop in process', inProcessHarness],
];
