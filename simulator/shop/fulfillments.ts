import { fulfillmentEventPayload, fulfillmentPayload } from '../webhooks/payloads';
import { Refusal, notFound } from '../world/refusal';
import type { Actor, Fulfillment, FulfillmentOrder, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { captureAfter } from './capture-on-fulfillment';
import { orderChanged } from './changed';
import { numberOf, pick, remaining, type Wanted } from './fulfillment-orders';
import { shopifyMail, units } from './mails';
import { changeStock, findLevel } from './stock';
import { unpack } from './unpack';

export interface Packing {
  parts: readonly { fo: FulfillmentOrder; lines: readonly Wanted[] }[];
  tracking: Fulfillment['tracking'];
  notify: boolean;
  by: Actor;
}

/** Goods leave the shelf: units are packed, stock goes down, and money follows where the shop captures on fulfillment. */
export function fulfill(world: World, shop: Shop, order: Order, packing: Packing): Fulfillment {
  const locationId = packing.parts[0]?.fo.locationId;
  if (locationId === undefined) throw new Refusal('Nothing to fulfill');
  for (const { fo } of packing.parts) {
    if (!['OPEN', 'IN_PROGRESS', 'INCOMPLETE'].includes(fo.status) || remaining(fo) === 0)
      throw new Refusal(
        `Fulfillment order ${numberOf(fo)} has an unfulfillable status= ${fo.status.toLowerCase()}.`,
        null,
        ['fulfillment'],
      );
    if (fo.requestStatus === 'SUBMITTED')
      throw new Refusal('The fulfillment service has not accepted the request yet');
    if (fo.locationId !== locationId)
      throw new Refusal('All fulfillment orders must be of one location');
  }
  if (order.cancelledAt !== null) throw new Refusal('The order was cancelled');
  const chosen = packing.parts.flatMap(({ fo, lines }) => {
    const wanted =
      lines.length > 0
        ? lines
        : fo.lines
            .filter((line) => line.remaining > 0)
            .map((line) => ({ id: line.id, quantity: line.remaining }));
    return pick(fo, wanted, 'fulfillment').map((entry) => ({ fo, ...entry }));
  });
  const now = world.clock.iso();
  const fulfillment: Fulfillment = {
    id: world.id('Fulfillment'),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    orderId: order.id,
    locationId,
    status: 'SUCCESS',
    lines: chosen.map(({ fo, line, quantity }) => ({
      id: world.id('FulfillmentLineItem'),
      lineId: line.lineId,
      fulfillmentOrderId: fo.id,
      quantity,
    })),
    tracking: packing.tracking,
    notified: packing.notify,
    events: [],
    createdAt: now,
    updatedAt: now,
  };
  for (const { fo, line, quantity } of chosen) {
    line.remaining -= quantity;
    fo.status = remaining(fo) === 0 ? 'CLOSED' : 'IN_PROGRESS';
    fo.progressReported = false;
    fo.updatedAt = now;
  }
  order.fulfillments.push(fulfillment);
  moveUnits(world, shop, order, fulfillment, 1, packing.by);
  world.ledger.append({
    shop: shop.domain,
    kind: 'fulfillment',
    by: packing.by,
    orderId: order.id,
    target: fulfillment.id,
    quantity: chosen.reduce((total, entry) => total + entry.quantity, 0),
    detail: {
      notify: packing.notify,
      tracking: packing.tracking.map((t) => t.number),
      locationId,
      lines: fulfillment.lines.map(({ lineId, quantity }) => ({
        lineId,
        quantity,
        sku: order.lines.find((l) => l.id === lineId)?.sku,
      })),
    },
  });
  world.emit(shop, 'fulfillments/create', fulfillmentPayload(shop, order, fulfillment));
  orderChanged(world, shop, order);
  if (packing.notify) shippingMail(world, shop, order, fulfillment);
  captureAfter(world, shop, order, fulfillment);
  return fulfillment;
}

function moveUnits(
  world: World,
  shop: Shop,
  order: Order,
  fulfillment: Fulfillment,
  sign: 1 | -1,
  by: Actor,
): void {
  for (const { lineId, quantity } of fulfillment.lines) {
    const line = order.lines.find((candidate) => candidate.id === lineId);
    if (!line) continue;
    line.fulfilled += sign * quantity;
    if (!line.itemId || !line.tracked || !findLevel(shop, line.itemId, fulfillment.locationId))
      continue;
    changeStock(world, shop, {
      itemId: line.itemId,
      locationId: fulfillment.locationId,
      by,
      reason: sign === 1 ? 'fulfillment' : 'fulfillment-cancelled',
      orderId: order.id,
      changes: { committed: -sign * quantity },
    });
  }
}

function shippingMail(world: World, shop: Shop, order: Order, fulfillment: Fulfillment): void {
  shopifyMail(
    world,
    shop,
    order,
    'shipping-confirmation',
    `A shipment from order ${order.name} is on the way`,
    [
      'Your order is on the way.',
      ...units(order, fulfillment.lines),
      ...fulfillment.tracking.flatMap((t) => (t.number ? [`Tracking number: ${t.number}`] : [])),
    ],
  );
}

export function findFulfillment(
  shop: Shop,
  id: string,
): { order: Order; fulfillment: Fulfillment } {
  const gid = id.startsWith('gid://') ? id : `gid://shopify/Fulfillment/${id}`;
  for (const order of shop.orders) {
    const fulfillment = order.fulfillments.find((candidate) => candidate.id === gid);
    if (fulfillment) return { order, fulfillment };
  }
  throw notFound('The fulfillment');
}

/** The parcel did not leave after all: its units wait again. Cancelling it twice is taken, and changes nothing. */
export function cancelFulfillment(
  world: World,
  shop: Shop,
  order: Order,
  fulfillment: Fulfillment,
  by: Actor,
): void {
  if (fulfillment.status === 'CANCELLED') return;
  fulfillment.status = 'CANCELLED';
  fulfillment.updatedAt = world.clock.iso();
  moveUnits(world, shop, order, fulfillment, -1, by);
  unpack(world, order, fulfillment);
  world.ledger.append({
    shop: shop.domain,
    kind: 'fulfillment-cancelled',
    by,
    orderId: order.id,
    target: fulfillment.id,
    detail: { lines: fulfillment.lines },
  });
  world.emit(shop, 'fulfillments/update', fulfillmentPayload(shop, order, fulfillment));
  orderChanged(world, shop, order);
}

export function addFulfillmentEvent(
  world: World,
  shop: Shop,
  order: Order,
  fulfillment: Fulfillment,
  status: string,
  message: string | null,
): void {
  const event = {
    id: world.id('FulfillmentEvent'),
    status,
    happenedAt: world.clock.iso(),
    message,
  };
  fulfillment.events.push(event);
  fulfillment.updatedAt = event.happenedAt;
  world.ledger.append({
    shop: shop.domain,
    kind: 'fulfillment-event',
    by: 'shopify',
    orderId: order.id,
    target: fulfillment.id,
    detail: { status },
  });
  world.emit(
    shop,
    'fulfillment_events/create',
    fulfillmentEventPayload(shop, order, fulfillment, event),
  );
  world.emit(shop, 'fulfillments/update', fulfillmentPayload(shop, order, fulfillment));
}
