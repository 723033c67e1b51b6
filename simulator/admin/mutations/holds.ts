import { z } from 'zod';
import { placeHold } from '../../shop/place-hold';
import { releaseHolds } from '../../shop/release-holds';
import type { Args, Context } from '../context';
import { holdView } from '../views/fulfillment';
import { target, units, viewOf } from './fulfillment-order';
import { answer } from './payload';

const holdInput = z.object({
  reason: z.string(),
  reasonNotes: z.string().nullish(),
  handle: z.string().nullish(),
  externalId: z.string().nullish(),
  fulfillmentOrderLineItems: units,
});

export const holdMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
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
        fulfillmentOrder: viewOf(ctx, order, held.fo),
        remainingFulfillmentOrder: viewOf(ctx, order, held.rest),
      };
    }),
  fulfillmentOrderReleaseHold: (args) =>
    answer('FulfillmentOrderReleaseHoldPayload', () => {
      const { order, fo } = target(ctx, args.id);
      let ids = Array.isArray(args.holdIds) ? args.holdIds.map(String) : undefined;
      if (ids === undefined && typeof args.externalId === 'string')
        ids = fo.holds.filter((hold) => hold.externalId === args.externalId).map(({ id }) => id);
      const released = releaseHolds(ctx.world, ctx.shop, order, fo, ids, 'app');
      return { fulfillmentOrder: viewOf(ctx, order, released) };
    }),
});
