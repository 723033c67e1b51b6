import type { OrderId } from '../../../app/domain/ids';
import type { Order } from '../../../simulator/world/types';
import type { Opened } from './open';
import { PlacedOrder } from './placed-order';

/** The simulator's orders by id, and each as a story looks at it: the same order is always the same object. */
export function createRecords({ world, shop }: Opened) {
  const views = new WeakMap<Order, PlacedOrder>();
  const view = (record: Order): PlacedOrder => {
    const known = views.get(record) ?? new PlacedOrder(shop, record);
    views.set(record, known);
    return known;
  };
  const record = (id: OrderId): Order => {
    const found = world.order(shop, id);
    if (found === undefined) throw new Error(`The shop has no ${id}`);
    return found;
  };
  return {
    record,
    view,
    order: (id: OrderId): PlacedOrder => view(record(id)),
    orders: (): PlacedOrder[] => shop.orders.map(view),
  };
}
export type Records = ReturnType<typeof createRecords>;
