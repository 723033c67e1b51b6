import { z } from 'zod';
import { isLive, shippedQuantity } from '../shop/accounting';
import { startCancel } from '../shop/cancel';
import { orderChanged } from '../shop/changed';
import { checkOut } from '../shop/checkout';
import { deleteOrder } from '../shop/delete-order';
import { dispute } from '../shop/dispute';
import { commitEdit, refuseEdit } from '../shop/edit';
import { capture } from '../shop/capture';
import { voidAuthorization } from '../shop/end-authorization';
import { authorizeMore } from '../shop/authorize-more';
import { markAsPaid } from '../shop/mark-as-paid';
import { payOutstanding } from '../shop/pay-link';
import { payments, refund, refundable } from '../shop/refund';
import { bagOfPresentment, compare, isPositive, least, subtract, sum, ZERO } from '../world/money';
import { notFound, Refusal } from '../world/refusal';
import type { Order, Shop } from '../world/types';
import type { World } from '../world/world';
import * as inputs from './inputs';
import { lineOf } from './lines';
import { route, type Route } from './route';
import { showOrder } from './show';

/** An order of any shop, by gid, number, or (with ?shop=) name. */
export function orderOf(
  world: World,
  id: string,
  shopDomain?: string | null,
): { shop: Shop; order: Order } {
  for (const shop of shopDomain ? [world.shop(shopDomain)] : world.shops()) {
    const order =
      world.order(shop, id) ??
      shop.orders.find((candidate) => candidate.name === id || candidate.token === id);
    if (order) return { shop, order };
  }
  throw notFound(`The order ${id}`);
}

const authorization = (order: Order, id?: string): string => {
  const found =
    order.transactions.find((t) => (id === undefined ? isLive(t) : t.id === id)) ??
    order.transactions.find((t) => t.kind === 'AUTHORIZATION');
  if (!found) throw new Refusal('The order has no authorization');
  return found.id;
};

export const orderRoutes: readonly Route[] = [
  route('POST', '/_sim/orders', inputs.order, ({ world, input }) => {
    const order = checkOut(world, world.shop(input.shop), input);
    return {
      orderId: order.id,
      name: order.name,
      token: order.token,
      lines: order.lines.map(({ id, sku, quantity }) => ({ id, sku, quantity })),
    };
  }),
  route('GET', '/_sim/orders', z.unknown(), ({ world, query }) => {
    const domain = query.get('shop');
    return (domain ? [world.shop(domain)] : world.shops()).flatMap((shop) =>
      shop.orders.map((order) => showOrder(world, shop, order)),
    );
  }),
  route('POST', '/_sim/orders/:id/edit', inputs.edit, ({ world, id, input, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    refuseEdit(order);
    const changes = input.lines.map((wish) => {
      const line = lineOf(order, wish);
      if (wish.quantity < shippedQuantity(line))
        throw new Refusal('Quantity cannot be below what was fulfilled');
      return { lineId: line.id, quantity: wish.quantity, restock: input.restock };
    });
    commitEdit(world, shop, order, { changes }, input.by, input.notify, '', input.add);
    return showOrder(world, shop, order);
  }),
  route('POST', '/_sim/orders/:id/cancel', inputs.cancel, ({ world, id, input, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    const job = startCancel(world, shop, order, input);
    return { ...showOrder(world, shop, order), jobId: job.id };
  }),
  route('POST', '/_sim/orders/:id/capture', inputs.capture, ({ world, id, input, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    capture(world, shop, order, {
      parentTransactionId: authorization(order, input.transactionId),
      amount: input.amount,
      final: input.final,
      by: input.by,
    });
    return showOrder(world, shop, order);
  }),
  route('POST', '/_sim/orders/:id/void', inputs.voided, ({ world, id, input, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    voidAuthorization(world, shop, order, authorization(order, input.transactionId), input.by);
    return showOrder(world, shop, order);
  }),
  route('POST', '/_sim/orders/:id/refund', inputs.refund, ({ world, id, input, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    const lines = input.lines.map((wish) => ({
      lineItemId: lineOf(order, wish).id,
      quantity: wish.quantity,
      restockType: wish.restockType,
      locationId: null,
    }));
    refund(world, shop, order, {
      note: input.note,
      notify: input.notify,
      lines,
      transactions: spread(order, input.amount),
      shipping: input.shipping ? { full: true } : undefined,
      by: input.by,
    });
    return showOrder(world, shop, order);
  }),
  route('POST', '/_sim/orders/:id/markAsPaid', inputs.pay, ({ world, id, input, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    markAsPaid(world, shop, order, 'merchant', input.gateway);
    return showOrder(world, shop, order);
  }),
  route('POST', '/_sim/orders/:id/pay', inputs.pay, ({ world, id, input, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    const declined = world.faults.strike(shop.domain, ['pay'], ['refuse']);
    if (declined) throw new Refusal('The payment was declined');
    payOutstanding(world, shop, order, 'customer', input.gateway);
    return showOrder(world, shop, order);
  }),
  route('POST', '/_sim/orders/:id/authorize', inputs.authorize, ({ world, id, input, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    authorizeMore(world, shop, order, input);
    return showOrder(world, shop, order);
  }),
  route('POST', '/_sim/orders/:id/return', inputs.orderReturn, ({ world, id, input, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    order.openReturn = input.open;
    orderChanged(world, shop, order);
    return showOrder(world, shop, order);
  }),
  route('POST', '/_sim/orders/:id/decline', inputs.decline, ({ world, id, input, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    order.declines = input.captures;
    return showOrder(world, shop, order);
  }),
  route('POST', '/_sim/orders/:id/dispute', inputs.dispute, ({ world, id, input, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    dispute(world, shop, order, input);
    return showOrder(world, shop, order);
  }),
  route('POST', '/_sim/orders/:id/delete', z.unknown(), ({ world, id, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    deleteOrder(world, shop, order);
    return { deleted: true };
  }),
  route('GET', '/_sim/orders/:id', z.unknown(), ({ world, id, query }) => {
    const { shop, order } = orderOf(world, id, query.get('shop'));
    return showOrder(world, shop, order);
  }),
];

/** An amount to give back, taken from the order's payments one after the other. */
function spread(order: Order, wish: string | undefined): { parentId: string; amount: string }[] {
  if (wish === undefined) return [];
  const all = sum(payments(order).map((t) => refundable(order, t)));
  let left = wish === 'all' ? all : bagOfPresentment(wish, order, all);
  if (compare(left, all) > 0) throw new Refusal('Refund amount exceeds what was paid');
  const parts: { parentId: string; amount: string }[] = [];
  for (const payment of payments(order)) {
    const part = least(left, refundable(order, payment));
    if (isPositive(part)) parts.push({ parentId: payment.id, amount: part.presentment });
    left = isPositive(part) ? subtract(left, part) : left;
    if (compare(left, ZERO) <= 0) break;
  }
  return parts;
}
