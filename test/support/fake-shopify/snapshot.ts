import { isPositive, minus, sum, zero } from '../../../app/domain/money';
import type { OrderSnapshot } from '../../../app/domain/order';
import { totalOf } from './checkout';
import { takenOf } from './payment';
import { statusOf } from './shipping';
import type { FakeOrder } from './state';

/** The order as an app would read it now. */
export function snapshotOf(order: FakeOrder): OrderSnapshot {
  const total = totalOf(order);
  const open = minus(total, takenOf(order));
  return {
    id: order.id,
    name: order.name,
    createdAt: order.placedAt,
    processedAt: order.placedAt,
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
      requiresShipping: true,
      giftCard: false,
      ordered: line.ordered,
      current: line.current,
      unitPrice: line.unitPrice,
    })),
    fulfillmentOrders: order.fulfillmentOrders.map((fo) => ({
      id: fo.id,
      status: statusOf(fo),
      locationId: fo.locationId,
      canHold: fo.canHold,
      holds: [...fo.holds],
      lines: [...fo.remaining].map(([lineId, remaining]) => ({ lineId, remaining })),
    })),
    fulfillments: order.fulfillments.map(({ notified: _notified, ...fulfillment }) => ({
      ...fulfillment,
    })),
    transactions: [...order.transactions],
    currentTotal: total,
    outstanding: isPositive(open) ? open : zero(total.currencyCode),
    refunded: sum(
      order.transactions.filter((t) => t.kind === 'refund').map((t) => t.amount),
      total.currencyCode,
    ),
    disputed: order.disputed,
    risk: order.risk,
    requiresPaymentByTerms: false,
  };
}
