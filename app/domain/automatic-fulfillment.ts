import { MINUTE } from './calendar';
import { capturesAtFulfillment } from './capture-method';
import type { Fulfillment, OrderSnapshot } from './order';
import type { Shop } from './settings';

/**
 * Whether Shopify made this fulfillment by itself, as far as can be told: within a minute of a payment, without tracking, of
 * something that ships. No API shows the setting behind it ("After an order has been paid: automatically fulfill", platform
 * fact). A person may do the same by hand. A capture that Shopify makes as the goods are fulfilled comes of the fulfillment,
 * at the same instant or after it.
 */
export function isAutomatic(fulfillment: Fulfillment, order: OrderSnapshot, shop: Shop): boolean {
  const { cancelled, trackingNumber, createdAt, lines } = fulfillment;
  const ships = lines.some(({ lineId }) =>
    order.lines.some(({ id, requiresShipping }) => id === lineId && requiresShipping),
  );
  if (cancelled || trackingNumber !== null || !ships) return false;
  return order.transactions.some(({ kind, status, processedAt }) => {
    const after = createdAt.getTime() - processedAt.getTime();
    if (status !== 'success' || after > MINUTE) return false;
    if (kind === 'sale') return after >= 0;
    return kind === 'capture' && after > 0 && !capturesAtFulfillment(shop);
  });
}

/** How many units of a line Shopify has fulfilled by itself. */
export function fulfilledByItself(order: OrderSnapshot, lineId: string, shop: Shop): number {
  return order.fulfillments
    .filter((fulfillment) => isAutomatic(fulfillment, order, shop))
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((total, { quantity }) => total + quantity, 0);
}
