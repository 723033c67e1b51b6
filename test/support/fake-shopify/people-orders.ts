import type { LineId, OrderId } from '../../../app/domain/ids';
import type { EffectResult } from '../../../app/ports';
import { cancelOrder } from './cancel';
import { place } from './checkout';
import { addUnits, takeOff } from './edits';
import { type FakeOrder, lookHint, orderOf, type World } from './state';
import type { Checkout } from './store';

/** What customers and merchants do with orders. `merchant` is any person in the shop, another app, or Flow. */
export function createOrderControls(world: World) {
  const order = (id: OrderId): FakeOrder => orderOf(world, id);
  const mark = (id: OrderId, change: Partial<Pick<FakeOrder, 'disputed' | 'returning'>>): void => {
    Object.assign(order(id), change);
    lookHint(world, order(id));
  };
  const dispute = (id: OrderId, disputed: boolean): void => {
    if (order(id).disputed === disputed) return;
    world.log({ kind: disputed ? 'disputed' : 'dispute-ended', at: world.now(), order: id });
    mark(id, { disputed });
  };
  return {
    order,
    orders: (): FakeOrder[] => [...world.orders.values()],
    place: (checkout: Checkout): FakeOrder => place(world, checkout),
    addUnits: (id: OrderId, line: LineId, units: number): boolean =>
      addUnits(world, order(id), line, units),
    takeOff: (id: OrderId, line: LineId, units: number): boolean =>
      takeOff(world, order(id), line, units, 'merchant'),
    cancelByMerchant: (id: OrderId): EffectResult => cancelOrder(world, order(id), 'merchant'),
    dispute: (id: OrderId): void => dispute(id, true),
    endDispute: (id: OrderId): void => dispute(id, false),
    openReturn: (id: OrderId): void => mark(id, { returning: true }),
    closeReturn: (id: OrderId): void => mark(id, { returning: false }),
    /** Somebody deletes the order in the admin: nothing of it can be read any more. */
    erase: (id: OrderId): void => {
      world.orders.delete(id);
      world.hint({ kind: 'look-at-order', orderId: id });
    },
  };
}
