import type { ShopId } from '../domain/ids';
import { type Intent, intentKey } from '../domain/intent';
import type { EffectResult, Shopify } from '../ports';

/** One intent, one call. The hold's handle is the intent's own name: Shopify refuses a second one with it. */
export function callShopify(shopify: Shopify, shop: ShopId, intent: Intent): Promise<EffectResult> {
  const { effect, orderId } = intent;
  const note = `Holdfast ${intentKey(intent)}`;
  switch (effect.kind) {
    case 'hold':
      return shopify.hold(shop, {
        fulfillmentOrderId: effect.target,
        reason: effect.reason,
        note: effect.note,
        handle: intentKey(intent).slice(0, 64),
      });
    case 'release':
      return shopify.release(shop, { fulfillmentOrderId: effect.target, holdIds: effect.holdIds });
    case 'capture':
      return shopify.capture(shop, {
        orderId,
        authorizationId: effect.target,
        amount: effect.amount,
        final: effect.final,
      });
    case 'void':
      return shopify.void(shop, { authorizationId: effect.target });
    case 'cancel-order':
      return shopify.cancelOrder(shop, { orderId, reason: effect.reason, note });
    case 'remove-units':
      return shopify.removeUnits(shop, {
        orderId,
        lineId: effect.target,
        current: effect.current,
        quantity: effect.quantity,
        note,
      });
    case 'message':
      throw new Error('A message is sent by the mailer, not by Shopify');
  }
}
