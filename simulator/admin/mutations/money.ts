import { z } from 'zod';
import { startCancel } from '../../shop/cancel';
import { capture } from '../../shop/capture';
import { orderChanged } from '../../shop/changed';
import { voidAuthorization } from '../../shop/end-authorization';
import { markAsPaid } from '../../shop/mark-as-paid';
import { Refusal } from '../../world/refusal';
import type { Order } from '../../world/types';
import type { Args, Context } from '../context';
import { visibleOrder } from '../queries';
import { jobResultView, jobView } from '../views/job';
import { orderView } from '../views/order';
import { transactionView } from '../views/transaction';
import { amount, answer, orderFor } from './payload';

const captureInput = z.object({
  id: z.string(),
  parentTransactionId: z.string(),
  amount,
  currency: z.string().nullish(),
  finalCapture: z.boolean().nullish(),
});
const idInput = z.object({ id: z.string() });
const refundMethod = z.object({ originalPaymentMethodsRefund: z.boolean().nullish() });
const given = (value: unknown): boolean => value !== undefined && value !== null;

function wishesRefund(args: Args): boolean {
  if (!given(args.refundMethod)) return args.refund === true;
  if (given(args.refund))
    throw new Refusal(
      'Only one of the arguments `refund` or `refund_method` is allowed.',
      'INVALID',
      ['refund'],
    );
  return refundMethod.parse(args.refundMethod).originalPaymentMethodsRefund === true;
}

/** Needed where the customer saw another currency than the shop's, and never another than that. */
function refuseCurrency(order: Order, currency: string | null | undefined): void {
  if (currency === order.presentmentCurrency) return;
  if (!currency && order.presentmentCurrency === order.currency) return;
  throw new Refusal(
    `Currency Currency must match parent transaction ${order.presentmentCurrency}`,
    null,
    ['currency'],
  );
}

export const moneyMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  orderCapture: (args) =>
    answer('OrderCapturePayload', () => {
      const input = captureInput.parse(args.input);
      const order = orderFor(ctx, input.id);
      refuseCurrency(order, input.currency);
      const outcome =
        ctx.fault?.mode === 'refuse'
          ? 'refused'
          : ctx.fault?.mode === 'pending'
            ? ctx.fault.fails
              ? 'pending-then-fails'
              : 'pending'
            : undefined;
      const transaction = capture(ctx.world, ctx.shop, order, {
        parentTransactionId: input.parentTransactionId,
        amount: input.amount,
        final: input.finalCapture ?? null,
        by: 'app',
        outcome,
        errorCode: ctx.fault?.code,
      });
      return { transaction: transactionView(ctx, order, transaction) };
    }),
  transactionVoid: (args) =>
    answer('TransactionVoidPayload', () => {
      const id = String(args.parentTransactionId);
      const order = ctx.shop.orders.find((candidate) =>
        candidate.transactions.some((t) => t.id === id),
      );
      if (!order)
        throw new Refusal('Transaction does not exist', 'TRANSACTION_NOT_FOUND', [
          'parentTransactionId',
        ]);
      orderFor(ctx, order.id, 'TRANSACTION_NOT_FOUND', ['parentTransactionId']);
      if (ctx.fault?.mode === 'refuse')
        throw new Refusal('The gateway refused', 'GENERIC_ERROR', ['parentTransactionId']);
      return {
        transaction: transactionView(
          ctx,
          order,
          voidAuthorization(ctx.world, ctx.shop, order, id, 'app'),
        ),
      };
    }),
  orderCancel: (args) =>
    answer(
      'OrderCancelPayload',
      () => {
        const order = orderFor(ctx, args.orderId, 'NOT_FOUND', ['orderId']);
        if (typeof args.staffNote === 'string' && args.staffNote.length > 255)
          throw new Refusal(
            'Staff note is too long. Maximum length is 255 characters.',
            'INVALID',
            ['staffNote'],
          );
        const wished = wishesRefund(args);
        const request = {
          reason: String(args.reason),
          restock: args.restock === true,
          refund: wished,
          notify: args.notifyCustomer === true,
          by: 'app' as const,
        };
        const job = startCancel(
          ctx.world,
          ctx.shop,
          order,
          request,
          ctx.fault?.mode === 'jobNeverDone',
        );
        return { job: jobView(job), jobResult: jobResultView(ctx, job) };
      },
      'orderCancelUserErrors',
    ),
  orderClose: (args) =>
    answer('OrderClosePayload', () => {
      const order = orderFor(ctx, idInput.parse(args.input).id);
      order.closedAt ??= ctx.world.clock.iso();
      orderChanged(ctx.world, ctx.shop, order);
      return { order: orderView(ctx, order) };
    }),
  orderMarkAsPaid: (args) => {
    const { id } = idInput.parse(args.input);
    const order = visibleOrder(ctx, id);
    return answer(
      'OrderMarkAsPaidPayload',
      () => {
        const found = order ?? orderFor(ctx, id);
        markAsPaid(ctx.world, ctx.shop, found, 'app');
        return {};
      },
      'userErrors',
      () => ({ order: order ? orderView(ctx, order) : null }),
    );
  },
});
