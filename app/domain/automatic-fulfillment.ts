import { MINUTE } from './calendar';
import type { Fulfillment, OrderSnapshot } from './order';

const PAYS = ['capture', 'sale'];

/**
 * Whether Shopify made this fulfillment by itself, as far as can be told: within a minute of a payment, without tracking, of
 * something that ships. No API shows the setting behind it ("After an order has been paid: automatically fulfill", platform
 * fact). A person may do the same by hand.
 */
export function isAutomatic(fulfillment: Fulfillment, order: OrderSnapshot): boolean {
  const { cancelled, trackingNumber, createdAt, lines } = fulfillment;
  const ships = lines.some(({ lineId }) =>
    order.lines.some(({ id, requiresShipping }) => id === lineId && requiresShipping),
  );
  if (cancelled || trackingNumber !== null || !ships) return false;
  return order.transactions.some(({ kind, status, processedAt }) => {
    const after = createdAt.getTime() - processedAt.getTime();
    return PAYS.includes(kind) && status === 'success' && after >= 0 && after <= MINUTE;
  });
}

/** How many units of a line Shopify has fulfilled by itself. */
export function fulfilledByItself(order: OrderSnapshot, lineId: string): number {
  return order.fulfillments
    .filter((fulfillment) => isAutomatic(fulfillment, order))
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((total, { quantity }) => total + quantity, 0);
}
