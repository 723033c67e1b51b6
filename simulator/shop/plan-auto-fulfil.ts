import { compare, isPositive } from '../world/money';
import type { Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { accounts } from './accounting';

/** With the setting on, Shopify fulfills at the moment when an order is paid or, if it was paid before, is routed. */
export function planAutoFulfil(world: World, shop: Shop, order: Order): void {
  if (!shop.switches.autoFulfil || order.cancelledAt !== null) return;
  const { net, currentTotal } = accounts(order, shop);
  if (!isPositive(net) || compare(net, currentTotal) < 0) return;
  world.schedule.plan(world.clock.now().getTime(), {
    kind: 'auto-fulfil',
    shop: shop.domain,
    orderId: order.id,
  });
}
