import {
  add,
  atLeastZero,
  bagOfPresentment,
  isPositive,
  least,
  subtract,
  sum,
  ZERO,
} from '../world/money';
import { Refusal } from '../world/refusal';
import type { Bag, Line, Order, Shop, Transaction } from '../world/types';
import { accounts, currentQuantity, grossOf, netOf, taxOf } from './accounting';
import { payments, refundable } from './refund';

export interface SuggestionWish {
  readonly lines: readonly { readonly lineItemId: string; readonly quantity: number }[];
  readonly everything: boolean;
  /** Given back of the shipping: all of it, or an amount in the customer's currency. */
  readonly shipping: 'all' | string | null;
}

export interface Suggestion {
  readonly subtotal: Bag;
  readonly tax: Bag;
  readonly shipping: Bag;
  readonly shippingLeft: Bag;
  readonly amount: Bag;
  readonly most: Bag;
  readonly parts: readonly {
    readonly payment: Transaction;
    readonly amount: Bag;
    readonly most: Bag;
  }[];
}

function wantedOf(order: Order, wish: SuggestionWish) {
  if (wish.everything)
    return order.lines.map((line) => ({ line, quantity: currentQuantity(line) }));
  return wish.lines.map(({ lineItemId, quantity }) => {
    const line = order.lines.find((candidate) => candidate.id === lineItemId);
    if (!line || quantity < 0 || quantity > currentQuantity(line))
      throw new Refusal('Quantity cannot refund more items than were purchased');
    return { line, quantity };
  });
}

/** What would be paid beyond the order's price once so much of it is gone. */
const owedAfter = (shop: Shop, order: Order, less: Bag): Bag => {
  const { net, currentTotal } = accounts(order, shop);
  return atLeastZero(add(subtract(net, currentTotal), less));
};

/** By how much the order costs less without so many units of a line: to the cent what its price falls by. */
function lessWithout(line: Line, quantity: number, order: Order): Bag {
  const now = currentQuantity(line);
  return subtract(grossOf(line, now, order), grossOf(line, now - quantity, order));
}

/** What the units cost with tax, spread over the payments from the newest on and never more than they brought. */
export function suggestRefund(shop: Shop, order: Order, wish: SuggestionWish): Suggestion {
  const wanted = wantedOf(order, wish);
  const shippingLeft = subtract(order.shipping, order.shippingRefunded);
  const shipping =
    wish.shipping === null
      ? ZERO
      : wish.shipping === 'all'
        ? shippingLeft
        : least(bagOfPresentment(wish.shipping, order, shippingLeft), shippingLeft);
  const most = sum(payments(order).map((t) => refundable(order, t)));
  const goods = sum(wanted.map(({ line, quantity }) => lessWithout(line, quantity, order)));
  const price = add(goods, shipping);
  const amount = least(
    shop.switches.suggestsWholePrice ? price : least(price, owedAfter(shop, order, price)),
    most,
  );
  let left = amount;
  const parts = [...payments(order)].reverse().map((payment) => {
    const ofThis = atLeastZero(least(left, refundable(order, payment)));
    if (isPositive(ofThis)) left = subtract(left, ofThis);
    return { payment, amount: ofThis, most: refundable(order, payment) };
  });
  return {
    subtotal: sum(wanted.map(({ line, quantity }) => netOf(line, quantity, order))),
    tax: sum(wanted.map(({ line, quantity }) => taxOf(line, quantity, order))),
    shipping,
    shippingLeft,
    amount,
    most,
    parts,
  };
}
