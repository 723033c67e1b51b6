import type { FulfillmentOrder, OrderSnapshot } from '../../../app/domain/order';
import { isPositive } from '../../../app/domain/money';
import { securedOf } from './authorizations';
import { lineIdIn, statusOf } from './holds';
import { paymentUrlOf } from './pay-later';
import { grossOf, totalOf } from './price';
import type { FakeFulfillmentOrder, FakeOrder, World } from './state';
import { financialStatusOf } from './financial-status';
import { canRequestCancellation, requestOf } from './third-party';
import { outstandingOf, totalOfAll } from './transactions';

/** The order as an app would read it now. */
export function snapshotOf(world: World, order: FakeOrder): OrderSnapshot {
  const total = totalOf(order);
  return {
    id: order.id,
    name: order.name,
    createdAt: order.placedAt,
    processedAt: order.placedAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt,
    test: order.test,
    source: order.source,
    tags: [],
    customer: order.customer,
    lines: order.lines.map((line) => ({
      id: line.id,
      title: line.title,
      sku: line.sku,
      itemId: line.itemId,
      tracked: line.tracked,
      requiresShipping: line.ships,
      giftCard: false,
      ordered: line.ordered,
      current: line.current,
      unitPrice: line.unitPrice,
      gross: grossOf(line, line.current),
    })),
    fulfillmentOrders: order.fulfillmentOrders.map(fulfillmentOrderOf),
    fulfillments: order.fulfillments.map(({ notified: _notified, ...fulfillment }) => ({
      ...fulfillment,
    })),
    transactions: order.transactions.map(({ endsAt: _endsAt, ...told }) => told),
    currentTotal: total,
    outstanding: outstandingOf(order),
    refunded: totalOfAll(
      order.transactions.filter((t) => t.kind === 'refund'),
      total.currencyCode,
    ),
    disputed: order.disputed,
    financialStatus: financialStatusOf(order, world.now()),
    capturable: isPositive(securedOf(order, world.now())),
    totalCapturable: securedOf(order, world.now()),
    editable: order.editable,
    risk: order.risk,
    requiresPaymentByTerms: order.hasTerms,
    paymentUrl: paymentUrlOf(world, order),
  };
}

function fulfillmentOrderOf(fo: FakeFulfillmentOrder): FulfillmentOrder {
  return {
    id: fo.id,
    status: statusOf(fo),
    locationId: fo.locationId,
    canHold: fo.canHold && !fo.accepted && !fo.submitted,
    canRequestCancellation: canRequestCancellation(fo),
    cancellation: fo.cancellation,
    request: requestOf(fo),
    canCancelRequest: fo.submitted,
    cancellationAsked: fo.cancellation === 'requested',
    delivery: 'shipping',
    holds: [...fo.holds],
    lines: [...fo.remaining].map(([lineId, remaining]) => ({
      id: lineIdIn(fo.id, lineId),
      lineId,
      remaining,
    })),
  };
}
