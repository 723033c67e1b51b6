import { OutcomeUnclear } from '../../errors';
import type { Shopify } from '../../ports';
import type { AdminClient } from './admin-client.server';
import {
  READ_REQUEST_STATUS,
  REQUEST_CANCELLATION,
  TAKE_BACK_REQUEST,
} from './operations/cancellation-request';
import { refused } from './refusals';
import { isAskedBack } from './routed-part';

const WHAT = 'Shopify did not ask the fulfillment service to give the goods back';
const NOT_TAKEN_BACK = 'Shopify did not take the request to the fulfillment service back';

/** Asks, and no more: what the third party answers is seen when the order is read. */
export function createCancellationRequests(
  client: AdminClient,
): Pick<Shopify, 'requestCancellation' | 'takeBackRequest'> {
  return {
    async requestCancellation(shop, { fulfillmentOrderId: id, message }) {
      const reply = await client.request(shop, REQUEST_CANCELLATION, { id, message });
      const payload = reply.fulfillmentOrderSubmitCancellationRequest;
      if (!payload) throw new OutcomeUnclear('Shopify did not say what became of the request');
      if (payload.userErrors.length === 0)
        return { outcome: 'done', reference: payload.fulfillmentOrder?.id ?? null };
      // Shopify gives no code. A request that is open already is what was wanted, by whomever it was made.
      const { fulfillmentOrder } = await client.request(shop, READ_REQUEST_STATUS, { id });
      return fulfillmentOrder && isAskedBack(fulfillmentOrder)
        ? { outcome: 'done', reference: id }
        : refused(WHAT, payload.userErrors);
    },

    async takeBackRequest(shop, { fulfillmentOrderId: id }) {
      const { fulfillmentOrderCancel: payload } = await client.request(shop, TAKE_BACK_REQUEST, {
        id,
      });
      if (!payload) throw new OutcomeUnclear('Shopify did not say what became of the request');
      if (payload.userErrors.length === 0)
        return { outcome: 'done', reference: payload.replacementFulfillmentOrder?.id ?? null };
      // Ended by an earlier try whose reply was lost: then the part itself is over.
      const { fulfillmentOrder } = await client.request(shop, READ_REQUEST_STATUS, { id });
      return fulfillmentOrder?.status === 'CLOSED' || fulfillmentOrder?.status === 'CANCELLED'
        ? { outcome: 'done', reference: null }
        : refused(NOT_TAKEN_BACK, payload.userErrors);
    },
  };
}
