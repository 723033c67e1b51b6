import {
  addFulfillmentEvent,
  cancelFulfillment,
  findFulfillment,
  fulfill,
} from '../shop/fulfillments';
import { findFulfillmentOrder } from '../shop/fulfillment-orders';
import { merge } from '../shop/merge';
import { move } from '../shop/move';
import { placeHold } from '../shop/place-hold';
import { releaseHolds } from '../shop/release-holds';
import { split } from '../shop/split';
import { findLocation } from '../shop/stock';
import { z } from 'zod';
import type { FulfillmentOrder, Order } from '../world/types';
import * as inputs from './inputs';
import { packingOf, unitsOf } from './lines';
import { route, type Route } from './route';
import { orderOf } from './routes-order';
import { search } from './search';

export const show = (order: Order, fo: FulfillmentOrder): Record<string, unknown> => ({
  ...fo,
  orderName: order.name,
});

export const fulfillmentRoutes: readonly Route[] = [
  route('POST', '/_sim/fulfillment-orders/:id/hold', inputs.foHold, ({ world, id, input }) => {
    const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
    const held = placeHold(world, shop, order, fo, {
      ...input,
      externalId: null,
      lines: unitsOf(order, fo, input.lines),
    });
    return {
      hold: held.hold,
      fulfillmentOrder: show(order, held.fo),
      remaining: held.rest ? show(order, held.rest) : null,
    };
  }),
  route(
    'POST',
    '/_sim/fulfillment-orders/:id/release',
    inputs.foRelease,
    ({ world, id, input }) => {
      const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
      return show(order, releaseHolds(world, shop, order, fo, input.holdIds, input.by));
    },
  ),
  route('POST', '/_sim/fulfillment-orders/:id/split', inputs.foSplit, ({ world, id, input }) => {
    const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
    const done = split(world, shop, fo, order, unitsOf(order, fo, input.lines), input.by);
    return { fulfillmentOrder: show(order, done.fo), remaining: show(order, done.rest) };
  }),
  route('POST', '/_sim/fulfillment-orders/:id/merge', inputs.foMerge, ({ world, id, input }) => {
    const { shop, order } = search(world, (s) => findFulfillmentOrder(s, id));
    return show(order, merge(world, shop, [id, ...input.with], input.by));
  }),
  route('POST', '/_sim/fulfillment-orders/:id/move', inputs.foMove, ({ world, id, input }) => {
    const { shop, order, fo } = search(world, (s) => findFulfillmentOrder(s, id));
    const done = move(
      world,
      shop,
      fo,
      order,
      findLocation(shop, input.location).id,
      unitsOf(order, fo, input.lines),
      input.by,
    );
    return {
      fulfillmentOrder: show(order, done.moved),
      remaining: done.rest ? show(order, done.rest) : null,
    };
  }),
  route('POST', '/_sim/fulfillments', inputs.fulfillment, ({ world, input }) => {
    const { shop, order } = orderOf(world, input.orderId, input.shop);
    const tracking =
      input.trackingNumber === null
        ? []
        : [{ company: input.trackingCompany, number: input.trackingNumber, url: null }];
    const byPlace = new Map<string, ReturnType<typeof packingOf>>();
    for (const part of packingOf(order, input.lines))
      byPlace.set(part.fo.locationId, [...(byPlace.get(part.fo.locationId) ?? []), part]);
    const fulfillments = [...byPlace.values()].map((parts) =>
      fulfill(world, shop, order, { parts, tracking, notify: input.notify, by: input.by }),
    );
    return { fulfillmentId: fulfillments[0]?.id, fulfillments };
  }),
  route('POST', '/_sim/fulfillments/:id/cancel', z.unknown(), ({ world, id }) => {
    const { shop, order, fulfillment } = search(world, (s) => findFulfillment(s, id));
    cancelFulfillment(world, shop, order, fulfillment, 'merchant');
    return fulfillment;
  }),
  route('POST', '/_sim/fulfillments/:id/event', inputs.fulfillmentEvent, ({ world, id, input }) => {
    const { shop, order, fulfillment } = search(world, (s) => findFulfillment(s, id));
    addFulfillmentEvent(world, shop, order, fulfillment, input.status, input.message);
    return fulfillment;
  }),
];
