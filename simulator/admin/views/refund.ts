import { sum } from '../../world/money';
import type { Order, Refund } from '../../world/types';
import { connection } from '../connection';
import type { Context, View } from '../context';
import { legacyId, locationView, money, moneyBag } from './basics';
import { orderView } from './order';
import { lineView } from './order-line';
import { transactionView } from './transaction';

export function refundView(ctx: Context, order: Order, refund: Refund): View {
  const paid = order.transactions.filter((t) => refund.transactionIds.includes(t.id));
  return {
    __typename: 'Refund',
    id: refund.id,
    legacyResourceId: legacyId(refund.id),
    note: refund.note,
    createdAt: refund.createdAt,
    processedAt: refund.createdAt,
    updatedAt: refund.createdAt,
    order: () => orderView(ctx, order),
    totalRefundedSet: moneyBag(sum(paid.map((t) => t.amount)), order),
    totalRefunded: money(refund.amount.shop, order.currency),
    transactions: connection('OrderTransaction', paid, (t) => transactionView(ctx, order, t)),
    refundLineItems: connection('RefundLineItem', refund.lines, (entry) => {
      const line = order.lines.find((candidate) => candidate.id === entry.lineId);
      const location = ctx.shop.locations.find((candidate) => candidate.id === entry.locationId);
      return {
        __typename: 'RefundLineItem',
        id: entry.id,
        quantity: entry.quantity,
        restockType: entry.restockType,
        restocked: entry.restockType !== 'NO_RESTOCK',
        subtotalSet: moneyBag(entry.subtotal, order),
        lineItem: line ? () => lineView(ctx, order, line) : null,
        location: location ? locationView(location) : null,
        priceSet: line ? moneyBag(line.unitPrice, order) : null,
      };
    }),
  };
}
