import { addMs } from '../../../app/domain/calendar';
import type { Doer } from '../../../app/domain/history';
import type { RefundPayment } from '../../../app/domain/intent';
import {
  compare,
  isPositive,
  least,
  minus,
  type Money,
  plus,
  sum,
} from '../../../app/domain/money';
import type { UnitsOfLine } from '../../../app/ports';
import { GIFT_CARD } from './gateways';
import { grossOf, totalOf } from './price';
import { type FakeOrder, type FakeTransaction, lineOf, lookHint, type World } from './state';
import type { FakeStore } from './store';
import { settle } from './pending';
import { addTransaction, takenOf, totalOfAll } from './transactions';

/** What of a payment can still be given back: what is on its way can't be again. */
export const refundableOf = (order: FakeOrder, payment: FakeTransaction): Money => {
  const refunds = order.transactions.filter(
    ({ kind, parentId, status }) =>
      kind === 'refund' &&
      parentId === payment.id &&
      (status === 'success' || status === 'pending'),
  );
  return minus(payment.amount, totalOfAll(refunds, payment.amount.currencyCode));
};

/** Every payment gets back no more than it paid: in the order in which they were paid, gift cards last. */
export function spread(order: FakeOrder, amount: Money): RefundPayment[] {
  let left = amount;
  const paid = order.transactions
    .filter((t) => t.status === 'success' && (t.kind === 'sale' || t.kind === 'capture'))
    .toSorted((a, b) => Number(a.gateway === GIFT_CARD) - Number(b.gateway === GIFT_CARD));
  return paid.flatMap((payment) => {
    const part = least(left, refundableOf(order, payment));
    if (!isPositive(part)) return [];
    left = minus(left, part);
    return [{ parentId: payment.id, amount: part }];
  });
}

/**
 * What Shopify would give back for units that leave the order: their price, but no more than what would then be paid
 * beyond the order's. Without units: what is paid beyond it now.
 */
export function suggestRefund(
  order: FakeOrder,
  lines: readonly UnitsOfLine[],
  { suggestsWholePrice = false }: Pick<FakeStore, 'suggestsWholePrice'> = {},
): RefundPayment[] {
  const beyond = minus(takenOf(order), totalOf(order));
  if (lines.length === 0) return spread(order, beyond);
  const price = sum(
    lines.map(({ lineId, quantity }) => {
      const line = lineOf(order, lineId);
      return minus(grossOf(line, line.current), grossOf(line, line.current - quantity));
    }),
    beyond.currencyCode,
  );
  if (suggestsWholePrice) return spread(order, price);
  return spread(order, least(price, plus(beyond, price)));
}

export const canGiveBack = (order: FakeOrder, payments: readonly RefundPayment[]): boolean =>
  payments.every(({ parentId, amount }) => {
    const payment = order.transactions.find((t) => t.id === parentId && t.status === 'success');
    return (
      payment !== undefined &&
      (payment.kind === 'sale' || payment.kind === 'capture') &&
      isPositive(amount) &&
      compare(amount, refundableOf(order, payment)) <= 0
    );
  });

export function giveBack(
  world: World,
  order: FakeOrder,
  payments: readonly RefundPayment[],
  by: Doer,
): void {
  const { refundsTakeMs = 0 } = world.store;
  const status = refundsTakeMs > 0 ? 'pending' : 'success';
  const gateways = new Map(order.transactions.map((t) => [t.id, t.gateway]));
  for (const { parentId, amount } of payments) {
    const gateway = gateways.get(parentId) ?? '';
    const refund = { kind: 'refund', amount, gateway, parentId, status, by } as const;
    const { id } = addTransaction(world, order, refund);
    if (status === 'pending')
      world.agenda.push({
        at: addMs(world.now(), refundsTakeMs),
        act: () => settle(world, order, id, 'success'),
      });
  }
  const amount = sum(
    payments.map((p) => p.amount),
    order.shipping.currencyCode,
  );
  if (!isPositive(amount)) return;
  if (status === 'success')
    world.log({ kind: 'refunded', at: world.now(), order: order.id, amount, by });
  lookHint(world, order);
}
