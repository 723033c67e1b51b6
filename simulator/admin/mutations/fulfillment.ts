import { z } from 'zod';
import { cancelFulfillment, findFulfillment, fulfill } from '../../shop/fulfillments';
import { Refusal } from '../../world/refusal';
import type { Args, Context } from '../context';
import { fulfillmentView } from '../views/fulfillment';
import { named, units } from './fulfillment-order';
import { holdMutations } from './holds';
import { inventoryMutations } from './inventory';
import { answer } from './payload';
import { regroupMutations } from './regroup';
import { serviceMutations } from './service-requests';
import { stockingMutations } from './stocking';

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

/** Everything about goods: holds, regrouping, fulfillment services, parcels, where items are stocked. */
export const fulfillmentMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  ...holdMutations(ctx),
  ...regroupMutations(ctx),
  ...serviceMutations(ctx),
  ...stockingMutations(ctx),
  ...inventoryMutations(ctx),
  fulfillmentCreate: (args) => answer('FulfillmentCreatePayload', () => create(ctx, args)),
  fulfillmentCancel: (args) =>
    answer('FulfillmentCancelPayload', () => {
      const { order, fulfillment } = findFulfillment(ctx.shop, String(args.id));
      cancelFulfillment(ctx.world, ctx.shop, order, fulfillment, 'app');
      return { fulfillment: fulfillmentView(ctx, order, fulfillment) };
    }),
});

function create(ctx: Context, args: Args): Record<string, unknown> {
  const input = fulfillmentInput.parse(args.fulfillment);
  const wishes = input.lineItemsByFulfillmentOrder;
  refuseEmpty(wishes.map((wish) => wish.fulfillmentOrderLineItems));
  const parts = wishes.map((part) => ({
    ...place(ctx, part.fulfillmentOrderId),
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

/** Here an id that is not there is a userError of the input as a whole (recorded). */
function place(ctx: Context, id: string): ReturnType<typeof named> {
  try {
    return named(ctx, id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.message, null, ['fulfillment']);
  }
}

function refuseEmpty(lists: readonly (readonly { quantity: number }[])[]): void {
  lists.forEach((list, at) => {
    const empty = list.findIndex(({ quantity }) => quantity <= 0);
    if (empty >= 0)
      throw new Refusal('Quantity must be greater than 0', null, [
        'fulfillment',
        'lineItemsByFulfillmentOrder',
        String(at),
        'fulfillmentOrderLineItems',
        String(empty),
        'quantity',
      ]);
  });
}
