import { saidOfTheEnd } from '../domain/final-capture';
import { LineId, type ShopId } from '../domain/ids';
import { type Effect, type Intent, intentKey } from '../domain/intent';
import { refundKey } from '../domain/refund-key';
import type { EffectResult, Shopify, UnitsOfLine } from '../ports';

type Refund = Extract<Effect, { kind: 'refund' }>;

/** The line that a refund takes units off; none where only money goes back. */
export function linesOf({ target, quantity }: Refund): UnitsOfLine[] {
  const line = LineId.safeParse(target);
  return line.success && quantity > 0 ? [{ lineId: line.data, quantity }] : [];
}

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
        lines: effect.lines ?? null,
      });
    case 'request-cancellation':
      return shopify.requestCancellation(shop, {
        fulfillmentOrderId: effect.target,
        message: 'Goods of this order are missing. Please give it back, so that it can wait.',
      });
    case 'take-back-request':
      return shopify.takeBackRequest(shop, { fulfillmentOrderId: effect.target });
    case 'release':
      return shopify.release(shop, { fulfillmentOrderId: effect.target, holdIds: effect.holdIds });
    case 'capture':
      return shopify.capture(shop, {
        orderId,
        authorizationId: effect.target,
        amount: effect.amount,
        final: saidOfTheEnd(effect),
      });
    case 'void':
      return shopify.void(shop, { authorizationId: effect.target });
    case 'cancel-order':
      return shopify.cancelOrder(shop, {
        orderId,
        reason: effect.reason,
        restock: effect.restock ?? true,
        note,
      });
    case 'remove-units':
      return shopify.removeUnits(shop, {
        orderId,
        lineId: effect.target,
        current: effect.current,
        quantity: effect.quantity,
        note,
      });
    case 'refund':
      return shopify.refund(shop, {
        orderId,
        lines: linesOf(effect),
        payments: effect.payments ?? [],
        note,
        key: refundKey(intent),
      });
    case 'ask-for-payment':
      return shopify.askForPayment(shop, { orderId, at: intent.plannedAt });
    case 'message':
      throw new Error('A message is sent by the mailer, not by Shopify');
  }
}
