import { bare } from '../webhooks/numbers';
import type { Actor, Order, Shop } from '../world/types';
import type { World } from '../world/world';

/** Somebody deletes the order: nothing of it can be read any more. */
export function deleteOrder(world: World, shop: Shop, order: Order, by: Actor = 'merchant'): void {
  shop.orders = shop.orders.filter((candidate) => candidate !== order);
  world.forget(order);
  world.ledger.append({
    shop: shop.domain,
    kind: 'delete',
    by,
    orderId: order.id,
    target: order.name,
  });
  world.emit(shop, 'orders/delete', { id: bare(order.id) });
}
