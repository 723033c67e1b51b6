import { Refusal } from '../world/refusal';
import { isPositive } from '../world/money';
import type { CancelRequest, Job, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { hasPending, isLive, takenFrom, unfulfilledQuantity } from './accounting';
import { orderChanged } from './changed';
import { refuseRestockAtDeactivated } from './deactivated';
import { shopifyMail } from './mails';
import { addTransaction } from './transactions';
import { refundEverything } from './refund';
import { removeUnits } from './removal';

/** Cancelling is a job: Shopify answers at once and does it a moment later. */
export function startCancel(
  world: World,
  shop: Shop,
  order: Order,
  request: CancelRequest,
  neverDone = false,
): Job {
  refuseWhatCannotBeCancelled(order);
  refuseRestockAtDeactivated(shop, order, request.restock);
  const job: Job = {
    id: world.id('Job'),
    kind: 'orderCancel',
    orderId: order.id,
    done: false,
    status: 'STARTED',
    errors: [],
    request,
  };
  shop.jobs.push(job);
  if (!neverDone)
    world.schedule.plan(world.clock.now().getTime() + world.random.between(1_000, 3_000), {
      kind: 'job-ends',
      shop: shop.domain,
      jobId: job.id,
    });
  return job;
}

function refuseWhatCannotBeCancelled(order: Order): void {
  if (order.cancelledAt !== null)
    throw new Refusal('Order has already been cancelled', 'INVALID', ['orderId']);
  if (hasPending(order))
    throw new Refusal('Cannot cancel an order with pending payment authorizations', 'INVALID', [
      'orderId',
    ]);
  if (order.openReturn)
    throw new Refusal('Cannot cancel an order with active returns', 'INVALID', ['orderId']);
  if (order.fulfillments.some((f) => f.status === 'SUCCESS'))
    throw new Refusal(
      'Cannot cancel an order with fulfillments that cannot be cancelled',
      'INVALID',
      ['orderId'],
    );
}

export function endCancel(world: World, shop: Shop, job: Job): void {
  const order = shop.orders.find((candidate) => candidate.id === job.orderId);
  if (!order || job.done) return;
  job.done = true;
  try {
    refuseWhatCannotBeCancelled(order);
    refuseRestockAtDeactivated(shop, order, job.request.restock);
    cancelNow(world, shop, order, job.request);
    job.status = 'SUCCEEDED';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    job.status = 'FAILED';
    job.errors.push({ code: error.code ?? 'INTERNAL_ERROR', message: error.message });
  }
}

/** Voids what is authorized whatever was asked about refunds, gives units back if asked, and cannot be undone. */
function cancelNow(world: World, shop: Shop, order: Order, request: CancelRequest): void {
  for (const line of order.lines) {
    const quantity = unfulfilledQuantity(line);
    if (quantity > 0)
      removeUnits(world, shop, order, line, quantity, request.restock, request.by, 'cancel');
  }
  order.cancelledAt = world.clock.iso();
  order.closedAt = order.cancelledAt;
  order.cancelReason = request.reason;
  world.ledger.append({
    shop: shop.domain,
    kind: 'cancel',
    by: request.by,
    orderId: order.id,
    target: order.name,
    detail: { ...request },
  });
  for (const t of order.transactions.filter(isLive)) {
    t.ended = isPositive(takenFrom(order, t)) ? 'captured' : 'voided';
    if (t.ended === 'voided')
      addTransaction(world, shop, order, {
        kind: 'VOID',
        amount: t.amount,
        parentId: t.id,
        by: request.by,
        ledgerKind: 'void',
        detail: { cancelled: true },
      });
  }
  if (request.refund) refundEverything(world, shop, order, request.by);
  orderChanged(world, shop, order, 'orders/cancelled');
  if (request.notify)
    shopifyMail(world, shop, order, 'cancellation', `Order ${order.name} has been cancelled`, [
      `Your order ${order.name} was cancelled.`,
    ]);
}
