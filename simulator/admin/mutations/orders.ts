import { z } from 'zod';
import { deleteOrder } from '../../shop/delete-order';
import { orderByApp } from '../../shop/order-by-app';
import { Refusal, notFound } from '../../world/refusal';
import type { Order } from '../../world/types';
import type { Args, Context } from '../context';
import { orderView } from '../views/order';
import { answer, orderFor } from './payload';

const orderInput = z.object({
  test: z.boolean().nullish(),
  email: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  shippingAddress: z.object({ countryCode: z.string().nullish() }).nullish(),
  lineItems: z.array(z.object({ variantId: z.string(), quantity: z.number().int().positive() })),
  transactions: z
    .array(
      z.object({
        kind: z.enum(['AUTHORIZATION', 'SALE']).default('SALE'),
        status: z.enum(['SUCCESS', 'PENDING', 'FAILURE', 'ERROR']).default('SUCCESS'),
        gateway: z.string().nullish(),
        amountSet: z.object({
          shopMoney: z.object({ amount: z.union([z.string(), z.number()]).transform(String) }),
        }),
      }),
    )
    .nullish(),
});
const options = z.object({ inventoryBehaviour: z.string().nullish() }).nullish();

/** Making and deleting whole orders, as an app does. Draft orders and imports with a past are not played. */
export const orderMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  orderCreate: (args) =>
    answer('OrderCreatePayload', () => ({ order: orderView(ctx, create(ctx, args)) })),
  orderDelete: (args) =>
    answer('OrderDeletePayload', () => {
      const order = orderFor(ctx, args.orderId, 'NOT_FOUND', ['orderId']);
      refuseToDelete(order);
      deleteOrder(ctx.world, ctx.shop, order, 'app');
      return { deletedId: order.id };
    }),
});

function create(ctx: Context, args: Args): Order {
  const input = orderInput.parse(args.order);
  const behaviour = options.parse(args.options)?.inventoryBehaviour ?? 'BYPASS';
  const lines = input.lineItems.map(({ variantId, quantity }, index) => {
    const product = ctx.shop.products.find((candidate) => candidate.variantId === variantId);
    if (!product) throw notFound('Variant', 'INVALID', ['order', 'lineItems', String(index)]);
    return { product, quantity };
  });
  return orderByApp(ctx.world, ctx.shop, {
    email: input.email ?? null,
    country: input.shippingAddress?.countryCode ?? ctx.shop.countryCode,
    tags: input.tags ?? [],
    test: input.test ?? false,
    takesStock: behaviour !== 'BYPASS',
    lines,
    transactions: (input.transactions ?? []).map(({ kind, status, gateway, amountSet }) => ({
      kind,
      status,
      gateway: gateway ?? 'manual',
      amount: amountSet.shopMoney.amount,
    })),
  });
}

/** Guessed from the help page "Deleting orders": test orders, and orders without a payment by a provider. */
function refuseToDelete(order: Order): void {
  const byProvider = order.transactions.some(({ gateway }) => gateway !== 'manual');
  if (order.cancelledAt === null || (byProvider && !order.test))
    throw new Refusal('Order cannot be deleted', 'INVALID', ['orderId']);
}
