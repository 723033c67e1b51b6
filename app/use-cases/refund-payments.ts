import { refundPayments } from '../domain/effects/given-back';
import type { Intent } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import type { Shop } from '../domain/settings';
import type { Work } from '../ports';
import { linesOf } from './call-shopify';
import type { Deps } from './deps';
import { situationOf } from './situation';

/**
 * Of a refund: how much goes back to which payment, as Shopify works it out. It is written down with the attempt, so that a
 * second try asks for the very same. Null when there is nothing to give back.
 */
export async function withRefundPayments(
  deps: Deps,
  work: Work,
  shop: Shop,
  intent: Intent,
  order: OrderSnapshot,
): Promise<Intent | null> {
  const { effect, orderId } = intent;
  if (effect.kind !== 'refund' || effect.payments !== undefined) return intent;
  const suggested = await deps.shopify.suggestRefund(shop.id, {
    orderId,
    lines: linesOf(effect),
  });
  const situation = await deps.store.read(shop.id, (tx) =>
    situationOf(tx, shop, order, work.now, intent),
  );
  const payments = refundPayments(effect, suggested, situation);
  if (payments.length === 0 && effect.quantity === 0) return null;
  return { ...intent, effect: { ...effect, payments } };
}
