import { bagOfPresentment, compare, isPositive, subtract, sum } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Bag, Line, Order, Shop, Transaction } from '../world/types';
import { accounts, currentQuantity, hasPending, unfulfilledQuantity } from './accounting';
import { isDisputed } from './dispute';
import type { RefundRequest } from './refund';
import type { UnitsToRefund } from './refunded-units';

/* What a refund asks for, checked against the order. The sentences are Shopify's where a real store was heard to say them. */

const refuse = (message: string, field: readonly string[] | null = null, status = 409): never => {
  throw new Refusal(message, null, field, status);
};

export const payments = (order: Order): Transaction[] =>
  order.transactions.filter(
    (t) => (t.kind === 'SALE' || t.kind === 'CAPTURE') && t.status === 'SUCCESS',
  );

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

export function linesOf(
  shop: Shop,
  order: Order,
  request: RefundRequest,
): { wish: UnitsToRefund; line: Line }[] {
  if (hasPending(order)) refuse('A payment of this order is still pending');
  if (isDisputed(order) && request.transactions.length > 0)
    refuse('A payment of this order is disputed');
  if (request.lines.length === 0 && request.transactions.length === 0 && !request.shipping)
    refuse('A refund needs line items, shipping or transactions');
  return request.lines.map((wish, n) => {
    const at = (field: string): string[] => ['refundLineItems', String(n), field];
    const line =
      order.lines.find((candidate) => candidate.id === wish.lineItemId) ??
      refuse('Line item does not exist', at('lineItemId'), 404);
    if (wish.quantity <= 0 || wish.quantity > currentQuantity(line))
      refuse('Quantity cannot refund more items than were purchased', at('quantity'));
    if (wish.locationId !== null && !shop.locations.some(({ id }) => id === wish.locationId))
      refuse('Location does not exist', at('locationId'), 404);
    if (wish.restockType === 'CANCEL' && wish.quantity > unfulfilledQuantity(line))
      refuse('Quantity exceeds the unfulfilled units', at('quantity'));
    return { wish, line };
  });
}

export function moneysOf(
  shop: Shop,
  order: Order,
  request: RefundRequest,
): { parent: Transaction; amount: Bag }[] {
  const moneys = request.transactions.map((wish) => {
    const parent =
      payments(order).find((t) => t.id === wish.parentId) ??
      refuse('Transactions require a parent_id associated with the order', ['transactions'], 404);
    const amount = bagOfPresentment(wish.amount, order, refundable(order, parent));
    if (!isPositive(amount)) refuse('Amount must be greater than zero', ['transactions']);
    return { parent, amount };
  });
  const { net } = accounts(order, shop);
  const wished = sum(moneys.map(({ amount }) => amount));
  if (compare(wished, net) > 0)
    refuse(
      `Refund amount ${said(wished, order)} is greater than net payment received ${said(net, order)}`,
    );
  for (const { parent, amount } of moneys)
    if (compare(amount, refundable(order, parent)) > 0)
      refuse('Refund amount exceeds what can be refunded', ['transactions']);
  return moneys;
}

const SIGNS: Readonly<Record<string, string>> = {
  USD: '$',
  CAD: '$',
  AUD: '$',
  EUR: '€',
  GBP: '£',
};

/** As a store writes it to people: $25.00. */
const said = ({ presentment }: Bag, { presentmentCurrency }: Order): string =>
  `${SIGNS[presentmentCurrency] ?? `${presentmentCurrency} `}${Number(presentment).toFixed(2)}`;
