import { Decimal } from 'decimal.js';
import {
  add,
  atLeastZero,
  bagOf,
  compare,
  isPositive,
  portion,
  subtract,
  sum,
  times,
  ZERO,
} from '../world/money';
import type { Bag, Line, Order, Shop, Transaction } from '../world/types';

export const currentQuantity = (line: Line): number => line.quantity - line.removed;
export const unfulfilledQuantity = (line: Line): number => currentQuantity(line) - line.fulfilled;

export const originalTotal = (line: Line): Bag => times(line.unitPrice, line.quantity);
export const discountedTotal = (line: Line): Bag => subtract(originalTotal(line), line.discount);

/** What n units of a line cost after every discount; all units together give exactly the line's total. */
export const priceOf = (line: Line, n: number, order: Order): Bag =>
  portion(discountedTotal(line), n, line.quantity, order);

export interface Accounts {
  readonly subtotal: Bag;
  readonly currentSubtotal: Bag;
  readonly total: Bag;
  readonly currentTotal: Bag;
  readonly currentTax: Bag;
  readonly received: Bag;
  readonly refunded: Bag;
  readonly net: Bag;
  readonly capturable: Bag;
  readonly outstanding: Bag;
}

const succeeded = (order: Order, ...kinds: Transaction['kind'][]): Bag =>
  sum(
    order.transactions
      .filter((t) => t.status === 'SUCCESS' && kinds.includes(t.kind))
      .map((t) => t.amount),
  );

/** Captured or being captured from this authorization. */
export const takenFrom = (order: Order, authorization: Transaction): Bag =>
  sum(
    order.transactions
      .filter(
        (t) =>
          t.kind === 'CAPTURE' &&
          t.parentId === authorization.id &&
          (t.status === 'SUCCESS' || t.status === 'PENDING'),
      )
      .map((t) => t.amount),
  );

export const isLive = (t: Transaction): boolean =>
  t.kind === 'AUTHORIZATION' && t.status === 'SUCCESS' && t.ended === null;

export const capturableOf = (order: Order, t: Transaction): Bag =>
  isLive(t) ? atLeastZero(subtract(t.amount, takenFrom(order, t))) : ZERO;

export const hasPending = (order: Order): boolean =>
  order.transactions.some((t) => t.status === 'PENDING');

/** An order's figures, always worked out from its lines and transactions, never kept. */
export function accounts(order: Order, shop: Pick<Shop, 'switches'>): Accounts {
  const subtotal = sum(order.lines.map(discountedTotal));
  const kept = sum(order.lines.map((line) => priceOf(line, currentQuantity(line), order)));
  const cancelled = order.cancelledAt !== null;
  const currentSubtotal = cancelled ? ZERO : kept;
  const currentTax =
    compare(subtotal, ZERO) === 0
      ? ZERO
      : bagOf(new Decimal(order.tax.shop).times(currentSubtotal.shop).div(subtotal.shop), order);
  const shipping = cancelled ? ZERO : subtract(order.shipping, order.shippingRefunded);
  const currentTotal = add(add(currentSubtotal, shipping), currentTax);
  const received = succeeded(order, 'SALE', 'CAPTURE');
  const refunded = succeeded(order, 'REFUND');
  const net = subtract(received, refunded);
  const capturable = sum(order.transactions.map((t) => capturableOf(order, t)));
  return {
    subtotal,
    currentSubtotal,
    total: add(add(subtotal, order.shipping), order.tax),
    currentTotal,
    currentTax,
    received,
    refunded,
    net,
    capturable,
    outstanding: outstandingOf(order, shop, subtract(currentTotal, net), capturable),
  };
}

function outstandingOf(
  order: Order,
  shop: Pick<Shop, 'switches'>,
  owed: Bag,
  capturable: Bag,
): Bag {
  if (order.cancelledAt !== null) return atLeastZero(owed);
  if (
    !shop.switches.voidedPayable &&
    isPositive(owed) &&
    lostAuthorization(order) &&
    !isPositive(capturable)
  )
    return ZERO;
  return shop.switches.outstandingExcludesAuthorized
    ? atLeastZero(subtract(owed, capturable))
    : owed;
}

export const lostAuthorization = (order: Order): boolean =>
  order.transactions.some(
    (t) => t.kind === 'AUTHORIZATION' && (t.ended === 'voided' || t.ended === 'expired'),
  );
