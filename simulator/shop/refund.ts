import { refundPayload } from '../webhooks/payloads';
import { add, bagOfPresentment, compare, isPositive, subtract, sum, ZERO } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Actor, Bag, Order, Refund, Shop, Transaction } from '../world/types';
import type { World } from '../world/world';
import { currentQuantity, hasPending, priceOf, unfulfilledQuantity } from './accounting';
import { orderChanged } from './changed';
import { shopifyMail, units } from './mails';
import { addTransaction } from './transactions';
import { removeUnits } from './removal';
import { changeStock, findLevel } from './stock';

export interface RefundRequest {
  note: string | null;
  notify: boolean;
  lines: readonly {
    lineItemId: string;
    quantity: number;
    restockType: string;
    locationId: string | null;
  }[];
  transactions: readonly { parentId: string; amount: string; gateway?: string | undefined }[];
  shipping?: { amount?: string | undefined; full?: boolean | undefined } | undefined;
  by: Actor;
}

/** What can still be given back of a payment. */
export const refundable = (order: Order, payment: Transaction): Bag =>
  subtract(
    payment.amount,
    sum(
      order.transactions
        .filter((t) => t.kind === 'REFUND' && t.parentId === payment.id && t.status !== 'FAILURE')
        .map((t) => t.amount),
    ),
  );

export const payments = (order: Order): Transaction[] =>
  order.transactions.filter(
    (t) => (t.kind === 'SALE' || t.kind === 'CAPTURE') && t.status === 'SUCCESS',
  );

export function refund(world: World, shop: Shop, order: Order, request: RefundRequest): Refund {
  if (hasPending(order))
    throw new Refusal('A payment of this order is still pending', null, ['input']);
  if (request.lines.length === 0 && request.transactions.length === 0 && !request.shipping)
    throw new Refusal('A refund needs line items, shipping or transactions', null, ['input']);
  const lines = request.lines.map((wish) => {
    const line = order.lines.find((candidate) => candidate.id === wish.lineItemId);
    if (!line)
      throw new Refusal('Line item does not exist', null, ['input', 'refundLineItems'], 404);
    if (wish.quantity <= 0 || wish.quantity > currentQuantity(line))
      throw new Refusal('Quantity cannot refund more items than were purchased', null, [
        'input',
        'refundLineItems',
      ]);
    if (
      wish.locationId !== null &&
      !shop.locations.some((location) => location.id === wish.locationId)
    )
      throw new Refusal('Location does not exist', null, ['input', 'refundLineItems'], 404);
    if (wish.restockType === 'CANCEL' && wish.quantity > unfulfilledQuantity(line))
      throw new Refusal('Quantity exceeds the unfulfilled units', null, [
        'input',
        'refundLineItems',
      ]);
    return { wish, line };
  });
  const moneys = request.transactions.map((wish) => {
    const parent = payments(order).find((t) => t.id === wish.parentId);
    if (!parent)
      throw new Refusal(
        'Parent transaction cannot be refunded',
        null,
        ['input', 'transactions'],
        404,
      );
    if (wish.gateway !== undefined && wish.gateway !== parent.gateway)
      throw new Refusal('Gateway does not match the parent transaction', null, [
        'input',
        'transactions',
      ]);
    const amount = bagOfPresentment(wish.amount, order, refundable(order, parent));
    if (!isPositive(amount))
      throw new Refusal('Amount must be greater than zero', null, ['input', 'transactions']);
    if (compare(amount, refundable(order, parent)) > 0)
      throw new Refusal('Refund amount exceeds what can be refunded', null, [
        'input',
        'transactions',
      ]);
    return { parent, amount };
  });
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
  for (const { wish, line } of lines) {
    const waiting = Math.min(wish.quantity, unfulfilledQuantity(line));
    if (waiting > 0)
      removeUnits(
        world,
        shop,
        order,
        line,
        waiting,
        wish.restockType === 'CANCEL',
        request.by,
        'refund',
      );
    line.removed += wish.quantity - waiting;
    line.fulfilled -= wish.quantity - waiting;
    const place = wish.locationId ?? line.locationId;
    if (
      wish.restockType === 'RETURN' &&
      line.itemId &&
      place &&
      line.tracked &&
      findLevel(shop, line.itemId, place)
    ) {
      changeStock(world, shop, {
        itemId: line.itemId,
        locationId: place,
        by: request.by,
        reason: 'return',
        orderId: order.id,
        changes: { available: wish.quantity - waiting },
      });
    }
  }
  if (request.shipping) {
    const left = subtract(order.shipping, order.shippingRefunded);
    const amount = request.shipping.full
      ? left
      : bagOfPresentment(request.shipping.amount ?? '0', order, left);
    order.shippingRefunded = add(order.shippingRefunded, amount);
  }
  order.refunds.push(fresh);
  for (const { parent, amount } of moneys) {
    const t = addTransaction(world, shop, order, {
      kind: 'REFUND',
      amount,
      gateway: parent.gateway,
      parentId: parent.id,
      by: request.by,
      ledgerKind: 'refund',
      detail: { refundId: fresh.id },
    });
    fresh.transactionIds.push(t.id);
  }
  if (moneys.length === 0) {
    world.ledger.append({
      shop: shop.domain,
      kind: 'refund',
      by: request.by,
      orderId: order.id,
      target: fresh.id,
      money: { bag: ZERO, currency: order.presentmentCurrency },
      quantity: lines.reduce((n, { wish }) => n + wish.quantity, 0),
      detail: {
        lines: fresh.lines.map(({ lineId, quantity, restockType }) => ({
          lineId,
          quantity,
          restockType,
        })),
      },
    });
  }
  world.emit(shop, 'refunds/create', refundPayload(order, fresh));
  orderChanged(world, shop, order);
  if (request.notify) {
    shopifyMail(world, shop, order, 'refund', `Refund for order ${order.name}`, [
      `Amount: ${fresh.amount.presentment} ${order.presentmentCurrency}`,
      ...units(order, fresh.lines),
    ]);
  }
  return fresh;
}

/** Gives back all that was paid, newest payment first, without touching lines; used by the cancelling of an order. */
export function refundEverything(world: World, shop: Shop, order: Order, by: Actor): void {
  for (const payment of [...payments(order)].reverse()) {
    const amount = refundable(order, payment);
    if (compare(amount, ZERO) <= 0) continue;
    const t = addTransaction(world, shop, order, {
      kind: 'REFUND',
      amount,
      gateway: payment.gateway,
      parentId: payment.id,
      by,
      ledgerKind: 'refund',
      detail: { cancelled: true },
    });
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
