import type { Shopify } from '../../ports';
import type { AdminClient } from './admin-client.server';
import { createCancellationRequests } from './cancellation-request.server';
import { createHolds } from './holds.server';
import type { Pause } from './keep-asking';
import { createMoney } from './money.server';
import { createPaymentTerms } from './payment-terms.server';
import { createReads } from './reads.server';
import { createRefunds } from './refunds.server';
import { createRemoveUnits } from './remove-units.server';

/** The `Shopify` port over the GraphQL Admin API. */
export function createShopifyPort(
  client: AdminClient,
  options: { pollMs?: readonly number[]; pause?: Pause } = {},
): Shopify {
  return {
    ...createReads(client, options),
    ...createHolds(client),
    ...createCancellationRequests(client),
    ...createMoney(client, options),
    ...createRefunds(client),
    ...createPaymentTerms(client),
    ...createRemoveUnits(client),
  };
}
