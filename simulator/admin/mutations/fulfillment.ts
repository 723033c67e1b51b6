import { z } from 'zod';
import { cancelFulfillment, findFulfillment, fulfill } from '../../shop/fulfillments';
import { findFulfillmentOrder, split } from '../../shop/fulfillment-orders';
import { merge, move } from '../../shop/regroup';
import { placeHold, releaseHolds } from '../../shop/holds';
import { requestCancellation } from '../../shop/third-party';
import { Refusal, notFound } from '../../world/refusal';
import type { FulfillmentOrder, Order } from '../../world/types';
import type { Args, Context } from '../context';
import {
  fulfillmentOrderView,
  fulfillmentView,
  holdView,
  seesFulfillmentOrder,
} from '../views/fulfillment';
import { answer } from './payload';

const units = z
  .array(z.object({ id: z.string(), quantity: z.number() }))
  .nullish()
  .transform((list) => list ?? []);
const holdInput = z.object({
  reason: z.string(),
  reasonNotes: z.string().nullish(),
  handle: z.string().nullish(),
  externalId: z.string().nullish(),
  fulfillmentOrderLineItems: units,
});
const fulfillmentInput = z.object({
  lineItemsByFulfillmentOrder: z.array(
    z.object({ fulfillmentOrderId: z.string(), fulfillmentOrderLineItems: units }),
  ),
  notifyCustomer: z.boolean().nullish(),
  trackingInfo: z
    .object({
      company: z.string().nullish(),
      number: z.string().nullish(),
      url: z.string().nullish(),
    })
    .nullish(),
});

/** A fulfillment order that the app may change: what it cannot see does not exist for it. */
function target(ctx: Context, id: unknown): { order: Order; fo: FulfillmentOrder } {
  const found = findFulfillmentOrder(ctx.shop, String(id));
  const mine =
    seesFulfillmentOrder(ctx, found.fo, 'write') && ctx.world.visible(ctx.shop, found.order);
  if (!mine) throw notFound('The fulfillment order', 'FULFILLMENT_ORDER_NOT_FOUND', ['id']);
  return found;
}

