import type { FulfillmentOrderId, ShopId } from '../../domain/ids';
import { OutcomeUnclear, Permanent } from '../../errors';
import type { Shopify } from '../../ports';
import type { AdminClient } from './admin-client.server';
import type { FulfillmentHoldReason } from './generated/admin';
import { HOLD, READ_HOLDS, RELEASE } from './operations/holds';
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
  /** What is on hold can't be split, also when the hold is ours from an earlier try whose reply was lost. */
  async function ourHold(
    shop: ShopId,
    id: FulfillmentOrderId,
    handle: string,
  ): Promise<string | null> {
    const { fulfillmentOrder } = await client.request(shop, READ_HOLDS, { id });
    const ours = fulfillmentOrder?.fulfillmentHolds.find(
      (hold) => hold.heldByRequestingApp && hold.handle === handle,
    );
    return ours?.id ?? null;
  }

  return {
    async hold(shop, { fulfillmentOrderId, reason, note, handle, lines }) {
      const hold = {
        reason: isReason(reason) ? reason : ('OTHER' as const),
        reasonNotes: note,
        handle,
        notifyMerchant: false,
        ...(lines && { fulfillmentOrderLineItems: lines.map((line) => ({ ...line })) }),
      };
      const reply = await client.request(shop, HOLD, { id: fulfillmentOrderId, hold });
      const payload = reply.fulfillmentOrderHold;
      if (!payload) throw new OutcomeUnclear('Shopify did not say what became of the hold');
      const { userErrors, fulfillmentHold } = payload;
      // The handle is ours alone on this fulfillment order: the hold is there from an earlier try.
      if (userErrors.some((error) => error.code === 'DUPLICATE_FULFILLMENT_HOLD_HANDLE'))
        return { outcome: 'done', reference: null };
      if (lines && userErrors.some((error) => error.code === 'FULFILLMENT_ORDER_NOT_SPLITTABLE')) {
        const ours = await ourHold(shop, fulfillmentOrderId, handle);
        if (ours !== null) return { outcome: 'done', reference: ours };
      }
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
