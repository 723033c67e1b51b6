import { OutcomeUnclear } from '../../errors';
import type { Shopify } from '../../ports';
import type { AdminClient } from './admin-client.server';
import { READ_REQUEST_STATUS, REQUEST_CANCELLATION } from './operations/cancellation-request';
import { refused } from './refusals';

const WHAT = 'Shopify did not ask the fulfillment service to give the goods back';

/** Asks, and no more: what the third party answers is seen when the order is read. */
export function createCancellationRequests(
  client: AdminClient,
): Pick<Shopify, 'requestCancellation'> {
  return {
    async requestCancellation(shop, { fulfillmentOrderId: id, message }) {
      const reply = await client.request(shop, REQUEST_CANCELLATION, { id, message });
      const payload = reply.fulfillmentOrderSubmitCancellationRequest;
      if (!payload) throw new OutcomeUnclear('Shopify did not say what became of the request');
      if (payload.userErrors.length === 0)
        return { outcome: 'done', reference: payload.fulfillmentOrder?.id ?? null };
      // Shopify gives no code. A request that is open already is what was wanted, by whomever it was made.
      const { fulfillmentOrder } = await client.request(shop, READ_REQUEST_STATUS, { id });
      return fulfillmentOrder?.requestStatus === 'CANCELLATION_REQUESTED'
        ? { outcome: 'done', reference: id }
        : refused(WHAT, payload.userErrors);
    },
  };
}
