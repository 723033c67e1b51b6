import { type LineId, type LocationId, TransactionId } from '../../domain/ids';
import { isPositive } from '../../domain/money';
import type { OrderSnapshot } from '../../domain/order';
import { OutcomeUnclear, Permanent } from '../../errors';
import type { EffectResult, Shopify } from '../../ports';
import type { AdminClient } from './admin-client.server';
import { paidBeyondPrice } from './beyond-price';
import { conflictOfKeys } from './conflict-of-keys';
import { parseCurrency } from './currency';
import type { RefundInput, RefundOrderMutation } from './generated/admin';
import { REFUND, SUGGEST_REFUND } from './operations/refunds';
import { readMoney } from './presentment';
import { readOrder } from './read-order.server';
import { refused } from './refusals';

type Wish = Parameters<Shopify['refund']>[1];
type Given = NonNullable<NonNullable<RefundOrderMutation['refundCreate']>['refund']>;

const WHAT = 'Shopify did not give the money back';
const gone = (): EffectResult => refused(WHAT, [{ code: 'NOT_FOUND', message: 'No such order.' }]);

const isOver = ({ status }: OrderSnapshot['fulfillmentOrders'][number]): boolean =>
  status === 'closed' || status === 'cancelled';

/**
 * Where the units of a line are to be sent from, and so go back to: the part that still waits speaks before one that is done.
 * A cancelled parcel leaves its part closed with units that count as remaining (recorded): that one is done.
 */
function placeOf(order: OrderSnapshot, lineId: LineId): LocationId | null {
  const parts = order.fulfillmentOrders.filter((part) =>
    part.lines.some((line) => line.lineId === lineId),
  );
  const waiting = parts.find(
    (part) =>
      !isOver(part) && part.lines.some((line) => line.lineId === lineId && line.remaining > 0),
  );
  return (waiting ?? parts[0])?.locationId ?? null;
}

function inputOf(order: OrderSnapshot, wish: Wish): RefundInput | null {
  const gateways = new Map(order.transactions.map((t) => [t.id, t.gateway]));
  const transactions = wish.payments.flatMap(({ parentId, amount }) => {
    const gateway = gateways.get(parentId);
    return gateway === undefined
      ? []
      : [
          {
            orderId: order.id,
            parentId,
            gateway,
            kind: 'REFUND' as const,
            amount: amount.amount,
          },
        ];
  });
  if (transactions.length < wish.payments.length) return null;
  return {
    orderId: order.id,
    note: wish.note,
    notify: false,
    currency: parseCurrency(order.currentTotal.currencyCode),
    refundLineItems: wish.lines.map(({ lineId, quantity }) => ({
      lineItemId: lineId,
      quantity,
      restockType: 'CANCEL' as const,
      locationId: placeOf(order, lineId),
    })),
    transactions,
  };
}

/** The units are off once Shopify names a refund; whether the money follows is told by its transactions. */
function ofRefund({ id, transactions: { nodes } }: Given): EffectResult {
  const failed = nodes.find(({ status }) => status === 'FAILURE' || status === 'ERROR');
  if (failed)
    return {
      outcome: 'refused',
      reason:
        'The payment provider did not give the money back. Look at the refund in the order, and pay it back there.',
      code: failed.errorCode,
    };
  if (nodes.some(({ status }) => status === 'UNKNOWN'))
    throw new OutcomeUnclear('Shopify did not say what became of the refund');
  const done = nodes.every(({ status }) => status === 'SUCCESS');
  return { outcome: done ? 'done' : 'pending', reference: id };
}

/**
 * Gives back under Shopify's idempotency key. What the call says beyond the wish (gateway, location) is read from the
 * order, before anything is changed.
 */
export function createRefunds(client: AdminClient): Pick<Shopify, 'suggestRefund' | 'refund'> {
  return {
    async suggestRefund(shop, { orderId: id, lines }) {
      if (lines.length === 0) {
        const order = await readOrder(client, shop, id);
        return order ? paidBeyondPrice(order) : [];
      }
      const { order } = await client.request(shop, SUGGEST_REFUND, {
        id,
        lines: lines.map(({ lineId, quantity }) => ({
          lineItemId: lineId,
          quantity,
          restockType: 'CANCEL' as const,
        })),
      });
      const suggested = (order?.suggestedRefund?.suggestedTransactions ?? [])
        .map(({ amountSet, parentTransaction }) => ({
          amount: readMoney(amountSet),
          parentTransaction,
        }))
        .filter(({ amount }) => isPositive(amount));
      return suggested.map(({ amount, parentTransaction }) => {
        if (!parentTransaction) throw new Permanent('Shopify names no payment to give back to');
        return { parentId: TransactionId.parse(parentTransaction.id), amount };
      });
    },

    async refund(shop, wish) {
      const order = await readOrder(client, shop, wish.orderId);
      if (!order) return gone();
      const input = inputOf(order, wish);
      if (!input)
        return refused(WHAT, [{ code: 'TRANSACTION_NOT_FOUND', message: 'No such payment.' }]);
      const { refundCreate: payload } = await client.request(shop, REFUND, {
        input,
        key: wish.key,
      });
      if (!payload) throw new OutcomeUnclear('Shopify did not say what became of the refund');
      const { userErrors, refund } = payload;
      if (userErrors.length > 0) return conflictOfKeys(userErrors) ?? refused(WHAT, userErrors);
      if (!refund) throw new OutcomeUnclear('Shopify did not say what became of the refund');
      return ofRefund(refund);
    },
  };
}
