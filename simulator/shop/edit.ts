import { Decimal } from 'decimal.js';
import { orderEditPayload } from '../webhooks/payloads';
import { bare } from '../webhooks/numbers';
import { Refusal } from '../world/refusal';
import { add, bagOf, isPositive, portion, sum, ZERO } from '../world/money';
import type { Actor, Bag, EditSession, Line, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import {
  accounts,
  currentQuantity,
  discountedTotal,
  hasPending,
  shippedQuantity,
  totalTax,
} from './accounting';
import { captureAfterRemoval } from './capture-after-removal';
import { orderChanged } from './changed';
import { commit } from './checkout';
import { lineOf } from './draft-order';
import { newFulfillmentOrder } from './fulfillment-orders';
import { shopifyMail } from './mails';
import { removeUnits } from './removal';
import { productBySku } from './stock';

export function merchantEditableErrors(order: Order): string[] {
  const errors: string[] = [];
  if (order.cancelledAt !== null) errors.push('The order has been cancelled.');
  if (hasPending(order)) errors.push('A payment of the order is pending.');
  if (!order.editable) errors.push('Only the app that created the order can edit it.');
  return errors;
}

/** Shopify says the same whatever the reason is; the reasons stand in merchantEditableErrors. */
export function refuseEdit(order: Order): void {
  if (merchantEditableErrors(order).length > 0) throw new Refusal('The order cannot be edited.');
}

export function beginEdit(world: World, shop: Shop, order: Order): EditSession {
  refuseEdit(order);
  const session: EditSession = { id: world.id('CalculatedOrder'), orderId: order.id, changes: [] };
  shop.edits.push(session);
  return session;
}

/** The session, by the id of its calculated order or of itself: the number is the same. */
export function findEdit(shop: Shop, id: string): { session: EditSession; order: Order } {
  const number = id.slice(id.lastIndexOf('/') + 1);
  const session = shop.edits.find((candidate) => candidate.id.endsWith(`/${number}`));
  const order = shop.orders.find((candidate) => candidate.id === session?.orderId);
  if (!session || !order)
    throw new Refusal('The calculated order does not exist.', null, ['id'], 404);
  return { session, order };
}

export function setQuantity(
  session: EditSession,
  order: Order,
  lineId: string,
  quantity: number,
  restock: boolean,
): Line {
  const number = lineId.slice(lineId.lastIndexOf('/') + 1);
  const line = order.lines.find((candidate) => candidate.id.endsWith(`/${number}`));
  if (!line)
    throw new Refusal('The line item does not exist on the order.', null, ['lineItemId'], 404);
  if (quantity < shippedQuantity(line))
    throw new Refusal('Quantity cannot be below what was fulfilled', null, ['quantity']);
  session.changes = [
    ...session.changes.filter((change) => change.lineId !== line.id),
    { lineId: line.id, quantity, restock },
  ];
  return line;
}

export interface Addition {
  sku: string;
  quantity: number;
}

/** What was changed happens at once: units leave or join, and the authorization stays as it was. */
export function commitEdit(
  world: World,
  shop: Shop,
  order: Order,
  session: Pick<EditSession, 'changes'>,
  by: Actor,
  notify: boolean,
  note: string,
  additions: readonly Addition[] = [],
): string[] {
  const removals: { line: Line; delta: number }[] = [];
  const added: { line: Line; delta: number }[] = [];
  for (const change of session.changes) {
    const line = order.lines.find((candidate) => candidate.id === change.lineId);
    if (!line) continue;
    const delta = change.quantity - currentQuantity(line);
    if (delta < 0) {
      removeUnits(world, shop, order, line, -delta, change.restock, by, 'edit');
      removals.push({ line, delta: -delta });
    } else if (delta > 0) {
      grow(world, shop, order, line, delta);
      added.push({ line, delta });
    }
  }
  for (const { sku, quantity } of additions) {
    const line = lineOf(world, shop, order, productBySku(shop, sku), quantity);
    line.quantity = 0;
    order.lines.push(line);
    grow(world, shop, order, line, quantity);
    added.push({ line, delta: quantity });
  }
  order.edited = true;
  const reopened = order.closedAt !== null;
  order.closedAt = null;
  const change = ({ line, delta }: { line: Line; delta: number }): Record<string, unknown> => ({
    id: bare(line.id),
    delta,
  });
  world.ledger.append({
    shop: shop.domain,
    kind: 'edit',
    by,
    orderId: order.id,
    target: order.name,
    detail: {
      notify,
      removals: removals.map(({ line, delta }) => ({ lineId: line.id, quantity: delta })),
      additions: added.map(({ line, delta }) => ({ lineId: line.id, quantity: delta })),
    },
  });
  world.emit(
    shop,
    'orders/edited',
    orderEditPayload(
      { now: world.clock.iso(), id: world.id('OrderEdit') },
      order,
      { additions: added.map(change), removals: removals.map(change) },
      notify,
      note,
    ),
  );
  if (removals.length > 0) captureAfterRemoval(world, shop, order);
  orderChanged(world, shop, order);
  return [
    'Order updated',
    ...(reopened ? ['Order unarchived'] : []),
    ...(notify ? [tell(world, shop, order)] : []),
  ];
}

/** The customer is told of the edit; where the order owes something, the mail is an invoice. */
function tell(world: World, shop: Shop, order: Order): string {
  const owes = isPositive(accounts(order, shop).outstanding);
  shopifyMail(world, shop, order, 'order-edited', `Order ${order.name} has been updated`, [
    `Your order ${order.name} was changed.`,
  ]);
  return owes ? 'Invoice sent' : 'Notification sent';
}

/** Units that join cost tax as the others do. */
function taxFor(order: Order, line: Line, quantity: number): Bag {
  if (line.quantity > 0) return portion(line.tax, quantity, line.quantity, order);
  const taxed = sum(order.lines.map(discountedTotal));
  if (!isPositive(taxed)) return ZERO;
  const rate = new Decimal(totalTax(order).shop).div(taxed.shop);
  return bagOf(rate.times(line.unitPrice.shop).times(quantity), order);
}

/** Units that join a routed order get a fulfillment order of their own. */
function grow(world: World, shop: Shop, order: Order, line: Line, quantity: number): void {
  line.tax = add(line.tax, taxFor(order, line, quantity));
  line.quantity += quantity;
  commit(world, shop, order, line, quantity);
  if (order.routed && line.locationId)
    newFulfillmentOrder(world, order, line.locationId, [{ lineId: line.id, quantity }]);
}
