import { z } from 'zod';
import { startCancel } from '../../shop/cancel';
import { capture } from '../../shop/capture';
import { voidAuthorization } from '../../shop/end-authorization';
import { payOutstanding, paymentUrl } from '../../shop/pay-link';
import { refund } from '../../shop/refund';
import { accounts } from '../../shop/accounting';
import { shopifyMail } from '../../shop/mails';
import { Refusal } from '../../world/refusal';
import type { Order } from '../../world/types';
import type { Args, Context } from '../context';
import { jobResultView, jobView } from '../views/job';
import { orderView } from '../views/order';
import { refundView } from '../views/refund';
import { transactionView } from '../views/transaction';
import { answer, orderFor } from './payload';

const amount = z.union([z.string(), z.number()]).transform(String);
const captureInput = z.object({
  id: z.string(),
  parentTransactionId: z.string(),
  amount,
  currency: z.string().nullish(),
  finalCapture: z.boolean().nullish(),
});
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
const refundMethod = z.object({ originalPaymentMethodsRefund: z.boolean().nullish() });
const emailInput = z.object({
  to: z.string().nullish(),
  subject: z.string().nullish(),
  customMessage: z.string().nullish(),
});

/** Needed where the customer saw another currency than the shop's, and never another than that. */
function refuseCurrency(order: Order, currency: string | null | undefined): void {
  if (currency === order.presentmentCurrency) return;
  if (!currency && order.presentmentCurrency === order.currency) return;
  throw new Refusal("Currency must be the order's presentment currency", null, [
    'input',
    'currency',
  ]);
}

export const moneyMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  orderCapture: (args) =>
    answer('OrderCapturePayload', () => {
      const input = captureInput.parse(args.input);
      const order = orderFor(ctx, input.id, null, ['input', 'id']);
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
        final: input.finalCapture ?? false,
        by: 'app',
        outcome,
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
          throw new Refusal('Staff note is too long (maximum is 255 characters)', 'INVALID', [
            'staffNote',
          ]);
        const method =
          args.refundMethod === undefined || args.refundMethod === null
            ? undefined
            : refundMethod.parse(args.refundMethod);
        const wished =
          method === undefined
            ? args.refund === true
            : method.originalPaymentMethodsRefund === true;
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
  refundCreate: (args) =>
    answer('RefundCreatePayload', () => {
      const input = refundInput.parse(args.input);
      const order = orderFor(ctx, input.orderId, null, ['input', 'orderId']);
      refuseCurrency(order, input.currency);
      const transactions = (input.transactions ?? []).map((t) => {
        const refuse = (message: string): never => {
          throw new Refusal(message, null, ['input', 'transactions']);
        };
        if (t.kind !== 'REFUND') return refuse('Kind must be refund');
        if (t.orderId !== order.id) return refuse('The transaction is of another order');
        return {
          parentId: t.parentId ?? refuse('Parent transaction is required'),
          amount: t.amount,
          gateway: t.gateway,
        };
      });
      const done = refund(ctx.world, ctx.shop, order, {
        note: input.note ?? null,
        notify: input.notify ?? false,
        transactions,
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
      return { refund: refundView(ctx, order, done), order: orderView(ctx, order) };
    }),
  orderMarkAsPaid: (args) =>
    answer('OrderMarkAsPaidPayload', () => {
      const order = orderFor(ctx, (args.input as { id?: unknown } | undefined)?.id, null, [
        'input',
        'id',
      ]);
      payOutstanding(ctx.world, ctx.shop, order, 'marked', 'app');
      return { order: orderView(ctx, order) };
    }),
  orderInvoiceSend: (args) =>
    answer('OrderInvoiceSendPayload', () => {
      const order = orderFor(ctx, args.id, 'ORDER_INVOICE_SEND_UNSUCCESSFUL', ['id']);
      const email = emailInput.parse(args.email ?? {});
      const url = paymentUrl(ctx.world, ctx.shop, order);
      if (url === null || !order.email)
        throw new Refusal('The invoice could not be sent', 'ORDER_INVOICE_SEND_UNSUCCESSFUL', [
          'id',
        ]);
      order.invoiced = true;
      const { outstanding } = accounts(order, ctx.shop);
      ctx.world.ledger.append({
        shop: ctx.shop.domain,
        kind: 'invoice',
        by: 'app',
        orderId: order.id,
        target: order.name,
        money: { bag: outstanding, currency: order.presentmentCurrency },
        detail: { to: email.to ?? order.email },
      });
      shopifyMail(
        ctx.world,
        ctx.shop,
        order,
        'invoice',
        email.subject ?? `Invoice for order ${order.name}`,
        [
          ...(email.customMessage ? [email.customMessage] : []),
          `Amount due: ${outstanding.presentment} ${order.presentmentCurrency}`,
          `Pay now: ${url}`,
        ],
      );
      return { order: orderView(ctx, order) };
    }),
});
