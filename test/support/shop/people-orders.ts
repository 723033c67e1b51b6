import type { LineId, OrderId } from '../../../app/domain/ids';
import type { EffectResult } from '../../../app/ports';
import { currentQuantity } from '../../../simulator/shop/accounting';
import { orderChanged } from '../../../simulator/shop/changed';
import { deleteOrder } from '../../../simulator/shop/delete-order';
import { dispute } from '../../../simulator/shop/dispute';
import { commitEdit, merchantEditableErrors } from '../../../simulator/shop/edit';
import type { Order } from '../../../simulator/world/types';
import type { Opened } from './open';
import { placeOrder } from './place-order';
import type { PlacedOrder } from './placed-order';
import { cancel } from './port-money';
import type { Records } from './records';
import { answered } from './refusals';
import type { Checkout } from './setup';

/** What customers and merchants do with orders. `merchant` is any person in the shop, another app, or Flow. */
export function createOrderControls(opened: Opened, records: Records) {
  const { world, shop } = opened;
  const { record } = records;

  /** A person changes a line by so many units; false where Shopify doesn't let them. */
  const edit = (order: Order, id: LineId, by: number): boolean => {
    const line = order.lines.find((each) => each.id === id);
    if (line === undefined || merchantEditableErrors(order).length > 0) return false;
    const quantity = currentQuantity(line) + by;
    const changes = [{ lineId: line.id, quantity, restock: true }];
    commitEdit(world, shop, order, { changes }, 'merchant', false, '');
    return true;
  };
  const contest = (order: Order, status: 'NEEDS_RESPONSE' | 'WON'): void =>
    dispute(world, shop, order, { initiatedAs: 'CHARGEBACK', status });
  const mark = (id: OrderId, change: Partial<Pick<Order, 'openReturn'>>): void => {
    Object.assign(record(id), change);
    orderChanged(world, shop, record(id));
  };
  return {
    order: records.order,
    orders: records.orders,
    place: (checkout: Checkout): PlacedOrder => records.view(placeOrder(opened, checkout)),
    addUnits: (id: OrderId, line: LineId, units: number): boolean =>
      record(id).routed && edit(record(id), line, units),
    /** Only units that are in no parcel can be taken off. */
    takeOff: (id: OrderId, line: LineId, units: number): boolean =>
      unitsToTake(record(id), line) >= units && edit(record(id), line, -units),
    cancelByMerchant: (id: OrderId): EffectResult =>
      answered('Shopify did not cancel the order', () =>
        cancel(opened, record(id), { reason: 'OTHER', restock: true, by: 'merchant' }),
      ),
    dispute: (id: OrderId): void => {
      if (!records.order(id).disputed) contest(record(id), 'NEEDS_RESPONSE');
    },
    endDispute: (id: OrderId): void => {
      if (records.order(id).disputed) contest(record(id), 'WON');
    },
    openReturn: (id: OrderId): void => mark(id, { openReturn: true }),
    closeReturn: (id: OrderId): void => mark(id, { openReturn: false }),
    /** The merchant puts the order's address right, or takes it off. */
    changeAddress: (id: OrderId, email: string | null): void => {
      record(id).email = email;
      orderChanged(world, shop, record(id));
    },
    /** The customer's address is on the order from now on, and Shopify has not told anybody. */
    leaveAddress: (id: OrderId, email: string): void => {
      record(id).email = email;
    },
    /** Somebody deletes the order in the admin: nothing of it can be read any more. */
    erase: (id: OrderId): void => deleteOrder(world, shop, record(id)),
  };
}

const unitsToTake = (order: Order, id: LineId): number =>
  order.fulfillmentOrders
    .filter(({ status }) => status !== 'CANCELLED' && status !== 'CLOSED')
    .flatMap(({ lines }) => lines)
    .filter(({ lineId }) => lineId === id)
    .reduce((total, { remaining }) => total + remaining, 0);
