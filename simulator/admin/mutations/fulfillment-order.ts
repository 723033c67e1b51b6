import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { findFulfillmentOrder } from '../../shop/fulfillment-orders';
import { Refusal } from '../../world/refusal';
import type { FulfillmentOrder, Order } from '../../world/types';
import type { Context } from '../context';
import { fulfillmentOrderView, seesFulfillmentOrder } from '../views/fulfillment';

export interface Target {
  order: Order;
  fo: FulfillmentOrder;
}

/** Units of a fulfillment order as the API names them; none named is an empty list. */
export const units = z
  .array(z.object({ id: z.string(), quantity: z.number() }))
  .nullish()
  .transform((list) => list ?? []);

/** A fulfillment order that the app may change: what it cannot see does not exist for it. */
export function named(ctx: Context, id: unknown): Target {
  const found = findFulfillmentOrder(ctx.shop, String(id));
  const mine =
    seesFulfillmentOrder(ctx, found.fo, 'write') && ctx.world.visible(ctx.shop, found.order);
  if (!mine) throw new Refusal('Fulfillment order does not exist.', 'FULFILLMENT_ORDER_NOT_FOUND');
  return found;
}

/** Recorded: where the id is the mutation's own argument, one that is not there is an error above the payload. */
export function target(ctx: Context, id: unknown): Target {
  try {
    return named(ctx, id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new GraphQLError(`Invalid id: ${String(id)}`, {
      extensions: { code: 'RESOURCE_NOT_FOUND' },
    });
  }
}

export const viewOf = (
  ctx: Context,
  order: Order,
  fo: FulfillmentOrder | undefined,
): ReturnType<typeof fulfillmentOrderView> | null =>
  fo ? fulfillmentOrderView(ctx, order, fo) : null;
