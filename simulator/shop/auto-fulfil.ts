import type { Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { remaining } from './fulfillment-orders';
import { fulfill } from './fulfillments';
import { submit } from './service-requests';
import { isAtService } from './supported-actions';

/**
 * Settings, "After an order has been paid: automatically fulfill the order's line items". Open units are fulfilled without
 * tracking and Shopify mails the customer; a fulfillment service is asked to ship. Held units stay, and nothing comes
 * after their release: the setting acts when an order is paid, not later.
 */
export function autoFulfil(world: World, shop: Shop, order: Order): void {
  if (order.cancelledAt !== null) return;
  const open = order.fulfillmentOrders.filter(
    (fo) => fo.status === 'OPEN' && fo.requestStatus !== 'SUBMITTED' && remaining(fo) > 0,
  );
  for (const fo of open) {
    if (isAtService(fo, shop))
      submit(world, shop, order, fo, { lines: [], message: null, notify: true, by: 'shopify' });
    else
      fulfill(world, shop, order, {
        parts: [{ fo, lines: [] }],
        tracking: [],
        notify: true,
        by: 'shopify',
      });
  }
}
