import type { Dispute, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';

/** A dispute that is won or prevented leaves the order free; a lost one means that the money is gone. */
export const isDisputed = (order: Order): boolean =>
  order.disputes.some(({ status }) => status !== 'WON' && status !== 'PREVENTED');

/** The customer contests a payment with their bank, or the bank has decided. */
export function dispute(
  world: World,
  shop: Shop,
  order: Order,
  wish: Pick<Dispute, 'initiatedAs' | 'status'>,
): void {
  const [open] = order.disputes;
  if (open) open.status = wish.status;
  else order.disputes.push({ id: world.id('OrderDisputeSummary'), ...wish });
  world.ledger.append({
    shop: shop.domain,
    kind: 'dispute',
    by: 'customer',
    orderId: order.id,
    target: order.name,
    detail: { ...wish },
  });
  orderChanged(world, shop, order);
}
