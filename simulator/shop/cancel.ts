import { Refusal } from '../world/refusal';
import { isPositive } from '../world/money';
import type { CancelRequest, Job, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { hasPending, isLive, takenFrom, unfulfilledQuantity } from './accounting';
import { orderChanged } from './changed';
import { refuseRestockAtDeactivated } from './deactivated';
import { shopifyMail } from './mails';
import { release } from './end-authorization';
import { refundEverything } from './refund';
import { removeUnits, takeOut } from './removal';

/** Cancelling is a job: Shopify answers at once and does it a moment later. */
export function startCancel(
  world: World,
  shop: Shop,
  order: Order,
  request: CancelRequest,
  neverDone = false,
): Job {
  if (shop.jobs.some((job) => job.orderId === order.id && !job.done))
    refuse('Cancellation is already in progress', null);
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

const refuse = (message: string, field: readonly string[] | null = ['orderId']): never => {
  throw new Refusal(message, 'INVALID', field);
};

function refuseWhatCannotBeCancelled(order: Order): void {
  if (order.cancelledAt !== null) refuse('Cannot cancel an order that has already been canceled');
  if (hasPending(order)) refuse('Cannot cancel an order that has pending payment authorizations');
  if (order.openReturn) refuse('Cannot cancel an order that has returns');
  if (order.fulfillments.some((f) => f.status === 'SUCCESS'))
    refuse('Cannot cancel an order that has outstanding fulfillments');
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
    const { restock, by } = request;
    const refunded = line.stillToSend;
    const quantity = unfulfilledQuantity(line) - refunded;
    line.stillToSend = 0;
    if (refunded > 0) takeOut(world, shop, order, line, refunded, restock, by, 'cancel');
    if (quantity > 0) removeUnits(world, shop, order, line, quantity, restock, by, 'cancel');
  }
  order.cancelledAt = world.clock.iso();
  order.closedAt = order.cancelledAt;
  order.cancelReason = request.reason;
  for (const t of order.transactions.filter(isLive)) {
    if (isPositive(takenFrom(order, t))) t.ended = 'captured';
    else release(world, shop, order, t, request.by, { cancelled: true });
  }
  if (request.refund) refundEverything(world, shop, order, request.by);
  world.ledger.append({
    shop: shop.domain,
    kind: 'cancel',
    by: request.by,
    orderId: order.id,
    target: order.name,
    detail: { ...request },
  });
  orderChanged(world, shop, order, 'orders/cancelled');
  if (request.notify)
    shopifyMail(world, shop, order, 'cancellation', `Order ${order.name} has been cancelled`, [
      `Your order ${order.name} was cancelled.`,
    ]);
}