export const fulfillmentMutations = (ctx: Context): Record<string, (args: Args) => unknown> => {
  const view = (order: Order, fo: FulfillmentOrder | undefined) =>
    fo ? fulfillmentOrderView(ctx, order, fo) : null;
  return {
    fulfillmentOrderHold: (args) =>
      answer('FulfillmentOrderHoldPayload', () => {
        const { order, fo } = target(ctx, args.id);
        const input = holdInput.parse(args.fulfillmentHold);
        const held = placeHold(ctx.world, ctx.shop, order, fo, {
          reason: input.reason,
          reasonNotes: input.reasonNotes ?? null,
          handle: input.handle || null,
          externalId: input.externalId ?? null,
          lines: input.fulfillmentOrderLineItems,
          by: 'app',
        });
        return {
          fulfillmentHold: holdView(ctx, held.hold),
          fulfillmentOrder: view(order, held.fo),
          remainingFulfillmentOrder: view(order, held.rest),
        };
      }),
    fulfillmentOrderReleaseHold: (args) =>
      answer('FulfillmentOrderReleaseHoldPayload', () => {
        const { order, fo } = target(ctx, args.id);
        let ids = Array.isArray(args.holdIds) ? args.holdIds.map(String) : undefined;
        if (ids === undefined && typeof args.externalId === 'string')
          ids = fo.holds
            .filter((hold) => hold.externalId === args.externalId)
            .map((hold) => hold.id);
        return {
          fulfillmentOrder: view(order, releaseHolds(ctx.world, ctx.shop, order, fo, ids, 'app')),
        };
      }),
    fulfillmentOrderSplit: (args) =>
      answer('FulfillmentOrderSplitPayload', () => {
        const wishes = z
          .array(z.object({ fulfillmentOrderId: z.string(), fulfillmentOrderLineItems: units }))
          .parse(args.fulfillmentOrderSplits);
        const fulfillmentOrderSplits = wishes.map((wish) => {
          const { order, fo } = target(ctx, wish.fulfillmentOrderId);
          const done = split(ctx.world, ctx.shop, fo, order, wish.fulfillmentOrderLineItems, 'app');
          return {
            __typename: 'FulfillmentOrderSplitResult',
            fulfillmentOrder: view(order, done.fo),
            remainingFulfillmentOrder: view(order, done.rest),
            replacementFulfillmentOrder: null,
          };
        });
        return { fulfillmentOrderSplits };
      }),
    fulfillmentOrderMerge: (args) =>
      answer('FulfillmentOrderMergePayload', () => {
        const wishes = z
          .array(z.object({ mergeIntents: z.array(z.object({ fulfillmentOrderId: z.string() })) }))
          .parse(args.fulfillmentOrderMergeInputs);
        const fulfillmentOrderMerges = wishes.map(({ mergeIntents }) => {
          const found = mergeIntents.map(({ fulfillmentOrderId }) =>
            target(ctx, fulfillmentOrderId),
          );
          const fo = merge(
            ctx.world,
            ctx.shop,
            found.map((entry) => entry.fo.id),
            'app',
          );
          return {
            __typename: 'FulfillmentOrderMergeResult',
            fulfillmentOrder: found[0] ? view(found[0].order, fo) : null,
          };
        });
        return { fulfillmentOrderMerges };
      }),
    fulfillmentOrderMove: (args) =>
      answer('FulfillmentOrderMovePayload', () => {
        const { order, fo } = target(ctx, args.id);
        if (!ctx.shop.locations.some((location) => location.id === args.newLocationId))
          throw notFound('The location', null, ['newLocationId']);
        const done = move(
          ctx.world,
          ctx.shop,
          fo,
          order,
          String(args.newLocationId),
          units.parse(args.fulfillmentOrderLineItems),
          'app',
        );
        return {
          movedFulfillmentOrder: view(order, done.moved),
          originalFulfillmentOrder: view(order, done.original),
          remainingFulfillmentOrder: view(order, done.rest),
        };
      }),
    fulfillmentOrderSubmitCancellationRequest: (args) =>
      answer('FulfillmentOrderSubmitCancellationRequestPayload', () => {
        const { order, fo } = target(ctx, args.id);
        const message = typeof args.message === 'string' ? args.message : null;
        requestCancellation(ctx.world, ctx.shop, order, fo, message, 'app');
        return { fulfillmentOrder: view(order, fo) };
      }),
    fulfillmentCreate: (args) => answer('FulfillmentCreatePayload', () => create(ctx, args)),
    fulfillmentCancel: (args) =>
      answer('FulfillmentCancelPayload', () => {
        const { order, fulfillment } = findFulfillment(ctx.shop, String(args.id));
        cancelFulfillment(ctx.world, ctx.shop, order, fulfillment, 'app');
        return { fulfillment: fulfillmentView(ctx, order, fulfillment) };
      }),
  };
};

function create(ctx: Context, args: Args): Record<string, unknown> {
  const input = fulfillmentInput.parse(args.fulfillment);
  const parts = input.lineItemsByFulfillmentOrder.map((part) => ({
    ...target(ctx, part.fulfillmentOrderId),
    lines: part.fulfillmentOrderLineItems,
  }));
  const order = parts[0]?.order;
  if (!order) throw new Refusal('Nothing to fulfill', null, ['fulfillment']);
  const t = input.trackingInfo;
  const tracking = t
    ? [{ company: t.company ?? null, number: t.number ?? null, url: t.url ?? null }]
    : [];
  const done = fulfill(ctx.world, ctx.shop, order, {
    parts,
    tracking,
    notify: input.notifyCustomer ?? false,
    by: 'app',
  });
  return { fulfillment: fulfillmentView(ctx, order, done) };
}
