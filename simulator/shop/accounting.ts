import { Decimal } from 'decimal.js';
import {
  add,
  atLeastZero,
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
/** Shipped and still with the customer. */
export const shippedQuantity = (line: Line): number => line.fulfilled - line.returned;
/** Units of the order that wait; a refund without CANCEL leaves its units among them. */
export const unfulfilledQuantity = (line: Line): number =>
  currentQuantity(line) - shippedQuantity(line) + line.stillToSend;

export const originalTotal = (line: Line): Bag => times(line.unitPrice, line.quantity);
export const discountedTotal = (line: Line): Bag => subtract(originalTotal(line), line.discount);

/** What n units of a line cost after every discount; all units together give exactly the line's total. */
export const priceOf = (line: Line, n: number, order: Order): Bag =>
  portion(discountedTotal(line), n, line.quantity, order);

/** The tax of n units of a line: all of them together have exactly the line's. */
export const taxOf = (line: Line, n: number, order: Order): Bag =>
  portion(line.tax, n, line.quantity, order);

/** What n units cost with tax, whether the price has it in it or not. */
export const grossOf = (line: Line, n: number, order: Order): Bag =>
  order.taxesIncluded
    ? priceOf(line, n, order)
    : add(priceOf(line, n, order), taxOf(line, n, order));

/** What n units cost before tax. */
export const netOf = (line: Line, n: number, order: Order): Bag =>
  subtract(grossOf(line, n, order), taxOf(line, n, order));

/** As Shopify writes it: 0.19 for 19 %. */
export function taxRate(line: Line, order: Order): number {
  const net = new Decimal(netOf(line, line.quantity, order).shop);
  return net.isZero() ? 0 : new Decimal(line.tax.shop).div(net).toDecimalPlaces(4).toNumber();
}

export const totalTax = (order: Order): Bag => sum(order.lines.map((line) => line.tax));

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

/** A capture that is pending is the only one, where the authorization is for one capture or the capture is the last. */
const isBeingClosed = (order: Order, authorization: Transaction): boolean =>
  !authorization.multiCapturable &&
  order.transactions.some(
    (t) => t.kind === 'CAPTURE' && t.parentId === authorization.id && t.status === 'PENDING',
  );

export const capturableOf = (order: Order, t: Transaction): Bag =>
  isLive(t) && !isBeingClosed(order, t)
    ? atLeastZero(subtract(t.amount, takenFrom(order, t)))
    : ZERO;

export const hasPending = (order: Order): boolean =>
  order.transactions.some((t) => t.status === 'PENDING');

/** An order's figures, always worked out from its lines and transactions, never kept. */
export function accounts(order: Order, shop: Pick<Shop, 'switches'>): Accounts {
  const subtotal = sum(order.lines.map(discountedTotal));
  const kept = sum(order.lines.map((line) => priceOf(line, currentQuantity(line), order)));
  const cancelled = order.cancelledAt !== null;
  const currentSubtotal = cancelled ? ZERO : kept;
  const currentTax = cancelled
    ? ZERO
    : sum(order.lines.map((line) => taxOf(line, currentQuantity(line), order)));
  const onTop = (tax: Bag): Bag => (order.taxesIncluded ? ZERO : tax);
  const shipping = cancelled ? ZERO : subtract(order.shipping, order.shippingRefunded);
  const currentTotal = add(add(currentSubtotal, shipping), onTop(currentTax));
  const received = succeeded(order, 'SALE', 'CAPTURE');
  const refunded = succeeded(order, 'REFUND');
  const net = subtract(received, refunded);
  const capturable = sum(order.transactions.map((t) => capturableOf(order, t)));
  return {
    subtotal,
    currentSubtotal,
    total: add(add(subtotal, order.shipping), onTop(totalTax(order))),
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
  // The sides of an amount are rounded apart and follow different rates: nothing is owed when the customer owes nothing.
  if (compare(owed, ZERO) === 0) return ZERO;
  if (order.cancelledAt !== null) return atLeastZero(owed);
  if (!isPositive(owed) || !shop.switches.outstandingExcludesAuthorized) return owed;
  return atLeastZero(subtract(owed, add(capturable, beingCaptured(order))));
}

/** On its way from an authorization. */
const beingCaptured = (order: Order): Bag =>
  sum(
    order.transactions
      .filter((t) => t.kind === 'CAPTURE' && t.status === 'PENDING')
      .map((t) => t.amount),
  );

export const lostAuthorization = (order: Order): boolean =>
  order.transactions.some(
    (t) => t.kind === 'AUTHORIZATION' && (t.ended === 'voided' || t.ended === 'expired'),
  );
