import { refundedUnits } from '../../app/domain/effects/refunded-units';
import type { FulfillmentOrder, OrderSnapshot } from '../../app/domain/order';
import { demandOfOrder } from '../../app/use-cases/demand-of-order';
import { aShop, anOrder } from '../support/builders';

/**
 * After a parcel was cancelled: its old fulfillment order is closed and lists the unit as remaining again, another one has it
 * (recorded), and a third one was emptied.
 */
async function afterCancelledParcel(): Promise<OrderSnapshot> {
  const shop = await aShop().opens('2026-03-02 09:00');
  const { id } = shop.place(anOrder().of('MUG').like({ routedAfterMs: 0 }));
  const order = await shop.deps.shopify.readOrder(shop.shopId, id);
  const [live] = order?.fulfillmentOrders ?? [];
  if (order === null || live === undefined) throw new Error('The order is not routed');
  const over = (remaining: number): FulfillmentOrder => ({
    ...live,
    status: 'closed',
    canHold: false,
    lines: live.lines.map((line) => ({ ...line, remaining })),
  });
  return { ...order, fulfillmentOrders: [over(1), live, over(0)] };
}

describe('a closed fulfillment order that lists units as remaining', () => {
  it('is no demand: the unit is wanted once', async () => {
    const order = await afterCancelledParcel();
    expect(demandOfOrder(order).map(({ quantity }) => quantity)).toEqual([1]);
  });

  it('is no refunded unit that is still to ship', async () => {
    const order = await afterCancelledParcel();
    expect(order.lines.map((line) => refundedUnits(order, line))).toEqual([0]);
  });
});
