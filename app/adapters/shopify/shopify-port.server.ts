import type { Shopify } from '../../ports';
import type { AdminClient } from './admin-client.server';
import { createHolds } from './holds.server';
import { createMoney } from './money.server';
import { createReads } from './reads.server';
import { createRemoveUnits } from './remove-units.server';

/** The `Shopify` port over the GraphQL Admin API. */
export function createShopifyPort(
  client: AdminClient,
  options: { pollMs?: readonly number[] } = {},
): Shopify {
  return {
    ...createReads(client),
    ...createHolds(client),
    ...createMoney(client, options),
    ...createRemoveUnits(client),
  };
}
