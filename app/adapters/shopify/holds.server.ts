import { OutcomeUnclear, Permanent } from '../../errors';
import type { Shopify } from '../../ports';
import type { AdminClient } from './admin-client.server';
import type { FulfillmentHoldReason } from './generated/admin';
import { HOLD, RELEASE } from './operations/holds';
import { refused } from './refusals';

const REASONS: Readonly<Record<FulfillmentHoldReason, true>> = {
  AWAITING_PAYMENT: true,
  AWAITING_RETURN_ITEMS: true,
  HIGH_RISK_OF_FRAUD: true,
  INCORRECT_ADDRESS: true,
  INVENTORY_OUT_OF_STOCK: true,
  ONLINE_STORE_POST_PURCHASE_CROSS_SELL: true,
  OTHER: true,
  UNKNOWN_DELIVERY_DATE: true,
};

function isReason(reason: string): reason is FulfillmentHoldReason {
  return Object.hasOwn(REASONS, reason);
}

export function createHolds(client: AdminClient): Pick<Shopify, 'hold' | 'release'> {
  return {
    async hold(shop, { fulfillmentOrderId, reason, note, handle }) {
      const hold = {
        reason: isReason(reason) ? reason : ('OTHER' as const),
        reasonNotes: note,
        handle,
        notifyMerchant: false,
      };
      const reply = await client.request(shop, HOLD, { id: fulfillmentOrderId, hold });
      const payload = reply.fulfillmentOrderHold;
      if (!payload) throw new OutcomeUnclear('Shopify did not say what became of the hold');
      const { userErrors, fulfillmentHold } = payload;
      // The handle is ours alone on this fulfillment order: the hold is there from an earlier try.
      if (userErrors.some((error) => error.code === 'DUPLICATE_FULFILLMENT_HOLD_HANDLE'))
        return { outcome: 'done', reference: null };
      if (userErrors.length > 0) return refused('Shopify did not place the hold', userErrors);
      return { outcome: 'done', reference: fulfillmentHold?.id ?? null };
    },

    async release(shop, { fulfillmentOrderId, holdIds }) {
      // With an empty list Shopify might release the holds of others: never let it leave.
      if (holdIds.length === 0) throw new Permanent('A release has to name the holds');
      const variables = { id: fulfillmentOrderId, holdIds: [...holdIds] };
      const reply = await client.request(shop, RELEASE, variables);
      const payload = reply.fulfillmentOrderReleaseHold;
      if (!payload) throw new OutcomeUnclear('Shopify did not say what became of the release');
      if (payload.userErrors.length > 0)
        return refused('Shopify did not release the hold', payload.userErrors);
      return { outcome: 'done', reference: payload.fulfillmentOrder?.id ?? null };
    },
  };
}
