import type { World } from '../world/world';
import type { Order, Shop } from '../world/types';
import { orderPayload } from '../webhooks/order-payload';

/** Every change of an order moves updatedAt and is told under orders/updated, besides any topic of its own. */
export function orderChanged(world: World, shop: Shop, order: Order, ...topics: string[]): void {
  order.updatedAt = world.clock.iso();
  for (const topic of [...topics, 'orders/updated'])
    world.emit(shop, topic, () => orderPayload(shop, order), order.id);
}
