import { z } from 'zod';
import { refund } from '../../shop/refund';
import { Refusal } from '../../world/refusal';
import type { Order } from '../../world/types';
import type { Args, Context } from '../context';
import { visibleOrder } from '../queries';
import { orderView } from '../views/order';
import { refundView } from '../views/refund';
import { amount, answer, orderFor } from './payload';

const refundInput = z.object({
  orderId: z.string(),
  note: z.string().nullish(),
  notify: z.boolean().nullish(),
  refundLineItems: z
    .array(
      z.object({
        lineItemId: z.string(),
        quantity: z.number(),
        restockType: z.string().nullish(),
        locationId: z.string().nullish(),
      }),
    )
    .nullish(),
  currency: z.string().nullish(),
  allowOverRefunding: z.boolean().nullish(),
  transactions: z
    .array(
      z.object({
        amount,
        kind: z.string(),
        gateway: z.string(),
        orderId: z.string(),
        parentId: z.string().nullish(),
      }),
    )
    .nullish(),
  shipping: z.object({ amount: amount.nullish(), fullRefund: z.boolean().nullish() }).nullish(),
});

type Input = z.output<typeof refundInput>;

/** Needed where the customer saw another currency than the shop's, and never another than that. */
function refuseCurrency(order: Order, currency: string | null | undefined): void {
  if (currency === order.presentmentCurrency) return;
  if (!currency && order.presentmentCurrency === order.currency) return;
  throw new Refusal("Currency must be the order's presentment currency", null, ['currency']);
}

/** The gateway that is named is not looked at: the money goes back through the one of the parent. */
function transactionsOf(order: Order, input: Input): { parentId: string; amount: string }[] {
  const refuse = (message: string, field: readonly string[] | null = null): never => {
    throw new Refusal(message, null, field);
  };
  return (input.transactions ?? []).map((t) => {
    if (t.kind !== 'REFUND')
      return refuse(`Kind ${t.kind.toLowerCase()} is not a valid transaction`);
    if (t.orderId !== order.id || !t.parentId)
      return refuse('Transactions require a parent_id associated with the order', ['transactions']);
    return { parentId: t.parentId, amount: t.amount };
  });
}

function refundNow(ctx: Context, order: Order, input: Input) {
  refuseCurrency(order, input.currency);
  return refund(ctx.world, ctx.shop, order, {
    note: input.note ?? null,
    notify: input.notify ?? false,
    transactions: transactionsOf(order, input),
    by: 'app',
    lines: (input.refundLineItems ?? []).map((l) => ({
      lineItemId: l.lineItemId,
      quantity: l.quantity,
      restockType: l.restockType ?? 'NO_RESTOCK',
      locationId: l.locationId ?? null,
    })),
    shipping: input.shipping
      ? {
          amount: input.shipping.amount ?? undefined,
          full: input.shipping.fullRefund ?? undefined,
        }
      : undefined,
  });
}

export const refundMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  refundCreate: (args) => {
    const input = refundInput.parse(args.input);
    const order = visibleOrder(ctx, input.orderId);
    return answer(
      'RefundCreatePayload',
      () => {
        const found = order ?? orderFor(ctx, input.orderId, null, ['orderId']);
        const before = found.refunds.find(({ id }) => id === ctx.keyed.made);
        const done = before ?? refundNow(ctx, found, input);
        ctx.keyed.made = done.id;
        return { refund: refundView(ctx, found, done) };
      },
      'userErrors',
      () => ({ order: order ? orderView(ctx, order) : null }),
    );
  },
});
