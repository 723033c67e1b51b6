import { z } from 'zod';
import { accounts } from '../../shop/accounting';
import { shopifyMail } from '../../shop/mails';
import { isOwed, paymentUrl } from '../../shop/pay-link';
import { Refusal } from '../../world/refusal';
import type { Args, Context } from '../context';
import { orderView } from '../views/order';
import { answer, orderFor } from './payload';

const CODE = 'ORDER_INVOICE_SEND_UNSUCCESSFUL';
const emailInput = z.object({
  to: z.string().nullish(),
  subject: z.string().nullish(),
  customMessage: z.string().nullish(),
});

const refuse = (message: string): never => {
  throw new Refusal(message, CODE);
};

export const invoiceMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  orderInvoiceSend: (args) =>
    answer('OrderInvoiceSendPayload', () => {
      const order = orderFor(ctx, args.id, CODE);
      const email = emailInput.parse(args.email ?? {});
      const to = email.to ?? order.email ?? refuse('No recipient email address was provided');
      if (!/^[^@\s]+@[^@\s]+$/.test(to)) refuse('To is invalid');
      if (!isOwed(ctx.shop, order)) refuse('The order has nothing to be paid');
      order.invoiced = true;
      const { outstanding } = accounts(order, ctx.shop);
      ctx.world.ledger.append({
        shop: ctx.shop.domain,
        kind: 'invoice',
        by: 'app',
        orderId: order.id,
        target: order.name,
        money: { bag: outstanding, currency: order.presentmentCurrency },
        detail: { to },
      });
      const url =
        paymentUrl(ctx.world, ctx.shop, order) ??
        `${ctx.world.settings.publicUrl}/pay/${order.token}`;
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
        to,
      );
      return { order: orderView(ctx, order) };
    }),
});
