import type { Step } from '../domain/case';
import { owed } from '../domain/decide/settled';
import { moneyOf } from '../domain/effects/situation';
import { isPositive } from '../domain/money';
import { shownAuthorizations } from '../domain/money-picture';
import type { OrderSnapshot } from '../domain/order';
import type { Shop } from '../domain/settings';
import type { Store } from '../ports';

export const asksForPayment = (step: Step): boolean =>
  step === 'payment-request' || step === 'payment-reminder';

/** News of which we may be told only later: nothing of the order is still to go. */
function isOver({ cancelledAt, lines, fulfillments }: OrderSnapshot): boolean {
  const sent = fulfillments.filter(({ cancelled }) => !cancelled).flatMap((f) => f.lines);
  const unitsSent = (id: string): number =>
    sent.filter(({ lineId }) => lineId === id).reduce((units, { quantity }) => units + quantity, 0);
  return cancelledAt !== null || lines.every(({ id, current }) => unitsSent(id) >= current);
}

/**
 * Whether a message would be untrue by the order as just read, all news aside:
 * - once everything is cancelled or has gone, only that is said (P8);
 * - a payment is asked for only while it is owed, Shopify offers a page for it and shows nothing as capturable, and none is
 *   disputed;
 * - that the payment comes later is said only while it is owed.
 */
export async function isUntrueNow(
  store: Store,
  step: Step,
  order: OrderSnapshot,
  { shop, now }: { readonly shop: Shop; readonly now: Date },
): Promise<boolean> {
  if (isOver(order) && step !== 'cancelled' && step !== 'shipped') return true;
  const asks = asksForPayment(step);
  if (!asks && step !== 'money-notice') return false;
  const intents = await store.read(shop.id, (tx) => tx.intents(order.id));
  const picture = moneyOf({ order, shop, intents });
  if (!isPositive(owed(picture))) return true;
  if (!asks) return false;
  const isShown = shownAuthorizations(picture, now).length > 0;
  return order.paymentUrl === null || isShown || order.disputed;
}
