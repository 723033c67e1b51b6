import { foRef } from '../webhooks/payloads';
import { Refusal } from '../world/refusal';
import type { Actor, FulfillmentOrder, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { orderChanged } from './changed';
import { note } from './service-requests';
import { isWithThirdParty } from './statuses';
import { isAtService, supportedActions } from './supported-actions';

/* Work that somebody says has begun, ended, or come to nothing. Each state as it was recorded. */

export function reportProgress(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  by: Actor,
): void {
  if (!supportedActions(order, fo, shop).includes('REPORT_PROGRESS'))
    throw new Refusal('Progress cannot be reported for this fulfillment order.');
  const before = fo.status.toLowerCase();
  fo.status = 'IN_PROGRESS';
  fo.progressReported = true;
  fo.updatedAt = world.clock.iso();
  note(world, shop, order, fo, 'progress', by, {});
  world.emit(shop, 'fulfillment_orders/progress_reported', {
    fulfillment_order: foRef(fo),
    initial_status: before,
    progress_report: {
      reason_notes: null,
      progress_reported_by_app: null,
      progress_reported_by_user: null,
    },
  });
  orderChanged(world, shop, order);
}

export function markAsOpen(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  by: Actor,
): void {
  if (!supportedActions(order, fo, shop).includes('MARK_AS_OPEN'))
    throw new Refusal(
      `Expected fulfillment order status to be valid but it was ${fo.status.toLowerCase()}.`,
    );
  fo.status = 'OPEN';
  fo.progressReported = false;
  fo.updatedAt = world.clock.iso();
  note(world, shop, order, fo, 'progress-stopped', by, {});
  world.emit(shop, 'fulfillment_orders/manually_reported_progress_stopped', {
    fulfillment_order: foRef(fo),
    progress_stopped_by_app: null,
    progress_stopped_by_user: null,
  });
  orderChanged(world, shop, order);
}

/** A service that accepted it ships no more of it: its units are left, and can be requested, held or moved. */
export function closeIncomplete(
  world: World,
  shop: Shop,
  order: Order,
  fo: FulfillmentOrder,
  message: string | null,
): void {
  if (!isAtService(fo, shop))
    throw new Refusal("The fulfillment order's assigned fulfillment service must be of api type");
  if (fo.status !== 'IN_PROGRESS' || !isWithThirdParty(fo))
    throw new Refusal('The fulfillment order is not in progress');
  fo.status = 'INCOMPLETE';
  fo.requestStatus = 'CLOSED';
  fo.updatedAt = world.clock.iso();
  note(world, shop, order, fo, 'closed-incomplete', 'other-app', { message });
  world.emit(shop, 'fulfillment_orders/fulfillment_service_failed_to_complete', {
    fulfillment_order: foRef(fo),
    message,
  });
  orderChanged(world, shop, order);
}
