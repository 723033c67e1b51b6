import { z } from 'zod';
import { merge } from '../../shop/merge';
import { move } from '../../shop/move';
import { split } from '../../shop/split';
import { notFound } from '../../world/refusal';
import type { Args, Context } from '../context';
import { named, target, units, viewOf } from './fulfillment-order';
import { chosenWhole, mergeInputs } from './merge-input';
import { answer } from './payload';

const splitInputs = z.array(
  z.object({ fulfillmentOrderId: z.string(), fulfillmentOrderLineItems: units }),
);

export const regroupMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  fulfillmentOrderSplit: (args) =>
    answer('FulfillmentOrderSplitPayload', () => {
      const wishes = splitInputs
        .parse(args.fulfillmentOrderSplits)
        .map((wish) => ({ ...wish, ...named(ctx, wish.fulfillmentOrderId) }));
      const fulfillmentOrderSplits = wishes.map(({ order, fo, fulfillmentOrderLineItems }, at) => {
        const done = split(ctx.world, ctx.shop, fo, order, fulfillmentOrderLineItems, 'app', at);
        return {
          __typename: 'FulfillmentOrderSplitResult',
          fulfillmentOrder: viewOf(ctx, order, done.fo),
          remainingFulfillmentOrder: viewOf(ctx, order, done.rest),
          replacementFulfillmentOrder: null,
        };
      });
      return { fulfillmentOrderSplits };
    }),
  fulfillmentOrderMerge: (args) =>
    answer('FulfillmentOrderMergePayload', () => {
      const wishes = mergeInputs
        .parse(args.fulfillmentOrderMergeInputs)
        .map(({ mergeIntents }, at) => chosenWhole(ctx, mergeIntents, at));
      const fulfillmentOrderMerges = wishes.map((found) => {
        const ids = found.map(({ fo }) => fo.id);
        const fo = merge(ctx.world, ctx.shop, ids, 'app');
        return {
          __typename: 'FulfillmentOrderMergeResult',
          fulfillmentOrder: found[0] ? viewOf(ctx, found[0].order, fo) : null,
        };
      });
      return { fulfillmentOrderMerges };
    }),
  fulfillmentOrderMove: (args) =>
    answer('FulfillmentOrderMovePayload', () => {
      const { order, fo } = target(ctx, args.id);
      const place = ctx.shop.locations.find(
        ({ id, active }) => id === args.newLocationId && active,
      );
      if (!place) throw notFound('The location', null, ['newLocationId']);
      const wanted = units.parse(args.fulfillmentOrderLineItems);
      const done = move(ctx.world, ctx.shop, fo, order, place.id, wanted, 'app');
      return {
        movedFulfillmentOrder: viewOf(ctx, order, done.moved),
        originalFulfillmentOrder: viewOf(ctx, order, done.original),
        remainingFulfillmentOrder: viewOf(ctx, order, done.rest),
      };
    }),
});
