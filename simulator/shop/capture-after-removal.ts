import type { Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { captureAfter } from './capture-on-fulfillment';

/**
 * Capture when the entire order is fulfilled, and the last units that waited are taken off instead of being shipped.
 * Whether Shopify captures then is a switch: nobody has said, and the probe asks (question 5).
 */
export function captureAfterRemoval(world: World, shop: Shop, order: Order): void {
  if (!shop.switches.removalCaptures || shop.captureMode !== 'on-fulfillment') return;
  const shipped = order.fulfillments.findLast(({ status }) => status === 'SUCCESS');
  if (shipped) captureAfter(world, shop, order, shipped);
}
