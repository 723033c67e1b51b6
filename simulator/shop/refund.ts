import { refundPayload } from '../webhooks/payloads';
import { add, bagOfPresentment, compare, subtract, sum, ZERO } from '../world/money';
import type { Actor, Bag, Order, Refund, Shop, Transaction } from '../world/types';
import type { World } from '../world/world';
import { priceOf } from './accounting';
import { captureAfterRemoval } from './capture-after-removal';
import { orderChanged } from './changed';
import { shopifyMail, units } from './mails';
import { linesOf, moneysOf, payments, refundable } from './refund-wish';
import { takeUnits, type UnitsToRefund } from './refunded-units';
import { addTransaction, settleLater } from './transactions';

export { payments, refundable };

export interface RefundRequest {
  note: string | null;
  notify: boolean;
  lines: readonly UnitsToRefund[];
  transactions: readonly { parentId: string; amount: string }[];
  shipping?: { amount?: string | undefined; full?: boolean | undefined } | undefined;
  by: Actor;
}

export function refund(world: World, shop: Shop, order: Order, request: RefundRequest): Refund {
  const lines = linesOf(shop, order, request);
  const moneys = moneysOf(shop, order, request);
  const fresh: Refund = {
    id: world.id('Refund'),
    orderId: order.id,
    note: request.note,
    createdAt: world.clock.iso(),
    amount: sum(moneys.map(({ amount }) => amount)),
    lines: lines.map(({ wish, line }) => ({
      id: world.id('RefundLineItem'),
      lineId: line.id,
      quantity: wish.quantity,
      restockType: wish.restockType,
      locationId: wish.locationId ?? line.locationId,
      subtotal: priceOf(line, wish.quantity, order),
    })),
    transactionIds: [],
  };
  for (const { wish, line } of lines) takeUnits(world, shop, order, line, wish, request.by);
  if (request.shipping) {
    const left = subtract(order.shipping, order.shippingRefunded);
    const amount = request.shipping.full
      ? left
      : bagOfPresentment(request.shipping.amount ?? '0', order, left);
    order.shippingRefunded = add(order.shippingRefunded, amount);
  }
  order.refunds.push(fresh);
  for (const { parent, amount } of moneys) {
    const t = giveBack(world, shop, order, parent, amount, request.by, { refundId: fresh.id });
    fresh.transactionIds.push(t.id);
  }
  if (moneys.length === 0) noteUnits(world, shop, order, fresh, request.by);
  world.emit(shop, 'refunds/create', refundPayload(order, fresh));
  if (lines.length > 0) captureAfterRemoval(world, shop, order);
  orderChanged(world, shop, order);
  if (request.notify) {
    shopifyMail(world, shop, order, 'refund', `Refund for order ${order.name}`, [
      `Amount: ${fresh.amount.presentment} ${order.presentmentCurrency}`,
      ...units(order, fresh.lines),
    ]);
  }
  return fresh;
}

function noteUnits(world: World, shop: Shop, order: Order, fresh: Refund, by: Actor): void {
  world.ledger.append({
    shop: shop.domain,
    kind: 'refund',
    by,
    orderId: order.id,
    target: fresh.id,
    money: { bag: ZERO, currency: order.presentmentCurrency },
    quantity: fresh.lines.reduce((n, { quantity }) => n + quantity, 0),
    detail: {
      lines: fresh.lines.map(({ lineId, quantity, restockType }) => ({
        lineId,
        quantity,
        restockType,
      })),
    },
  });
}

/** A part of a payment goes back, at once or after the time that the shop's provider takes. */
function giveBack(
  world: World,
  shop: Shop,
  order: Order,
  payment: Transaction,
  amount: Bag,
  by: Actor,
  detail: Record<string, unknown>,
): Transaction {
  const takes = shop.refundsTakeMs ?? 0;
  const t = addTransaction(world, shop, order, {
    kind: 'REFUND',
    status: takes > 0 ? 'PENDING' : 'SUCCESS',
    amount,
    gateway: payment.gateway,
    parentId: payment.id,
    by,
    ledgerKind: 'refund',
    detail,
  });
  if (takes > 0) settleLater(world, shop, order, t, { afterMs: takes });
  return t;
}

/** Gives back all that was paid, newest payment first, without touching lines; used by the cancelling of an order. */
export function refundEverything(world: World, shop: Shop, order: Order, by: Actor): void {
  for (const payment of [...payments(order)].reverse()) {
    const amount = refundable(order, payment);
    if (compare(amount, ZERO) <= 0) continue;
    const t = giveBack(world, shop, order, payment, amount, by, { cancelled: true });
    const fresh: Refund = {
      id: world.id('Refund'),
      orderId: order.id,
      note: null,
      createdAt: world.clock.iso(),
      amount,
      lines: [],
      transactionIds: [t.id],
    };
    order.refunds.push(fresh);
    world.emit(shop, 'refunds/create', refundPayload(order, fresh));
  }
}
